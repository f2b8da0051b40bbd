import { nearest } from "../../core/mod.ts";
import { fqdn, type Mesh } from "../../mesh/mod.ts";
import type { RuleMesh } from "../analysis/rule.ts";

/**
 * The host that was probably meant: the one service of that name in another namespace, or the service of
 * the same namespace whose name is spelt almost alike.
 */
export function intendedHost(
  mesh: RuleMesh<"Service">,
  host: string,
  namespace: string,
): string | undefined {
  const intended = namesakeElsewhere(mesh, host) ?? likelySpelling(mesh, host, namespace);
  // A service that is there, but not to be seen, is not found by writing its name once more.
  return intended && fqdn(intended, namespace) !== fqdn(host, namespace) ? intended : undefined;
}

function namesakeElsewhere(mesh: RuleMesh<"Service">, host: string): string | undefined {
  const [name = ""] = host.split(".", 1);
  const [home, ...others] = mesh.once(namespacesByService).get(name) ?? [];
  return home !== undefined && others.length === 0 ? fqdn(name, home) : undefined;
}

function likelySpelling(
  mesh: RuleMesh<"Service">,
  host: string,
  namespace: string,
): string | undefined {
  if (host.includes(".")) return undefined;
  return nearest(host, mesh.list("Service", namespace).map(({ name }) => name));
}

/** Where Services of a name are; several clusters may have the same one. */
function namespacesByService(mesh: Mesh): ReadonlyMap<string, ReadonlySet<string>> {
  const namespaces = new Map<string, Set<string>>();
  for (const { name, namespace } of mesh.list("Service")) {
    namespaces.set(name, (namespaces.get(name) ?? new Set()).add(namespace));
  }
  return namespaces;
}
