import { nearest } from "../../core/mod.ts";
import { fqdn, type Mesh, type Resource } from "../../mesh/mod.ts";
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
  const namesakes = mesh.once(servicesByName).get(name) ?? [];
  return namesakes.length === 1 ? fqdn(name, namesakes[0]!.namespace) : undefined;
}

function likelySpelling(
  mesh: RuleMesh<"Service">,
  host: string,
  namespace: string,
): string | undefined {
  if (host.includes(".")) return undefined;
  return nearest(host, mesh.list("Service", namespace).map(({ name }) => name));
}

function servicesByName(mesh: Mesh): Map<string, Resource<"Service">[]> {
  return Map.groupBy(mesh.list("Service"), ({ name }) => name);
}
