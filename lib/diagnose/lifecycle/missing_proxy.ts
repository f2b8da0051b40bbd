import {
  hasProxy,
  isAmbient,
  matchesSelector,
  type Mesh,
  type Resource,
  wantsSidecar,
  workloadInstances,
} from "../../mesh/mod.ts";
import { injectors } from "./webhooks.ts";

/** Why a pod has no proxy. */
export type MissingProxy =
  /** Its own label or annotation says so. */
  | { readonly why: "opted-out"; readonly key: string }
  /** It shares the network of its node. */
  | { readonly why: "host-network" }
  /** Its namespace asks for a revision that no injector serves. */
  | { readonly why: "unknown-revision"; readonly revision: string }
  /** Nothing asks for a proxy. */
  | { readonly why: "not-asked-for" }
  /** Everything asks for a proxy: the pod is older than that, or the injector was not there. */
  | { readonly why: "not-injected" };

const INJECT = "sidecar.istio.io/inject";

/** Why a pod has no proxy; `undefined` where it has one, is in ambient mode, or belongs to the control plane. */
export function missingProxy(mesh: Mesh, pod: Resource<"Pod">): MissingProxy | undefined {
  if (hasProxy(pod) || isAmbient(pod) || pod.namespace === mesh.istioNamespace) return undefined;
  const key = [INJECT].find((key) =>
    (pod.labels[key] ?? pod.annotations[key])?.toLowerCase() === "false"
  );
  if (key) return { why: "opted-out", key };
  if (pod.spec.hostNetwork) return { why: "host-network" };
  const namespace = mesh.get("Namespace", "", pod.namespace);
  const revision = namespace?.labels["istio.io/rev"];
  const isAsked = isAskedFor(mesh, pod);
  if (isAsked) return { why: "not-injected" };
  return revision && namespace.labels["istio-injection"] === undefined
    ? { why: "unknown-revision", revision }
    : { why: "not-asked-for" };
}

/** Whether an injector would take the pod: by the webhooks that are there, else by what Istio installs. */
function isAskedFor(mesh: Mesh, pod: Resource<"Pod">): boolean {
  const webhooks = mesh.once(injectors);
  if (webhooks.length === 0) {
    const instance = mesh.once(workloadInstances).select({}, pod.namespace)
      .find(({ resource }) => resource === pod);
    return instance !== undefined && wantsSidecar(mesh, instance);
  }
  const namespaceLabels = mesh.get("Namespace", "", pod.namespace)?.labels ?? {};
  return webhooks.some(({ namespaceSelector, objectSelector }) =>
    matchesSelector(namespaceLabels, namespaceSelector) &&
    matchesSelector(pod.labels, objectSelector)
  );
}
