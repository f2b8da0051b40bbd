import { type Fix, nearest } from "../../../core/mod.ts";
import {
  destinationsOf,
  exportTargets,
  fqdn,
  type Mesh,
  type MeshServicePort,
  type Resource,
  type RouteDestination,
} from "../../../mesh/mod.ts";
import { replacement } from "../../fix.ts";
import type { RuleMesh } from "../../rule.ts";

/** A destination and the VirtualService it stands in. */
export interface Routed extends RouteDestination {
  /** Where it stands. */
  readonly vs: Resource<"VirtualService">;
  /** The ports of the service that serves it; `undefined` where nothing does. */
  readonly ports: readonly MeshServicePort[] | undefined;
}

/** Every destination of every VirtualService with what serves it. */
export function routedDestinations(mesh: Mesh): readonly Routed[] {
  return mesh.list("VirtualService").flatMap((vs) =>
    destinationsOf(vs).map((to) => ({ ...to, vs, ports: portsServed(mesh, vs, to.host) }))
  );
}

/** A VirtualService that is exported to chosen namespaces is judged by what those see. */
function portsServed(
  mesh: RuleMesh<never>,
  vs: Resource<"VirtualService">,
  host: string,
): readonly MeshServicePort[] | undefined {
  const name = fqdn(host, vs.namespace);
  for (const target of exportTargets(vs.spec.exportTo, vs.namespace)) {
    const ports = mesh.services.portsOf(name, target === "*" ? vs.namespace : target);
    if (ports) return ports;
  }
  return undefined;
}

/**
 * Puts the host in that was probably meant: the one service of that name in another namespace, or the
 * service of the same namespace whose name is spelt almost alike.
 */
export function intendedHost(
  mesh: RuleMesh<"Service">,
  { host, path, vs }: Routed,
): Fix | undefined {
  const intended = namesakeElsewhere(mesh, host) ?? likelySpelling(mesh, host, vs.namespace);
  return intended === undefined
    ? undefined
    : replacement([...path, "host"], intended, `Route to "${intended}"`);
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
