import {
  hasSidecar,
  inAmbient,
  INJECTED_CONTAINERS,
  type Mesh,
  type MeshService,
  type MeshView,
  waypointBindingOf,
  type WaypointKind,
  type WorkloadInstance,
  workloadInstances,
} from "../../../mesh/mod.ts";

/** Whether a Service has workloads in ambient mode only, and names no waypoint. */
export function lacksWaypoint(
  mesh: MeshView<WaypointKind> & Pick<Mesh, "once">,
  { resource }: MeshService,
): boolean {
  if (resource.identifier !== "Service" || waypointBindingOf(mesh, resource)) return false;
  const { selector = {} } = resource.spec;
  if (Object.keys(selector).length === 0) return false;
  const workloads = mesh.once(workloadInstances).select(selector, resource.namespace);
  return workloads.length > 0 && workloads.every((each) => inAmbient(mesh, each));
}

/** Whether some workload has a sidecar beside its application. */
export function hasSidecars(mesh: Mesh): boolean {
  return mesh.once(workloadInstances).select({}).some((each) =>
    hasSidecar(mesh, each) && hasApplication(each)
  );
}

function hasApplication({ spec: { containers = [] } }: WorkloadInstance): boolean {
  return containers.some(({ name }) => !INJECTED_CONTAINERS.has(name ?? ""));
}
