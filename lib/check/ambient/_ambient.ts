import { isAmbient, isAmbientNamespace, type Mesh } from "../../mesh/mod.ts";

/** Whether pods are in ambient mode, or would be. */
export function isAmbientUsed(mesh: Mesh): boolean {
  return mesh.list("Namespace").some(isAmbientNamespace) || mesh.list("Pod").some(isAmbient);
}
