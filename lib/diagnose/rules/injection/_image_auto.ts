import {
  type Labels,
  matchesSelector,
  type MeshView,
  type PodSpec,
  PROXY_CONTAINER,
} from "../../../mesh/mod.ts";

/** What is said of a workload whose proxy has no real image. */
export const IMAGE_AUTO_MESSAGE =
  "contains `image: auto` but does not match any Istio injection webhook selectors.";

/** Position of the proxy among the containers, where its image is the placeholder `auto`. */
export function autoProxyIndex({ containers = [] }: PodSpec): number | undefined {
  const index = containers.findIndex(({ name, image }) =>
    name === PROXY_CONTAINER && image === "auto"
  );
  return index < 0 ? undefined : index;
}

/** Whether a webhook of Istio's would change a pod with some labels in a namespace. */
export function isMatchedByInjector(
  mesh: MeshView<"MutatingWebhookConfiguration" | "Namespace">,
  namespace: string,
  labels: Labels,
): boolean {
  const namespaceLabels = mesh.get("Namespace", "", namespace || "default")?.labels ?? {};
  return mesh.list("MutatingWebhookConfiguration").some(({ object }) =>
    (object.webhooks ?? []).some(({ name, namespaceSelector, objectSelector }) =>
      name?.endsWith("istio.io") && matchesSelector(namespaceLabels, namespaceSelector) &&
      matchesSelector(labels, objectSelector)
    )
  );
}
