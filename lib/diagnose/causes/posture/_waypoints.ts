import { type Mesh, type Resource, waypointOf } from "../../../mesh/mod.ts";

/** The waypoints that stand before Services, with those Services. */
export function servicesByWaypoint(
  mesh: Mesh,
): ReadonlyMap<Resource<"KubernetesGateway">, readonly Resource<"Service">[]> {
  const found = new Map<Resource<"KubernetesGateway">, Resource<"Service">[]>();
  for (const service of mesh.list("Service")) {
    const gateway = waypointOf(mesh, service);
    if (!gateway) continue;
    const services = found.get(gateway);
    if (services) services.push(service);
    else found.set(gateway, [service]);
  }
  return found;
}
