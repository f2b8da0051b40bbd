import { Failure, nearest } from "../../core/mod.ts";
import { gapOfKind } from "../../diagnose/mod.ts";
import type { Mesh } from "../../mesh/mod.ts";

/**
 * The namespace that a person limits a question to. Throws a `Failure` where the mesh certainly has no such
 * namespace: an answer about nothing would look like a clean one.
 */
export function namespaceOfInterest(mesh: Mesh, namespace: string): string {
  const known = new Set(mesh.list("Namespace").map(({ name }) => name));
  for (const kind of mesh.kinds) {
    for (const resource of mesh.list(kind)) known.add(resource.namespace);
  }
  if (known.has(namespace) || gapOfKind(mesh.gaps, "Namespace")) return namespace;
  const meant = nearest(namespace, known);
  throw new Failure("USAGE", `Cannot find namespace "${namespace}" in the mesh`, {
    ...(meant && { hint: `Did you mean ${meant}?` }),
  });
}
