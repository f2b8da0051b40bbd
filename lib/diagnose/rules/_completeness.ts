import type { Kind, MeshView, Resource } from "../../mesh/mod.ts";

/**
 * Whether a mesh may be taken to have every object of a kind beside `witness`: a cluster served it, or
 * the manifests have some of that kind, in that namespace where one is given. Manifests of one
 * application often leave the rest of the mesh out.
 */
export function isComplete<K extends Kind>(
  mesh: MeshView<K>,
  kind: K,
  witness: Resource,
  namespace?: string,
): boolean {
  return witness.origin === undefined || mesh.list(kind, namespace).length > 0;
}
