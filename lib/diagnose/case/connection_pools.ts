import type { Target } from "../../connectivity/mod.ts";
import { type CauseResource, isRecord } from "../../core/mod.ts";
import { includesLabels, type Mesh, type Resource } from "../../mesh/mod.ts";
import { resourceOf } from "./objects.ts";

type TrafficPolicy = NonNullable<Resource<"DestinationRule">["spec"]["trafficPolicy"]>;

/** Limits of connections and requests. */
export type ConnectionPool = NonNullable<TrafficPolicy["connectionPool"]>;

/** Where DestinationRules set limits that fit: for the host, for single ports and for subsets. */
export function poolsOf(
  rules: readonly Resource<"DestinationRule">[],
  fits: (pool: ConnectionPool) => boolean = () => true,
): CauseResource[] {
  return rules.flatMap((rule) => {
    const { trafficPolicy, subsets = [] } = rule.spec;
    const policies = [
      { policy: trafficPolicy, path: "spec.trafficPolicy" },
      ...(trafficPolicy?.portLevelSettings ?? []).map((policy, i) => ({
        policy,
        path: `spec.trafficPolicy.portLevelSettings[${i}]`,
      })),
      ...subsets.map(({ trafficPolicy: policy }, i) => ({
        policy,
        path: `spec.subsets[${i}].trafficPolicy`,
      })),
    ];
    return policies.flatMap(({ policy, path }) =>
      policy?.connectionPool && fits(policy.connectionPool)
        ? [resourceOf(rule, `${path}.connectionPool`)]
        : []
    );
  });
}

/** The Sidecar that limits what a pod's proxy hands to its application. */
export function sidecarWithPool(
  mesh: Mesh,
  pod: Resource<"Pod">,
): Resource<"Sidecar"> | undefined {
  return mesh.list("Sidecar", pod.namespace).find(({ spec }) =>
    (spec.inboundConnectionPool ?? spec.ingress?.some((i) => i.connectionPool)) &&
    includesLabels(pod.labels, spec.workloadSelector?.labels)
  );
}

/** Whether a proxy speaks HTTP/2 to a target, so that many requests share a connection. */
export function isHttp2({ envoyCluster }: Target): boolean {
  for (const { value } of envoyCluster?.typedExtensionProtocolOptions.values() ?? []) {
    const explicit = value["explicit_http_config"];
    if (isRecord(explicit) && "http2_protocol_options" in explicit) return true;
  }
  return false;
}
