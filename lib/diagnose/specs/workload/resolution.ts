import type { ServiceEntrySpec } from "../../../mesh/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { domainProblem, sayIf } from "../values/names.ts";
import { isHttpProtocol, isTcpProtocol, isTlsProtocol } from "../values/protocol.ts";
import { checkLabels } from "../values/values.ts";
import { addressProblem, checkEndpoint, checkEndpointPorts } from "./endpoint.ts";

type Check = (spec: ServiceEntrySpec, say: Say) => void;

const CHECKS: Readonly<Record<string, Check>> = {
  NONE: checkNone,
  STATIC: checkStatic,
  DNS: checkDns,
  DNS_ROUND_ROBIN: checkDns,
  DYNAMIC_DNS: checkDynamicDns,
};

/** Checks that the hosts, addresses and endpoints of a ServiceEntry fit how they are resolved. */
export function checkResolution({ spec }: Resource<"ServiceEntry">, say: Say): void {
  const { resolution = "NONE", hosts = [], ports = [] } = spec;
  if (Object.hasOwn(CHECKS, resolution)) CHECKS[resolution]!(spec, say);
  if (resolution === "NONE" || hosts.length < 2) return;
  // Bytes without a name in them cannot be told apart by host.
  if (ports.some(({ protocol }) => !isHttpProtocol(protocol) && !isTlsProtocol(protocol))) {
    say(["spec", "hosts"], "multiple hosts provided with non-HTTP, non-TLS ports");
  }
}

function checkNone({ endpoints = [], workloadSelector }: ServiceEntrySpec, say: Say): void {
  if (endpoints.length > 0) {
    say(["spec", "endpoints"], "no endpoints should be provided for resolution type none");
  }
  if (workloadSelector) {
    say(
      ["spec", "workloadSelector"],
      "workloadSelector should not be set when resolution mode is NONE",
      "warning",
    );
  }
}

function portNames({ ports = [] }: ServiceEntrySpec): ReadonlySet<string> {
  return new Set(ports.map(({ name = "" }) => name));
}

function checkStatic(spec: ServiceEntrySpec, say: Say): void {
  const names = portNames(spec);
  for (const [i, endpoint] of (spec.endpoints ?? []).entries()) {
    checkEndpoint(endpoint, names, false, ["spec", "endpoints", i], say);
  }
}

function checkDns(spec: ServiceEntrySpec, say: Say): void {
  const { hosts = [], endpoints = [], resolution } = spec;
  if (endpoints.length === 0) {
    for (const [i, host] of hosts.entries()) {
      const problem = domainProblem(host);
      if (!problem) continue;
      say(
        ["spec", "hosts", i],
        "hosts must be FQDN or contain only prefix wildcards if no endpoints are provided for " +
          `resolution mode ${resolution}, ${problem}`,
      );
    }
  }
  if (resolution === "DNS_ROUND_ROBIN" && endpoints.length > 1) {
    say(
      ["spec", "endpoints"],
      `there must only be 0 or 1 endpoint for resolution mode ${resolution}`,
    );
  }
  const names = portNames(spec);
  for (const [i, endpoint] of endpoints.entries()) {
    const at = ["spec", "endpoints", i];
    sayIf(say, [...at, "address"], addressProblem(endpoint.address ?? "", true));
    checkLabels(endpoint.labels, [...at, "labels"], say);
    checkEndpointPorts(endpoint, names, at, say);
  }
  checkSharedAddress(spec, say);
}

function checkSharedAddress(
  { hosts = [], addresses = [], ports = [] }: ServiceEntrySpec,
  say: Say,
): void {
  if (addresses.length === 0 || hosts.length < 2) return;
  if (!ports.some(({ protocol }) => isTcpProtocol(protocol))) return;
  say(
    ["spec", "hosts"],
    "service entry can not have more than one host specified simultaneously with address and tcp port",
    "warning",
  );
}

function checkDynamicDns(spec: ServiceEntrySpec, say: Say): void {
  const { hosts = [], addresses = [], endpoints = [], ports = [] } = spec;
  for (const [i, host] of hosts.entries()) {
    if (host.startsWith("*")) continue;
    say(
      ["spec", "hosts", i],
      `hosts must be wildcards for resolution mode DYNAMIC_DNS, found ${host}`,
    );
  }
  if (addresses.length > 0) {
    say(["spec", "addresses"], "addresses are not allowed for resolution mode DYNAMIC_DNS");
  }
  if (endpoints.length > 0) {
    say(["spec", "endpoints"], "endpoints are not allowed for resolution mode DYNAMIC_DNS");
  }
  for (const [i, { protocol = "" }] of ports.entries()) {
    if (["http", "http2", "grpc", "tls"].includes(protocol.toLowerCase())) continue;
    say(
      ["spec", "ports", i, "protocol"],
      "only HTTP, HTTP2, GRPC and TLS protocols are allowed for resolution mode DYNAMIC_DNS, found " +
        `"${protocol}"`,
    );
  }
}
