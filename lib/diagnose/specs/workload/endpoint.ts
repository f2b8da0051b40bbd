import type { Path } from "../../../core/mod.ts";
import type { ServiceEntryEndpoint } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import {
  domainProblem,
  isAddress,
  portNameProblem,
  portProblem,
  sayIf,
  unixPathProblem,
} from "../values/names.ts";
import { checkLabels } from "../values/values.ts";

const UNIX = "unix://";

/** The names of the ports of the service that an endpoint belongs to; without, it is not known. */
export type PortNames = ReadonlySet<string> | undefined;

/** Checks an endpoint that stands at an address, or at a name where `allowsNames`. */
export function checkEndpoint(
  endpoint: ServiceEntryEndpoint,
  portNames: PortNames,
  allowsNames: boolean,
  at: Path,
  say: Say,
): void {
  const { address = "", network } = endpoint;
  if (address === "" && !network) return say(at, "address is required");
  if (address === "") say(at, `address is unset with network "${network}"`, "warning");
  const isUnix = address.startsWith(UNIX);
  if (isUnix) {
    sayIf(say, [...at, "address"], unixPathProblem(address.slice(UNIX.length)));
    if (Object.keys(endpoint.ports ?? {}).length > 0) {
      say([...at, "ports"], `unix endpoint ${address} must not include ports`);
    }
  } else if (address !== "") {
    sayIf(say, [...at, "address"], addressProblem(address, allowsNames));
  }
  checkEndpointPorts(endpoint, portNames, at, say);
  checkLabels(endpoint.labels, [...at, "labels"], say);
  if (isUnix && portNames && portNames.size !== 1) {
    say(at, "exactly 1 service port required for unix endpoints");
  }
}

/** What is wrong with the address of an endpoint. */
export function addressProblem(address: string, allowsNames: boolean): string | undefined {
  if (isAddress(address)) return undefined;
  if (!allowsNames) return `endpoint address "${address}" is not a valid IP address`;
  return domainProblem(address) === undefined
    ? undefined
    : `endpoint address "${address}" is not a valid FQDN or an IP address`;
}

/** Checks the ports of an endpoint against those of its service. */
export function checkEndpointPorts(
  { ports = {} }: ServiceEntryEndpoint,
  portNames: PortNames,
  at: Path,
  say: Say,
): void {
  for (const [name, port] of Object.entries(ports)) {
    const place = [...at, "ports", name];
    if (portNames && !portNames.has(name)) {
      say(place, `endpoint port ${port} is not defined by the service entry`);
    }
    sayIf(say, place, portNameProblem(name));
    sayIf(say, place, portProblem(port));
  }
}
