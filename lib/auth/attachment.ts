import {
  includesLabels,
  isWaypoint,
  type Labelled,
  type Mesh,
  oldestFirst,
  type Resource,
  SelectorIndex,
} from "../mesh/mod.ts";

/** A service that a waypoint stands before. */
export type WaypointService = Pick<
  Resource<"Service"> | Resource<"ServiceEntry">,
  "kind" | "namespace" | "name"
>;

/** A policy that is attached by selector or by `targetRefs`. */
export type AttachedPolicy = Resource<"AuthorizationPolicy"> | Resource<"RequestAuthentication">;

const GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";

/**
 * Whether istiod gives a policy to a workload, by `ShouldAttachPolicy`: gateways of the Gateway API and
 * waypoints by `targetRefs`, everybody else by selector; a policy with `targetRefs` never reaches a
 * sidecar, and waypoints ignore selectors. The policy's namespace must have been chosen before.
 */
export function attaches(
  mesh: Mesh,
  policy: AttachedPolicy,
  workload: Labelled,
  services: readonly WaypointService[] = [],
): boolean {
  const { selector, targetRef, targetRefs = targetRef ? [targetRef] : [] } = policy.spec;
  const gateway = workload.labels[GATEWAY_NAME];
  const selects = () => includesLabels(workload.labels, selector?.matchLabels);
  if (gateway === undefined) return targetRefs.length === 0 && selects();
  if (targetRefs.length === 0) return !isWaypoint(workload) && selects();
  return targetRefs.some(({ group = "", kind, name, namespace }) => {
    if (isWaypoint(workload)) {
      if (
        services.some((s) => isService(s, group, kind, name) && s.namespace === policy.namespace)
      ) {
        return true;
      }
      const isClass = group === "gateway.networking.k8s.io" && kind === "GatewayClass";
      if (isClass && name === "istio-waypoint") {
        return policy.namespace === mesh.config.rootNamespace;
      }
    }
    return group === "gateway.networking.k8s.io" && kind === "Gateway" && name === gateway &&
      policy.namespace === workload.namespace &&
      (!namespace || namespace === workload.namespace);
  });
}

const INDEXES = {
  AuthorizationPolicy: (mesh: Mesh) => policyIndex(mesh, "AuthorizationPolicy"),
  RequestAuthentication: (mesh: Mesh) => policyIndex(mesh, "RequestAuthentication"),
};

/** The policies of a kind and a namespace that istiod gives to a workload, the oldest first. */
export function attachedPolicies<K extends AttachedPolicy["identifier"]>(
  mesh: Mesh,
  kind: K,
  namespace: string,
  workload: Labelled,
  services: readonly WaypointService[] = [],
): Resource<K>[] {
  const index = mesh.once(INDEXES[kind]) as unknown as SelectorIndex<Resource<K> & AttachedPolicy>;
  return index.selecting(workload.labels, namespace)
    .filter((policy) => attaches(mesh, policy, workload, services))
    .sort(oldestFirst);
}

function policyIndex(
  mesh: Mesh,
  kind: AttachedPolicy["identifier"],
): SelectorIndex<AttachedPolicy> {
  const policies: readonly AttachedPolicy[] = mesh.list(kind);
  return new SelectorIndex(
    policies,
    ({ spec: { selector, targetRef, targetRefs } }) =>
      targetRef || targetRefs ? undefined : selector?.matchLabels,
  );
}

function isService(
  service: WaypointService,
  group: string,
  kind: string | undefined,
  name: string | undefined,
): boolean {
  const wanted = service.kind === "Service" ? ["", "core"] : ["networking.istio.io"];
  return kind === service.kind && name === service.name && wanted.includes(group);
}

/** The namespaces whose policies may reach a workload: the root namespace, its own, those of its services. */
export function policyNamespaces(
  mesh: Mesh,
  workload: Labelled,
  services: readonly WaypointService[] = [],
): readonly string[] {
  return [
    ...new Set([
      mesh.config.rootNamespace,
      workload.namespace,
      ...services.map(({ namespace }) => namespace),
    ]),
  ];
}
