import type { Resource } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import {
  checkExportTo,
  partialWildcardProblem,
  portNameProblem,
  portProblem,
  sayIf,
  subnetProblem,
  wildcardDomainProblem,
} from "../values/names.ts";
import { checkProtocol } from "../values/protocol.ts";
import { checkLabelSelector } from "../values/selector.ts";
import { checkResolution } from "./resolution.ts";

/** Checks a ServiceEntry. */
export function checkServiceEntry(
  entry: Resource<"ServiceEntry">,
  say: Say,
  compat: boolean,
): void {
  const { workloadSelector, endpoints, addresses = [], resolution = "NONE" } = entry.spec;
  if (!checkLabelSelector(workloadSelector, "service entry", say)) return;
  if (workloadSelector && endpoints && endpoints.length > 0) {
    say(["spec"], "only one of WorkloadSelector or Endpoints is allowed in Service Entry");
  }
  checkHosts(entry, say);
  for (const [i, address] of addresses.entries()) {
    sayIf(say, ["spec", "addresses", i], subnetProblem(address));
  }
  const hasRange = addresses.some((address) => address.includes("/"));
  if (hasRange && resolution !== "NONE" && resolution !== "STATIC") {
    say(["spec", "addresses"], "CIDR addresses are allowed only for NONE/STATIC resolution types");
  }
  checkPorts(entry, say);
  if (compat) checkAddresses(entry, say);
  checkResolution(entry, say);
  checkExportTo(entry.spec.exportTo ?? [], entry.namespace, say, { allowsNobody: true });
}

function checkHosts({ spec }: Resource<"ServiceEntry">, say: Say): void {
  const { hosts = [], resolution } = spec;
  if (hosts.length === 0) say(["spec"], "service entry must have at least one host");
  for (const [i, host] of hosts.entries()) {
    const at = ["spec", "hosts", i];
    if (host === "*") {
      say(at, `invalid host ${host}`);
      continue;
    }
    sayIf(say, at, wildcardDomainProblem(host));
    if (resolution !== "DYNAMIC_DNS") sayIf(say, at, partialWildcardProblem(host), "warning");
  }
}

function checkPorts({ spec }: Resource<"ServiceEntry">, say: Say): void {
  const names = new Set<string>();
  const numbers = new Set<number>();
  for (const [i, { name = "", number = 0, protocol, targetPort }] of (spec.ports ?? []).entries()) {
    const at = ["spec", "ports", i];
    if (names.has(name)) say(at, `service entry port name "${name}" already defined`);
    if (numbers.has(number)) say(at, `service entry port ${number} already defined`);
    names.add(name);
    numbers.add(number);
    if (targetPort) sayIf(say, [...at, "targetPort"], portProblem(targetPort));
    sayIf(say, [...at, "name"], portNameProblem(name));
    checkProtocol(protocol, [...at, "protocol"], say);
    sayIf(say, [...at, "number"], portProblem(number));
  }
}

/** The webhook's analyzer sees no labels, and so nobody who declines addresses. IST0134 does. */
function checkAddresses({ spec }: Resource<"ServiceEntry">, say: Say): void {
  const { addresses = [], ports = [], resolution = "NONE" } = spec;
  if (addresses.length > 0 || resolution !== "NONE") return;
  for (const [i, { protocol = "" }] of ports.entries()) {
    if (protocol !== "" && protocol !== "TCP") continue;
    say(
      ["spec", "ports", i],
      "addresses are required for ports serving TCP (or unset) protocol when IP Autoallocation is " +
        "not enabled",
      "warning",
    );
  }
}
