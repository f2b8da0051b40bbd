import {
  destinationsOf,
  exportTargets,
  fqdn,
  type Mesh,
  type MeshServicePort,
  type Resource,
  type RouteDestination,
} from "../../../mesh/mod.ts";
import type { RuleMesh } from "../../analysis/rule.ts";

/** A destination and the VirtualService it stands in. */
export interface Routed extends RouteDestination {
  /** Where it stands. */
  readonly vs: Resource<"VirtualService">;
  /** The ports of the service that serves it; `undefined` where nothing does. */
  readonly ports: readonly MeshServicePort[] | undefined;
}

/** The destinations of each VirtualService. */
export function destinations(
  mesh: Mesh,
): ReadonlyMap<Resource<"VirtualService">, readonly RouteDestination[]> {
  return new Map(mesh.list("VirtualService").map((vs) => [vs, destinationsOf(vs)]));
}

/** Every destination of every VirtualService with what serves it. */
export function routedDestinations(mesh: Mesh): readonly Routed[] {
  return [...mesh.once(destinations)].flatMap(([vs, all]) =>
    all.map((to) => ({ ...to, vs, ports: portsServed(mesh, vs, to.host) }))
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
