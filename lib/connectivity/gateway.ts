import { includesLabels, isZtunnel, type Mesh, overlaps, type Resource } from "../mesh/mod.ts";
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

/** A gateway object, of Istio's API or of Gateway API. */
export type GatewayObject = Resource<"Gateway"> | Resource<"KubernetesGateway">;

/** The gateway objects that configure a gateway's pod. */
export function gatewayObjectsOf(mesh: Mesh, pod: Resource<"Pod">): readonly GatewayObject[] {
  const name = pod.labels["gateway.networking.k8s.io/gateway-name"];
  return name === undefined
    ? mesh.list("Gateway").filter(({ spec }) => includesLabels(pod.labels, spec.selector))
    : mesh.list("KubernetesGateway", pod.namespace).filter((gateway) => gateway.name === name);
}

/** The ports on which a gateway object serves a host. */
export function portsFor(gateway: GatewayObject, host: string): number[] {
  const served = gateway.identifier === "Gateway"
    ? (gateway.spec.servers ?? []).map(({ hosts = [], port }) => ({
      hosts: hosts.map((h) => h.slice(h.indexOf("/") + 1)),
      port: port?.number ?? 0,
    }))
    : (gateway.spec.listeners ?? []).map(({ hostname = "*", port = 0 }) => ({
      hosts: [hostname],
      port,
    }));
  return served.filter(({ hosts }) => hosts.some((h) => overlaps(h, host)))
    .map(({ port }) => port);
}

/**
 * The gateway that a client outside reaches for a request: of all gateways the one whose routes know the
 * host best, then the one that logged requests for it, then the one whose objects serve it.
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
  const serves = ({ pod }: ProxyObservation) =>
    pod !== undefined &&
    gatewayObjectsOf(mesh, pod).some((each) => portsFor(each, destination.host).length > 0);
  const scored = ways.map((way) => {
    const known = closeness(way.walk);
    return {
      way,
      score: [
        known >= KNOWS_HOST ? known : 0,
        seen(way.proxy, destination),
        +serves(way.proxy),
        known,
      ],
    };
  });
  return scored.toSorted((a, b) => compareScores(b.score, a.score))[0]?.way;
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

function compareScores(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, index) => value !== b[index]);
  return i < 0 ? 0 : a[i]! - b[i]!;
}

/** Closeness from which a gateway's routes know the host. */
const KNOWS_HOST = 3;

function closeness(
  { virtualHost, route, routeObject, listener, filterChain, verdict }: Walk,
): number {
  if (verdict === "forward" || verdict === "redirect") return 5;
  if (route || routeObject) return 4;
  // The `blackhole` virtual host takes every host; it knows none.
  if (virtualHost && !virtualHost.domains.includes("*")) return KNOWS_HOST;
  if (filterChain) return 2;
  return listener ? 1 : 0;
}

function seen({ log }: ProxyObservation, { names }: Destination): number {
  return (log?.requests ?? []).filter(({ authority, serverName }) =>
    names.has(authority.toLowerCase().replace(/:\d+$/, "")) || names.has(serverName.toLowerCase())
  ).length;
}
