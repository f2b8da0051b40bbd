/** What a proxy of a small mesh would print under `/config_dump`, for the plain case. @module */
import {
  containerPortNamed,
  isAmbient,
  isReady,
  type Mesh,
  type MeshServicePort,
  podsSelected,
  type Resource,
} from "../../mod.ts";

const ADMIN = "type.googleapis.com/envoy.admin.v3.";
const NETWORK = "type.googleapis.com/envoy.extensions.filters.network.";

/** The parts of a config dump that causes read, before they are put together. Cases may change them. */
export interface ProxyParts {
  /** Clusters by name. */
  readonly clusters: Map<string, Record<string, unknown>>;
  /** Clusters that wait for something, by name. */
  readonly warming: Map<string, Record<string, unknown>>;
  /** Virtual hosts by name of the route configuration. */
  readonly routes: Map<string, VirtualHost[]>;
  /** Endpoints by name of the cluster, as `ip:port`. */
  readonly endpoints: Map<string, EndpointPart[]>;
  /** Listeners by name. */
  readonly listeners: Map<string, Record<string, unknown>>;
}

/** A virtual host with its routes as Envoy has them. */
export interface VirtualHost {
  /** Name. */
  readonly name: string;
  /** Authorities. */
  readonly domains: string[];
  /** Routes. */
  routes: Record<string, unknown>[];
}

/** An endpoint. */
export interface EndpointPart {
  /** `ip:port`, or `envoy://LISTENER/ip:port` where a listener of the proxy's own leads there. */
  address: string;
  /** `HEALTHY`, `UNHEALTHY`, … */
  health: string;
  /** Name of the cluster that it is in, where that is told. */
  cluster?: string;
}

/** What istiod would send for the Services of a mesh without any Istio object. */
export function plainProxy(mesh: Mesh): ProxyParts {
  const parts: ProxyParts = {
    clusters: new Map(),
    warming: new Map(),
    routes: new Map(),
    endpoints: new Map(),
    listeners: new Map([[
      "virtualOutbound",
      listener("0.0.0.0", 15001, {
        use_original_dst: true,
        filter_chains: [tcpProxy("PassthroughCluster")],
      }),
    ]]),
  };
  parts.clusters.set("PassthroughCluster", { type: "ORIGINAL_DST" });
  for (const { host, ports, resource } of mesh.services.all) {
    if (resource.identifier !== "Service") continue;
    for (const port of ports) addPort(parts, mesh, { host, port, service: resource });
  }
  return parts;
}

function addPort(
  { clusters, routes, endpoints, listeners }: ProxyParts,
  mesh: Mesh,
  { host, port, service }: { host: string; port: MeshServicePort; service: Resource<"Service"> },
) {
  const cluster = `outbound|${port.port}||${host}`;
  clusters.set(cluster, {
    type: "EDS",
    eds_cluster_config: { eds_config: { ads: {} }, service_name: cluster },
  });
  endpoints.set(
    cluster,
    podsSelected(mesh, service.spec.selector, service.namespace).flatMap((pod) => {
      const number = typeof port.targetPort === "number"
        ? port.targetPort
        : containerPortNamed(pod, port.targetPort);
      return isReady(pod) && number !== undefined
        ? [{ address: `${pod.status.podIP}:${number}`, health: "HEALTHY" }]
        : [];
    }),
  );
  if (["http", "http2", "grpc", "auto"].includes(port.protocol)) {
    const name = String(port.port);
    const domains = [host, `${host}:${port.port}`, service.name, `${service.name}:${port.port}`];
    const short = `${service.name}.${service.namespace}`;
    domains.push(short, `${short}:${port.port}`, ...service.spec.clusterIPs ?? []);
    const virtualHost = {
      name: `${host}:${port.port}`,
      domains,
      routes: [{ name: "default", match: { prefix: "/" }, route: { cluster, timeout: "0s" } }],
    };
    routes.set(name, [...routes.get(name) ?? [], virtualHost]);
    listeners.set(
      `0.0.0.0_${name}`,
      listener("0.0.0.0", port.port, { filter_chains: [http(name)] }),
    );
  } else {
    const ip = service.spec.clusterIP ?? "0.0.0.0";
    const chains = { filter_chains: [tcpProxy(cluster)] };
    listeners.set(`${ip}_${port.port}`, listener(ip, port.port, chains));
  }
}

const MATCHING = "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3.";

/** What istiod would send to a waypoint for the HTTP ports of all Services: one listener with a tree of matchers. */
export function waypointProxy(mesh: Mesh): ProxyParts {
  const plain = plainProxy(mesh);
  const parts: ProxyParts = {
    clusters: new Map(),
    warming: new Map(),
    routes: new Map(),
    endpoints: new Map(),
    listeners: new Map(),
  };
  const filter_chains: object[] = [];
  const range_matchers: object[] = [];
  for (const { host, ports, resource } of mesh.services.all) {
    if (resource.identifier !== "Service") continue;
    for (const { port } of ports) {
      const name = `inbound-vip|${port}|http|${host}`;
      const routes = [{ name: "default", match: { prefix: "/" }, route: { cluster: name } }];
      parts.clusters.set(name, { type: "EDS", eds_cluster_config: { service_name: name } });
      parts.endpoints.set(
        name,
        (plain.endpoints.get(`outbound|${port}||${host}`) ?? []).map(({ address, health }) => {
          const pod = mesh.podAt(address.split(":")[0]!);
          const prefix = pod && isAmbient(pod) ? "envoy://connect_originate/" : "";
          return { address: prefix + address, health };
        }),
      );
      parts.routes.set(name, [{ name: `inbound|http|${port}`, domains: ["*"], routes }]);
      filter_chains.push({ name, ...http(name) });
      const map = { [port]: { action: { name } } };
      range_matchers.push({
        ranges: [{ address_prefix: resource.spec.clusterIP, prefix_len: 32 }],
        on_match: { matcher: treeOf("DestinationPortInput", { exact_match_map: { map } }) },
      });
    }
  }
  const custom_match = {
    typed_config: { "@type": "type.googleapis.com/xds.type.matcher.v3.IPMatcher", range_matchers },
  };
  parts.listeners.set("main_internal", {
    internal_listener: {},
    filter_chains,
    filter_chain_matcher: treeOf("DestinationIPInput", { custom_match }),
  });
  return parts;
}

function treeOf(input: string, branches: object): object {
  return { matcher_tree: { input: { typed_config: { "@type": MATCHING + input } }, ...branches } };
}

/** A listener at an address. */
export function listener(
  address: string,
  port_value: number,
  rest: object,
): Record<string, unknown> {
  return { address: { socket_address: { address, port_value } }, ...rest };
}

/** A filter chain that takes HTTP, with these filters before the router. */
export function http(route_config_name: string, http_filters: readonly object[] = []): object {
  const config = {
    "@type": `${NETWORK}http_connection_manager.v3.HttpConnectionManager`,
    rds: { config_source: { ads: {} }, route_config_name },
    http_filters,
  };
  return { filters: [{ name: `${NETWORK}http_connection_manager`, typed_config: config }] };
}

/** A filter chain that hands connections to an Envoy cluster. */
export function tcpProxy(cluster: string): object {
  const config = { "@type": `${NETWORK}tcp_proxy.v3.TcpProxy`, cluster };
  return { filters: [{ name: `${NETWORK}tcp_proxy`, typed_config: config }] };
}

/** The text of a config dump. */
export function configDump(
  { clusters, warming, routes, endpoints, listeners }: ProxyParts,
): string {
  const entries = <T, U>(map: Map<string, T>, make: (name: string, value: T) => U) =>
    [...map].map(([name, value]) => make(name, value));
  return JSON.stringify({
    configs: [
      {
        "@type": `${ADMIN}ClustersConfigDump`,
        dynamic_active_clusters: entries(clusters, (name, value) => ({
          cluster: { name, ...value },
        })),
        dynamic_warming_clusters: entries(warming, (name, value) => ({
          cluster: { name, ...value },
        })),
      },
      {
        "@type": `${ADMIN}ListenersConfigDump`,
        dynamic_listeners: entries(listeners, (name, value) => ({
          name,
          active_state: { listener: { name, ...value } },
        })),
      },
      {
        "@type": `${ADMIN}RoutesConfigDump`,
        dynamic_route_configs: entries(routes, (name, virtual_hosts) => ({
          route_config: { name, virtual_hosts },
        })),
      },
      {
        "@type": `${ADMIN}EndpointsConfigDump`,
        dynamic_endpoint_configs: entries(endpoints, assignment),
      },
    ],
  });
}

function assignment(cluster_name: string, endpoints: readonly EndpointPart[]): object {
  const lb_endpoints = endpoints.map(({ address, health, cluster }) => {
    const [, server_listener_name, endpoint_id] = /^envoy:\/\/(\w+)\/(.*)$/.exec(address) ?? [];
    const [ip, port] = address.split(":");
    const workload = `web;shop;web;v1;${cluster}`;
    return {
      ...(cluster && { metadata: { filter_metadata: { istio: { workload } } } }),
      endpoint: {
        address: server_listener_name
          ? { envoy_internal_address: { server_listener_name, endpoint_id } }
          : { socket_address: { address: ip, port_value: Number(port) } },
      },
      health_status: health,
    };
  });
  return { endpoint_config: { cluster_name, endpoints: [{ lb_endpoints }] } };
}
