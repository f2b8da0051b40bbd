import { nearest, type Path } from "../../core/mod.ts";
import type { Mesh, Resource } from "../../mesh/mod.ts";
import { replacement } from "../analysis/fix.ts";
import type { Draft, RuleMesh } from "../analysis/rule.ts";

/** A namespace that an object names. */
export interface NamedNamespace {
  /** The object. */
  readonly on: Resource;
  /** The way to the name. */
  readonly at: Path;
  /** The name. */
  readonly namespace: string;
}

/** The namespaces, of those that are named, that are not there. */
export function* missingNamespaces(
  mesh: RuleMesh<"Namespace">,
  named: Iterable<NamedNamespace>,
): Iterable<Draft> {
  const known = mesh.once(namespaceNames);
  if (known.size === 0) return;
  for (const { on, at, namespace } of named) {
    if (known.has(namespace)) continue;
    const meant = nearest(namespace, known);
    // Manifests seldom have the namespaces of other teams.
    if (on.origin !== undefined && meant === undefined) continue;
    yield {
      on,
      at,
      message: `There is no namespace "${namespace}"`,
      fix: meant === undefined ? undefined : replacement(at, meant, `Name "${meant}"`),
    };
  }
}

function namespaceNames(mesh: Mesh): ReadonlySet<string> {
  return new Set(mesh.list("Namespace").map(({ name }) => name));
}
