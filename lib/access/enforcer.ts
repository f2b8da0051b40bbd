import type { WaypointService } from "../auth/mod.ts";
import {
  hasProxy,
  isAmbient,
  type Labelled,
  type Mesh,
  type MeshService,
  type Resource,
  seenBy,
  waypointOf,
  waypointPods,
} from "../mesh/mod.ts";

/** A proxy on the way to a pod that enforces policies. */
export interface Enforcer {
  /** Which proxy it is; absent for the only one. */
  readonly label?: string;
  /** The workload whose policies it gets. */
  readonly workload: Labelled;
  /** The services that it stands before; only waypoints have any. */
  readonly services: readonly WaypointService[];
  /** Whether it looks at requests; ztunnel sees connections only. */
  readonly seesRequests: boolean;
  /** The waypoint that is its caller, where one stands before it. */
  readonly behind?: Resource<"Pod">;
}

/**
 * The proxies that enforce policies for a pod: its sidecar; or ztunnel, and the waypoint of its service
 * before that, where the client's own ztunnel sends requests there; or none.
 */
export function enforcersOf(
  mesh: Mesh,
  client: Resource<"Pod">,
  server: Resource<"Pod">,
  service: MeshService | undefined,
): readonly Enforcer[] {
  const own = { workload: server, services: [] };
  if (hasProxy(server)) return [{ ...own, seesRequests: true }];
  if (!isAmbient(server)) return [];
  const ztunnel = { ...own, seesRequests: false };
  const gateway = isAmbient(client) && service &&
    waypointOf(seenBy(mesh, server), service.resource);
  const [waypoint] = gateway ? waypointPods(mesh, gateway) : [];
  if (!service || !waypoint) return [ztunnel];
  return [
    {
      label: `the waypoint ${waypoint.namespace}/${waypoint.name}`,
      workload: waypoint,
      services: [service.resource],
      seesRequests: true,
    },
    { ...ztunnel, label: "ztunnel", behind: waypoint },
  ];
}
