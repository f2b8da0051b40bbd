import type { Container } from "./gen/kubernetes.ts";
import type { MeshView } from "./mesh.ts";
import type { Resource } from "./resource.ts";
import type { Labels } from "./selector.ts";
import type { WorkloadInstance } from "./workload_instance.ts";

const INJECT = "sidecar.istio.io/inject";
const REVISION = "istio.io/rev";
const DATAPLANE_MODE = "istio.io/dataplane-mode";

/** Name of the container that Istio injects, also as a native sidecar. */
export const PROXY_CONTAINER = "istio-proxy";

/** The proxy containers of a pod or template that have an image. */
export function proxyContainers({ spec }: Pick<WorkloadInstance, "spec">): readonly Container[] {
  const { containers = [], initContainers = [] } = spec;
  return [...containers, ...initContainers].filter(({ name, image }) =>
    name === PROXY_CONTAINER && image !== undefined && image !== ""
  );
}

/**
 * Whether the webhooks that Istio installs inject a sidecar into a pod, by its labels and those of its
 * namespace. See https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/
 */
export function wantsSidecar(
  mesh: MeshView<"Namespace">,
  { namespace, labels, annotations, spec }: WorkloadInstance,
): boolean {
  const inject = labels[INJECT] ?? annotations[INJECT];
  if (spec.hostNetwork || inject?.toLowerCase() === "false") return false;
  const { "istio-injection": injection, [REVISION]: revision } =
    mesh.get("Namespace", "", namespace)?.labels ?? {};
  if (injection !== undefined) return injection === "enabled";
  return Boolean(revision) || labels[INJECT] === "true" || Boolean(labels[REVISION]);
}

/** Whether a pod has a sidecar or gets one when it is created. */
export function hasSidecar(mesh: MeshView<"Namespace">, instance: WorkloadInstance): boolean {
  const isRunning = instance.isPod && instance.resource.object.metadata.uid !== undefined;
  return proxyContainers(instance).length > 0 || !isRunning && wantsSidecar(mesh, instance);
}

/** Whether a namespace is in ambient mode, as its labels say. */
export function isAmbientNamespace({ labels }: { readonly labels: Labels }): boolean {
  return labels[DATAPLANE_MODE] === "ambient" && labels["istio-injection"] !== "enabled" &&
    !labels[REVISION];
}

/** Whether ambient captures a pod: it says so, or its labels and those of its namespace make it. */
export function inAmbient(mesh: MeshView<"Namespace">, instance: WorkloadInstance): boolean {
  if (instance.annotations["ambient.istio.io/redirection"] === "enabled") return true;
  const mode = instance.labels[DATAPLANE_MODE];
  const namespace = mesh.get("Namespace", "", instance.namespace);
  const isCaptured = mode === undefined
    ? namespace !== undefined && isAmbientNamespace(namespace)
    : mode === "ambient";
  return isCaptured && !instance.spec.hostNetwork && !hasSidecar(mesh, instance);
}

/** The revision that a namespace asks for; `undefined` where it asks for no sidecars. */
export function revisionOf({ labels }: Resource<"Namespace">): string | undefined {
  if (labels["istio-injection"] === "enabled") return "default";
  return labels[REVISION] || undefined;
}
