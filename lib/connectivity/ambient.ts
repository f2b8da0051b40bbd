import {
  hasProxy,
  isAmbient,
  type Mesh,
  type Resource,
  type WaypointBinding,
  waypointBindingOf,
  waypointPods,
  ztunnelOf,
} from "../mesh/mod.ts";
import type { Caller } from "./caller.ts";
import type { Destination } from "./destination.ts";
import { sliceEndpoints } from "./expected_target.ts";
import { NOT_WALKED, type Target, type TargetEndpoint, type Walk } from "./walk.ts";

/**
 * The waypoint that a destination names: its Service does, or for an address of a pod the pod. `undefined`
 * where it names none.
 */
export function waypointBinding(
  mesh: Mesh,
  { service, pods, addresses }: Destination,
): WaypointBinding | undefined {
  const [pod] = pods;
  // A headless Service has no address of its own: its clients connect to pods.
  const target = service && addresses.size > 0 ? service.resource : pod ?? service?.resource;
  return target && waypointBindingOf(mesh, target);
}

/** The pods of the waypoint that a caller's ztunnel sends requests to; none where it sends them straight on. */
export function waypointsOnTheWay(
  mesh: Mesh,
  { dataPlane }: Caller,
  binding: WaypointBinding | undefined,
): readonly Resource<"Pod">[] {
  return dataPlane === "ambient" && binding?.gateway && binding.problem === undefined
    ? waypointPods(mesh, binding.gateway)
    : [];
}

/** The ztunnels that carry the connections of pods. */
export function ztunnelsOf(
  mesh: Mesh,
  pods: Iterable<Resource<"Pod">>,
): readonly Resource<"Pod">[] {
  const found = [...pods].flatMap((pod) => isAmbient(pod) ? ztunnelOf(mesh, pod) ?? [] : []);
  return [...new Set(found)];
}

/**
 * The way of a connection that ztunnel carries: it knows no routes, and balances over the endpoints of the
 * Service. What it does not know it passes through.
 */
export function ztunnelWalk(mesh: Mesh, destination: Destination): Walk {
  const { service, servicePort, host, port, pods, targetPorts } = destination;
  const at: Walk = { ...NOT_WALKED, proxy: undefined, isExpected: true };
  if (!service && pods.length === 0) return { ...at, verdict: "passthrough" };
  const slices = service && sliceEndpoints(mesh, service, servicePort?.port ?? port ?? 0);
  const endpoints = slices ?? pods.flatMap((pod) => endpointsOfPod(pod, targetPorts));
  const target: Target = {
    name: port === undefined ? host : `${host}:${port}`,
    parsed: undefined,
    share: 1,
    isDefined: true,
    envoyCluster: undefined,
    object: service?.resource.ref,
    endpoints: endpoints.map((endpoint) => ({
      ...endpoint,
      isTls: endpoint.pod !== undefined && takesHbone(endpoint.pod),
    })),
    status: undefined,
  };
  return { ...at, verdict: "forward", targets: [target] };
}

/** Whether ztunnel opens tunnels to a pod: it is in ambient mode, or its sidecar says that it takes them. */
export function takesHbone(pod: Resource<"Pod">): boolean {
  return isAmbient(pod) || hasProxy(pod) && pod.labels["networking.istio.io/tunnel"] === "http";
}

function endpointsOfPod(
  pod: Resource<"Pod">,
  ports: ReadonlySet<number>,
): Omit<TargetEndpoint, "isTls">[] {
  const ip = pod.status.podIP ?? "";
  return ip === "" ? [] : [...ports].map((port) => ({
    address: `${ip}:${port}`,
    ip,
    port,
    pod,
    cluster: pod.cluster,
    isUsable: true,
    isEjected: false,
    priority: 0,
    serverName: undefined,
    status: undefined,
  }));
}
