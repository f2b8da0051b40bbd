import type { MeshView } from "./mesh.ts";
import type { Labels } from "./selector.ts";

/**
 * The labels of a namespace, with that of its name: the API server gives it to every namespace, and one
 * that nobody recorded has it too.
 */
export function namespaceLabels(
  mesh: MeshView<"Namespace">,
  namespace: string,
  cluster?: string,
): Labels {
  return {
    ...mesh.get("Namespace", "", namespace, cluster)?.labels,
    "kubernetes.io/metadata.name": namespace,
  };
}
