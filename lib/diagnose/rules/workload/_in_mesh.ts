import { hasSidecar, type MeshView, type WorkloadInstance } from "../../../mesh/mod.ts";

const INJECT = "sidecar.istio.io/inject";

/** Whether a pod is in the mesh; with `compat`, as istioctl finds out. */
export function isInMesh(
  mesh: MeshView<"Namespace">,
  instance: WorkloadInstance,
  { compat, withInit = true }: { compat: boolean; withInit?: boolean },
): boolean {
  if (!compat) return hasSidecar(mesh, instance);
  const { containers = [], initContainers = [] } = instance.spec;
  const all = withInit ? [...containers, ...initContainers] : containers;
  if (all.some(({ name, image }) => name === "istio-proxy" && image)) return true;
  const inject = instance.labels[INJECT] ?? instance.annotations[INJECT];
  if (inject !== undefined) return inject === "true";
  return mesh.get("Namespace", "", instance.namespace)?.labels["istio-injection"] === "enabled";
}
