import type { Case } from "../../../connectivity/mod.ts";
import type { WaypointBinding, WaypointProblem } from "../../../mesh/mod.ts";

/** The waypoint that a case's destination names and that the caller's ztunnel should use, but does not, for one of these reasons. */
export function unusedWaypoint(
  of: Case,
  ...problems: readonly WaypointProblem[]
): WaypointBinding | undefined {
  const { waypoint, caller } = of;
  if (caller.dataPlane !== "ambient" || waypoint?.problem === undefined) return undefined;
  return problems.includes(waypoint.problem) ? waypoint : undefined;
}

/** What names the waypoint, for sentences. */
export function namedBy({ by }: WaypointBinding): string {
  return by.namespace ? `${by.kind} ${by.namespace}/${by.name}` : `${by.kind} ${by.name}`;
}
