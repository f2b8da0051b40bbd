import {
  type Mesh,
  type MeshView,
  type Resource,
  USE_WAYPOINT,
  USE_WAYPOINT_NAMESPACE,
  type WaypointBinding,
  waypointBindingOf,
  type WaypointProblem,
} from "../../../mesh/mod.ts";

/** Kinds whose objects may name a waypoint, for themselves or for a whole namespace. */
export const ENROLLABLE = ["Namespace", "Pod", "Service", "ServiceEntry", "WorkloadEntry"] as const;

type Enrollable = (typeof ENROLLABLE)[number];

/** An object that names a waypoint by its own label. */
export interface Naming {
  /** The object. */
  readonly on: Resource<Enrollable>;
  /** The Gateway that it names. */
  readonly gateway: Pick<Resource<"KubernetesGateway">, "namespace" | "name">;
}

/** Every object that names a waypoint by its own label. */
export function namings(mesh: MeshView<Enrollable>): Naming[] {
  return ENROLLABLE.flatMap((kind) => mesh.list(kind)).flatMap((on) => {
    const { [USE_WAYPOINT]: name, [USE_WAYPOINT_NAMESPACE]: other } = on.labels;
    if (name === undefined || name === "none") return [];
    const home = on.identifier === "Namespace" ? on.name : on.namespace;
    return [{ on, gateway: { namespace: other ?? home, name } }];
  });
}

/** What names a waypoint that istiod does not use for it, each object with the label once. */
export function unused(problem: WaypointProblem): (mesh: Mesh) => readonly WaypointBinding[] {
  return problem === "not allowed" ? notAllowed : otherTraffic;
}

function notAllowed(mesh: Mesh): readonly WaypointBinding[] {
  return withProblem(mesh, "not allowed");
}

function otherTraffic(mesh: Mesh): readonly WaypointBinding[] {
  // Pods get the label of their namespace too, and most waypoints are meant for Services alone.
  return withProblem(mesh, "other traffic").filter(({ by }) => by.identifier !== "Namespace");
}

function withProblem(mesh: Mesh, problem: WaypointProblem): WaypointBinding[] {
  const targets = [
    ...mesh.list("Service"),
    ...mesh.list("ServiceEntry"),
    ...mesh.list("Pod"),
    ...mesh.list("WorkloadEntry"),
  ];
  const found = new Map<Resource, WaypointBinding>();
  for (const target of targets) {
    const binding = waypointBindingOf(mesh, target);
    if (binding?.problem === problem) found.set(binding.by, binding);
  }
  return [...found.values()];
}
