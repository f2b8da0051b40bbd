import type { BootstrapOptions, TracingOptions } from "./bootstrap_options.ts";
import type { JsonMap } from "./merge.ts";

/** Name of the cluster through which the agent gives configuration. */
export const XDS_CLUSTER = "xds-grpc";

/** Name of the cluster of the agent itself. */
export const AGENT_CLUSTER = "agent";

/** Name of the cluster of Envoy's own administration interface. */
export const STATS_CLUSTER = "prometheus_stats";

/** Names of the clusters that collect spans. */
export const TRACING_CLUSTERS: Readonly<Record<TracingOptions["provider"], string>> = {
  zipkin: "zipkin",
  otlp: "opentelemetry_collector",
};

const HTTP_OPTIONS = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

const HTTP2 = {
  "@type": `type.googleapis.com/${HTTP_OPTIONS}`,
  explicit_http_config: { http2_protocol_options: {} },
};

/** A stream of configuration gets a connection of its own. */
const ONE_REQUEST = { common_http_protocol_options: { max_requests_per_connection: 1 } };

/** The clusters that a proxy knows before istiod says anything. */
export function staticClusters(options: BootstrapOptions): JsonMap[] {
  const { adminPort = 15000, agentPort = 15020, configPath = "./etc/istio/proxy" } = options;
  const loopback = options.isIpv6 ? "::1" : "127.0.0.1";
  const socket = options.workloadSocket ?? "./var/run/secrets/workload-spiffe-uds/socket";
  return [
    local(STATS_CLUSTER, "0.250s", socketAddress(loopback, adminPort)),
    local(AGENT_CLUSTER, "0.250s", socketAddress(loopback, agentPort)),
    {
      ...local("sds-grpc", "1s", pipe(socket)),
      typed_extension_protocol_options: { [HTTP_OPTIONS]: HTTP2 },
    },
    {
      ...local(XDS_CLUSTER, "1s", pipe(`${configPath}/XDS`)),
      typed_extension_protocol_options: { [HTTP_OPTIONS]: { ...HTTP2, ...ONE_REQUEST } },
      circuit_breakers: { thresholds: ["DEFAULT", "HIGH"].map(wide) },
      upstream_connection_options: { tcp_keepalive: { keepalive_time: 300 } },
    },
    ...options.tracing === undefined ? [] : [collector(options.tracing, options)],
  ];
}

function local(name: string, timeout: string, address: JsonMap): JsonMap {
  return {
    name,
    // A separator after the name lets Istio's tag expressions find its end.
    alt_stat_name: `${name};`,
    type: "STATIC",
    connect_timeout: timeout,
    lb_policy: "ROUND_ROBIN",
    load_assignment: assignment(name, address),
  };
}

function collector(
  { provider, host, port }: TracingOptions,
  { isIpv6 }: BootstrapOptions,
): JsonMap {
  const name = TRACING_CLUSTERS[provider];
  return {
    name,
    alt_stat_name: `${name};`,
    type: "STRICT_DNS",
    respect_dns_ttl: true,
    dns_lookup_family: isIpv6 ? "V6_ONLY" : "V4_PREFERRED",
    connect_timeout: "1s",
    lb_policy: "ROUND_ROBIN",
    load_assignment: assignment(name, socketAddress(host, port)),
    ...provider === "otlp" && {
      typed_extension_protocol_options: { [HTTP_OPTIONS]: HTTP2 },
    },
  };
}

function assignment(cluster: string, address: JsonMap): JsonMap {
  return {
    cluster_name: cluster,
    endpoints: [{ lb_endpoints: [{ endpoint: { address } }] }],
  };
}

function wide(priority: string): JsonMap {
  const limit = 100_000;
  return { priority, max_connections: limit, max_pending_requests: limit, max_requests: limit };
}

/** An address of a host and port. */
export function socketAddress(address: string, port: number): JsonMap {
  return { socket_address: { address, port_value: port } };
}

function pipe(path: string): JsonMap {
  return { pipe: { path } };
}
