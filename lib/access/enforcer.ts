import { isWaypoint, type WaypointService } from "../auth/mod.ts";
import {
  hasProxy,
  isAmbient,
  type Labelled,
  type Mesh,
  type MeshService,
  type Resource,
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
 * before that; or none.
 */
export function enforcersOf(
  mesh: Mesh,
  server: Resource<"Pod">,
  service: MeshService | undefined,
): readonly Enforcer[] {
  const own = { workload: server, services: [] };
  if (hasProxy(server)) return [{ ...own, seesRequests: true }];
  if (!isAmbient(server)) return [];
  const ztunnel = { ...own, seesRequests: false };
  const waypoint = service && waypointOf(mesh, service.resource);
  if (!waypoint) return [ztunnel];
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

/** A pod of the waypoint that a service, or its namespace, is enrolled with. */
function waypointOf(mesh: Mesh, service: MeshService["resource"]): Resource<"Pod"> | undefined {
  const namespace = mesh.get("Namespace", "", service.namespace);
  const enrolled = [service.labels, namespace?.labels ?? {}]
    .find((labels) => labels["istio.io/use-waypoint"] !== undefined);
  const name = enrolled?.["istio.io/use-waypoint"];
  if (!enrolled || !name || name === "none") return undefined;
  const home = enrolled["istio.io/use-waypoint-namespace"] ?? service.namespace;
  const label = "gateway.networking.k8s.io/gateway-name";
  return mesh.select("Pod", { [label]: name }, home).find(isWaypoint);
}
