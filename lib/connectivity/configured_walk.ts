import type { ResourceRef } from "../core/mod.ts";
import { type EnvoyClusterStatus, isTunnelled, tunnelEnd } from "../evidence/mod.ts";
import type { Mesh } from "../mesh/mod.ts";
import {
  BLACK_HOLE_CLUSTER,
  type ConfigDump,
  effectiveAuthority,
  endpointsOf,
  type EnvoyCluster,
  type FilterChain,
  type FilterMetadata,
  type HttpConnectionManager,
  type Listener,
  matchBoundListener,
  matchFilterChain,
  matchListener,
  matchRoute,
  matchVirtualHost,
  type NetworkFilter,
  type OriginalDestination,
  originOf,
  parseEnvoyClusterName,
  PASSTHROUGH_CLUSTER,
  tlsContextOf,
  transportSocketFor,
  type VirtualHost,
  type WeightedCluster,
} from "../proxy/mod.ts";
import { addressOf } from "./destination.ts";
import type { ProxyObservation } from "./observation.ts";
import {
  NOT_WALKED,
  type Target,
  type TargetEndpoint,
  type Walk,
  type WalkRequest,
} from "./walk.ts";

/** An address of the range that nobody uses (RFC 5737), for hosts whose address is not known. */
const NOWHERE = "192.0.2.1";

/**
 * How a proxy gets connections: redirected from where they were going, at the ports it listens on, or out
 * of the tunnels that end at a waypoint.
 */
export type Entrance = "captured" | "bound" | "waypoint";

/** The listener of a waypoint that gets what comes out of the tunnels. */
const WAYPOINT_LISTENER = "main_internal";

/**
 * Walks a request through the configuration of the caller's proxy: listener, filter chain, virtual host,
 * route, Envoy cluster, endpoints.
 */
export function configuredWalk(
  mesh: Mesh,
  proxy: ProxyObservation | undefined,
  request: WalkRequest,
  entrance: Entrance = "captured",
): Walk {
  const dump = proxy?.dump;
  if (!proxy || !dump) return { ...NOT_WALKED, proxy };
  const destination = { ip: request.ip ?? NOWHERE, port: request.port };
  const listener = listenerFor(dump, destination, entrance);
  if (!listener) return { ...NOT_WALKED, proxy, verdict: "no_listener" };
  const { filterChain } = matchFilterChain(listener, {
    destinationIp: destination.ip,
    destinationPort: destination.port,
    transportProtocol: request.serverName === undefined ? "raw_buffer" : "tls",
    ...(request.serverName === undefined ? {} : { serverName: request.serverName }),
    applicationProtocols: request.serverName === undefined ? ["http/1.1"] : [],
  });
  const at = { ...NOT_WALKED, proxy, listener, filterChain };
  const [manager] = filtersOf(filterChain, "http_connection_manager");
  if (manager) return walkHttp(mesh, dump, at, manager.config, request);
  const [tcp] = filtersOf(filterChain, "tcp_proxy");
  if (!tcp) return { ...at, verdict: "no_listener" };
  return forward(mesh, dump, at, sharesOf(tcp.config.cluster, tcp.config.weightedClusters));
}

function listenerFor(
  dump: ConfigDump,
  destination: OriginalDestination,
  entrance: Entrance,
): Listener | undefined {
  if (entrance === "waypoint") return dump.listener(WAYPOINT_LISTENER);
  return (entrance === "bound"
    ? matchBoundListener(dump, destination)
    : matchListener(dump, destination))?.listener;
}

/** The filters of one kind in a filter chain, in order. */
export function filtersOf<K extends NetworkFilter["kind"]>(
  chain: FilterChain | undefined,
  kind: K,
): Extract<NetworkFilter, { kind: K }>[] {
  return (chain?.filters ?? []).filter((f): f is Extract<NetworkFilter, { kind: K }> =>
    f.kind === kind
  );
}

function walkHttp(
  mesh: Mesh,
  dump: ConfigDump,
  at: Walk,
  manager: HttpConnectionManager,
  { authority, port, method, path, headers }: WalkRequest,
): Walk {
  const http = { ...at, isHttp: true };
  const routeConfiguration = manager.routeConfig ??
    dump.routeConfiguration(manager.rdsRouteConfigName ?? "");
  if (!routeConfiguration) return { ...http, verdict: "unknown" };
  const found = matchVirtualHost(routeConfiguration, effectiveAuthority(manager, authority, port));
  if (!found) return { ...http, routeConfiguration, verdict: "no_virtual_host" };
  const { virtualHost } = found;
  const { route } = matchRoute(virtualHost, { method, path, headers, authority });
  const routed = { ...http, routeConfiguration, virtualHost, route };
  if (!route) return { ...routed, verdict: "no_route" };
  const routeObject = objectBehind(mesh, route.metadata, route.name);
  const decided = { ...routed, routeObject };
  switch (route.action.kind) {
    case "redirect":
      return { ...decided, verdict: "redirect" };
    case "direct_response":
      return { ...decided, verdict: isBlock(virtualHost) ? "blackhole" : "direct_response" };
    case "route": {
      const { cluster, weightedClusters } = route.action.route;
      return forward(mesh, dump, decided, sharesOf(cluster, weightedClusters));
    }
    default:
      return { ...decided, verdict: "no_route" };
  }
}

/** istiod's virtual host for what nobody declared, under `REGISTRY_ONLY`. */
function isBlock({ name }: VirtualHost): boolean {
  return name === "block_all";
}

function sharesOf(
  cluster: string | undefined,
  weighted: readonly WeightedCluster[],
): { name: string; share: number }[] {
  if (cluster !== undefined) return [{ name: cluster, share: 1 }];
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return weighted.map(({ name, weight }) => ({ name, share: total === 0 ? 0 : weight / total }));
}

function forward(
  mesh: Mesh,
  dump: ConfigDump,
  at: Walk,
  shares: readonly { name: string; share: number }[],
): Walk {
  const names = shares.map(({ name }) => name);
  const verdict = names.includes(BLACK_HOLE_CLUSTER)
    ? "blackhole"
    : names.includes(PASSTHROUGH_CLUSTER)
    ? "passthrough"
    : "forward";
  return { ...at, verdict, targets: shares.map((share) => targetOf(mesh, dump, at, share)) };
}

function targetOf(
  mesh: Mesh,
  dump: ConfigDump,
  { proxy }: Walk,
  { name, share }: { name: string; share: number },
): Target {
  const envoyCluster = dump.cluster(name);
  const status = proxy?.envoyClusters?.get(name);
  return {
    name,
    parsed: parseEnvoyClusterName(name),
    share,
    isDefined: envoyCluster !== undefined,
    envoyCluster,
    object: envoyCluster && objectBehind(mesh, envoyCluster.metadata),
    endpoints: envoyCluster && endpointsAt(mesh, dump, envoyCluster, status),
    status,
  };
}

/** The object that istiod made something of: it reads its own cluster's alone. */
function objectBehind(
  { clusters, home }: Mesh,
  metadata: FilterMetadata,
  routeName?: string,
): ResourceRef | undefined {
  const ref = originOf(metadata, routeName);
  return ref && clusters.length > 1 ? { ...ref, cluster: home } : ref;
}

function endpointsAt(
  mesh: Mesh,
  dump: ConfigDump,
  envoyCluster: EnvoyCluster,
  status: EnvoyClusterStatus | undefined,
): TargetEndpoint[] | undefined {
  const counted = new Map(status?.hosts.map((host) => [host.address, host]));
  const known = endpointsOf(envoyCluster, dump)?.map(
    ({ address, isUsable, priority, workload, lbEndpoint }) => {
      const { transportSocket } = transportSocketFor(envoyCluster, lbEndpoint);
      const [, , , , cluster = ""] = workload.split(";");
      return { address, isUsable, priority, cluster, tls: tlsContextOf(transportSocket) };
    },
  );
  const { transportSocket } = envoyCluster;
  return (known ?? status?.hosts.map(({ address, edsHealth, priority }) => ({
    address,
    isUsable: edsHealth !== "UNHEALTHY",
    priority,
    cluster: "",
    tls: tlsContextOf(transportSocket),
  })))?.map(({ isUsable, tls, ...endpoint }) => {
    const address = tunnelEnd(endpoint.address);
    const { ip = "", port = 0 } = addressOf(address);
    const host = counted.get(address);
    const isEjected = host?.isEjected ?? false;
    const pod = mesh.podAt(ip, endpoint.cluster);
    return {
      ...endpoint,
      address,
      cluster: endpoint.cluster || (pod?.cluster ?? ""),
      isTls: tls !== undefined || isTunnelled(endpoint.address),
      serverName: tls?.sni,
      ip,
      port,
      pod,
      isUsable: isUsable && !isEjected,
      isEjected,
      status: host,
    };
  });
}
