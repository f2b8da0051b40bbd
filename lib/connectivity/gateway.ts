import { includesLabels, isZtunnel, type Mesh, type Resource } from "../mesh/mod.ts";
import type { Destination } from "./destination.ts";
import { expectedWalk } from "./expected_walk.ts";
import type { ProxyObservation } from "./observation.ts";
import { configuredWalk } from "./configured_walk.ts";
import type { Walk, WalkRequest } from "./walk.ts";

/** Whether a pod is a gateway or waypoint: a proxy of its own, without an application beside it. */
export function isGateway(pod: Pick<Resource<"Pod">, "labels" | "spec">): boolean {
  const { containers = [] } = pod.spec;
  if (isZtunnel(pod)) return false;
  if (pod.labels["gateway.networking.k8s.io/gateway-name"] !== undefined) return true;
  return containers.some(({ name, args = [] }) =>
    name === "istio-proxy" && args.includes("router")
  ) ||
    containers.length === 1 && containers[0]?.name === "istio-proxy";
}

/** A gateway that could take a request, with the way of the request through it. */
export interface GatewayWalk {
  /** The gateway's proxy. */
  readonly proxy: ProxyObservation;
  /** The way through it. */
  readonly walk: Walk;
}

/**
 * The gateway that a client outside reaches for a request: of all gateways the one that knows the host
 * best, then the one that logged requests for it.
 */
export function gatewayFor(
  mesh: Mesh,
  gateways: readonly ProxyObservation[],
  request: WalkRequest,
  destination: Destination,
): GatewayWalk | undefined {
  const ways = gateways.flatMap((proxy) =>
    listenPorts(mesh, proxy, request.port).map((port) => ({
      proxy,
      walk: wayThrough(mesh, proxy, { ...request, port, ip: undefined }, destination),
    }))
  );
  const score = ({ proxy, walk }: GatewayWalk) => closeness(walk) * 1000 + seen(proxy, destination);
  return ways.toSorted((a, b) => score(b) - score(a))[0];
}

/** Where a gateway's configuration was not read, the objects say what it should be. */
function wayThrough(
  mesh: Mesh,
  proxy: ProxyObservation,
  request: WalkRequest,
  destination: Destination,
): Walk {
  return proxy.dump || !proxy.pod
    ? configuredWalk(mesh, proxy, request, "bound")
    : expectedWalk(mesh, { pod: proxy.pod, isGateway: true, proxy }, request, destination);
}

/** Ports on which a gateway pod gets what clients send to `port` of its Services. */
function listenPorts(mesh: Mesh, { pod }: ProxyObservation, port: number): number[] {
  if (!pod) return [port];
  const ports = mesh.list("Service", pod.namespace)
    .filter(({ spec: { selector } }) => selector && includesLabels(pod.labels, selector))
    .flatMap(({ spec }) => spec.ports ?? [])
    .filter((p) => p.port === port)
    .map(({ targetPort }) => typeof targetPort === "number" ? targetPort : port);
  return ports.length > 0 ? [...new Set(ports)] : [port];
}

function closeness(
  { virtualHost, route, routeObject, listener, filterChain, verdict }: Walk,
): number {
  if (verdict === "forward" || verdict === "redirect") return 5;
  if (route || routeObject) return 4;
  // The `blackhole` virtual host takes every host; it knows none.
  if (virtualHost && !virtualHost.domains.includes("*")) return 3;
  if (filterChain) return 2;
  return listener ? 1 : 0;
}

function seen({ log }: ProxyObservation, { names }: Destination): number {
  const count =
    (log?.requests ?? []).filter(({ authority, serverName }) =>
      names.has(authority.toLowerCase().replace(/:\d+$/, "")) || names.has(serverName.toLowerCase())
    ).length;
  return Math.min(count, 999);
}
