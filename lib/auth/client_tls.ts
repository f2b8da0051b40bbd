import type { Path } from "../core/mod.ts";
import {
  destinationRulesFor,
  type DestinationRuleTrafficPolicy,
  type Labelled,
  type Mesh,
  type Resource,
  seenBy,
} from "../mesh/mod.ts";

/** How a client's proxy opens connections; `auto` encrypts to each endpoint that announces mTLS. */
export type ClientTlsMode = "ISTIO_MUTUAL" | "MUTUAL" | "SIMPLE" | "DISABLE" | "auto";

/** What a client's proxy does about TLS towards a port of a host. */
export interface ClientTls {
  /** The mode. */
  readonly mode: ClientTlsMode;
  /** The DestinationRule that sets it; `undefined` where it is left to Istio. */
  readonly from: Resource<"DestinationRule"> | undefined;
  /** The `tls` field of `from`; empty where none sets it. */
  readonly path: Path;
  /** Why it is so, as half a sentence. */
  readonly reason: string;
}

interface Found {
  readonly from: Resource<"DestinationRule">;
  readonly path: Path;
  /** Missing where a port's settings say nothing about TLS: they inherit nothing. */
  readonly mode: ClientTlsMode | undefined;
}

/**
 * The TLS mode with which a client reaches `port` of `host`, by the DestinationRules that its istiod reads. The
 * narrowest setting wins: the subset's port, the subset, the rule's port, the rule. Settings of a port
 * inherit nothing, so one without `tls` leaves TLS to Istio. Same-host rules count in order of age.
 */
export function clientTls(
  whole: Mesh,
  client: Labelled,
  host: string,
  port: number,
  subset?: string,
): ClientTls {
  const mesh = seenBy(whole, client);
  const { rules } = destinationRulesFor(mesh, host, client.namespace, client.labels);
  const found = ofSubset(rules, port, subset) ?? ofRules(rules, port);
  if (found?.mode !== undefined) {
    return {
      ...found,
      mode: found.mode,
      reason: `DestinationRule ${found.from.name} sets ${found.mode}`,
    };
  }
  const none = { from: undefined, path: [] };
  if (!mesh.config.enableAutoMtls) {
    return { ...none, mode: "DISABLE", reason: "auto mTLS is off and no DestinationRule sets TLS" };
  }
  const service = mesh.services.find(host, client.namespace)?.resource;
  if (service?.identifier === "ServiceEntry" && service.spec.location !== "MESH_INTERNAL") {
    return { ...none, mode: "DISABLE", reason: "the host is outside the mesh" };
  }
  return { ...none, mode: "auto", reason: "no DestinationRule sets TLS" };
}

function ofSubset(
  rules: readonly Resource<"DestinationRule">[],
  port: number,
  name: string | undefined,
): Found | undefined {
  if (name === undefined) return undefined;
  for (const from of rules) {
    const index = (from.spec.subsets ?? []).findIndex((subset) => subset.name === name);
    if (index < 0) continue;
    const policy = from.spec.subsets?.[index]?.trafficPolicy;
    return policy && ofPolicy(from, ["spec", "subsets", index, "trafficPolicy"], policy, port);
  }
  return undefined;
}

function ofRules(rules: readonly Resource<"DestinationRule">[], port: number): Found | undefined {
  const from = rules.find(({ spec }) => spec.trafficPolicy);
  const policy = from?.spec.trafficPolicy;
  return from && policy && ofPolicy(from, ["spec", "trafficPolicy"], policy, port);
}

function ofPolicy(
  from: Resource<"DestinationRule">,
  path: Path,
  policy: Pick<DestinationRuleTrafficPolicy, "tls" | "portLevelSettings">,
  port: number,
): Found | undefined {
  const index = (policy.portLevelSettings ?? []).findIndex((s) => s.port?.number === port);
  const settings = index < 0 ? policy : policy.portLevelSettings?.[index];
  const at = index < 0 ? path : [...path, "portLevelSettings", index];
  if (!settings?.tls) return index < 0 ? undefined : { from, path: at, mode: undefined };
  // The API's zero value is DISABLE: `tls: {}` turns TLS off.
  return { from, path: [...at, "tls"], mode: settings.tls.mode ?? "DISABLE" };
}
