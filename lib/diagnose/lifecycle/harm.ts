import type { Case } from "../../connectivity/mod.ts";
import type { Resource } from "../../mesh/mod.ts";
import type { Fact, Weight } from "../cause.ts";
import { endpointsOf } from "../case/case_facts.ts";
import { logged } from "../case/signs.ts";
import { NOT_TLS, strictServers } from "../case/tls_modes.ts";

/** Pods on a request's way: one of the caller's, and those that it may end at. */
export function podsOnTheWay(of: Case): { caller: Resource<"Pod">[]; server: Resource<"Pod">[] } {
  const endpoints = endpointsOf(of).flatMap(({ pod }) => pod ?? []);
  return {
    caller: of.caller.isExternal ? [] : [...of.caller.pods],
    server: [...new Set([...endpoints, ...of.destination.pods])],
  };
}

/**
 * What shows that requests suffer from a proxy that is not there: the caller's plain text is refused, or
 * its identity is missing; nobody takes the TLS that the server gets.
 */
export function harmOfMissingProxy(
  of: Case,
  side: "caller" | "server",
  weight: Weight = "decisive",
): Fact[] {
  if (side === "server") {
    return logged(of, { side: "client", transport: NOT_TLS }, weight);
  }
  const seen = [
    ...logged(of, { side: "server", details: /filter_chain_not_found/ }, weight),
    ...logged(of, { side: "server", details: /rbac_access_denied_matched_policy\[none\]/ }, weight),
  ];
  const [strict] = of.exchanges.length === 0 ? strictServers(of) : [];
  return strict
    ? [{
      weight,
      source: strict.mtls.from
        ? `PeerAuthentication ${strict.mtls.from.namespace}/${strict.mtls.from.name}`
        : "mesh defaults",
      detail: `port ${strict.port} of ${strict.pod.name} takes only mTLS`,
    }]
    : seen;
}
