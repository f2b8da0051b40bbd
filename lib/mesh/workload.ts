import type { Mesh } from "./mesh.ts";
import type { Resource } from "./resource.ts";
import type { Labels } from "./selector.ts";
import type { MeshService } from "./service_registry.ts";
import { serviceSelection } from "./service_selection.ts";

/** The user id of Istio's proxy, whose own traffic is never captured. */
export const PROXY_USER = 1337;

/** A workload that owns pods. */
export interface Workload {
  /** `Deployment`, `StatefulSet`, `DaemonSet`, `Job`, or `Pod` for a pod that nobody owns. */
  readonly kind: string;
  /** Namespace. */
  readonly namespace: string;
  /** Name. */
  readonly name: string;
  /** Name of its cluster; workloads of the same name in several clusters are several. */
  readonly cluster: string;
}

/** The workload behind a pod: its owner, and the owner of its ReplicaSet. */
export function workloadOf(mesh: Mesh, pod: Resource<"Pod">): Workload {
  const { namespace, cluster } = pod;
  const owner = controllerOf(pod);
  if (!owner) return { kind: "Pod", namespace, name: pod.name, cluster };
  if (owner.kind !== "ReplicaSet") {
    return { kind: owner.kind, namespace, name: owner.name, cluster };
  }
  const replicaSet = mesh.get("ReplicaSet", namespace, owner.name, cluster);
  const deployment = replicaSet && controllerOf(replicaSet);
  if (deployment) return { kind: deployment.kind, namespace, name: deployment.name, cluster };
  // Without the ReplicaSet its name still tells: Kubernetes appends the hash of the pod template.
  const hash = pod.labels["pod-template-hash"];
  const name = hash && owner.name.endsWith(`-${hash}`)
    ? owner.name.slice(0, -hash.length - 1)
    : owner.name;
  return { kind: hash ? "Deployment" : "ReplicaSet", namespace, name, cluster };
}

function controllerOf(resource: Resource): { kind: string; name: string } | undefined {
  const owners = resource.object.metadata.ownerReferences ?? [];
  const { kind, name } = owners.find((owner) => owner.controller) ?? owners[0] ?? {};
  return kind && name ? { kind, name } : undefined;
}

/**
 * Pods of `namespace` that a person means by `name`: the pod, the pods of the workload, those of the
 * Service, or those with that `app` label; the first reading that finds any.
 */
export function podsNamed(mesh: Mesh, name: string, namespace: string): readonly Resource<"Pod">[] {
  const pods = mesh.list("Pod", namespace);
  const exact = pods.filter((pod) => pod.name === name);
  if (exact.length > 0) return exact;
  const owned = pods.filter((pod) => workloadOf(mesh, pod).name === name);
  if (owned.length > 0) return owned;
  for (const key of ["app", "app.kubernetes.io/name", "service.istio.io/canonical-name"]) {
    const labelled = pods.filter((pod) => pod.labels[key] === name);
    if (labelled.length > 0) return labelled;
  }
  const selector = mesh.get("Service", namespace, name)?.spec.selector;
  return selector ? podsSelected(mesh, selector, namespace) : [];
}

/** Pods of a namespace that a Service selects; a Service without selector selects none. */
export function podsSelected(
  mesh: Mesh,
  selector: Labels | undefined,
  namespace: string,
): readonly Resource<"Pod">[] {
  if (!selector || Object.keys(selector).length === 0) return [];
  return mesh.select("Pod", selector, namespace);
}

/**
 * The pods that serve a host, ready or not: in each cluster those that its own Service selects, so that a
 * Service of the same name and namespace in several clusters is one; or those that a ServiceEntry selects.
 */
export function podsServing(
  mesh: Mesh,
  { host, namespace, resource }: MeshService,
): readonly Resource<"Pod">[] {
  if (resource.identifier === "ServiceEntry") {
    return podsSelected(mesh, resource.spec.workloadSelector?.labels, namespace);
  }
  return mesh.services.declarations(host).flatMap(({ resource: { identifier, cluster, spec } }) =>
    identifier === "Service"
      ? podsSelected(mesh, spec.selector, namespace).filter((pod) => pod.cluster === cluster)
      : []
  );
}

/** Services of the pod's namespace that select it. */
export function servicesOf(mesh: Mesh, pod: Resource<"Pod">): readonly Resource<"Service">[] {
  return mesh.once(serviceSelection)(pod.labels, pod.namespace);
}

/** Names of the containers that Istio injects, also as native sidecars among the init containers. */
export const INJECTED_CONTAINERS: ReadonlySet<string> = new Set([
  "istio-proxy",
  "istio-init",
  "istio-validation",
]);

/** Whether a pod runs an Istio proxy: a sidecar, native or not, or a gateway. */
export function hasProxy(pod: Resource<"Pod">): boolean {
  const { containers = [], initContainers = [] } = pod.spec;
  return [...containers, ...initContainers].some((c) => c.name === "istio-proxy" && c.image !== "");
}

/** Whether ambient captures the pod's traffic through ztunnel. */
export function isAmbient(pod: Resource<"Pod">): boolean {
  return pod.annotations["ambient.istio.io/redirection"] === "enabled";
}

/** Whether a pod is ready to serve. */
export function isReady(pod: Resource<"Pod">): boolean {
  return (pod.status.conditions ?? []).some((c) => c.type === "Ready" && c.status === "True");
}
