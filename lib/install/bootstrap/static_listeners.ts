import type { BootstrapOptions } from "./bootstrap_options.ts";
import type { JsonMap } from "./merge.ts";
import { AGENT_CLUSTER, socketAddress, STATS_CLUSTER } from "./static_clusters.ts";

const FILTERS = "type.googleapis.com/envoy.extensions.filters";

/** The listeners that a proxy has before istiod says anything: statistics and readiness. */
export function staticListeners(options: BootstrapOptions): JsonMap[] {
  const { prometheusPort = 15090, readinessPort = 15021 } = options;
  const any = options.isIpv6 ? "::" : "0.0.0.0";
  return [
    forward(any, prometheusPort, "stats", "/stats/prometheus", STATS_CLUSTER),
    forward(any, readinessPort, "agent", "/healthz/ready", AGENT_CLUSTER),
  ];
}

function forward(
  host: string,
  port: number,
  statPrefix: string,
  prefix: string,
  cluster: string,
): JsonMap {
  const manager = {
    "@type": `${FILTERS}.network.http_connection_manager.v3.HttpConnectionManager`,
    codec_type: "AUTO",
    stat_prefix: statPrefix,
    route_config: {
      virtual_hosts: [{
        name: "backend",
        domains: ["*"],
        routes: [{ match: { prefix }, route: { cluster } }],
      }],
    },
    http_filters: [{
      name: "envoy.filters.http.router",
      typed_config: { "@type": `${FILTERS}.http.router.v3.Router` },
    }],
  };
  return {
    name: `${host}_${port}`,
    address: socketAddress(host, port),
    // Probes and scrapes must get through when a proxy refuses connections for overload.
    bypass_overload_manager: true,
    ignore_global_conn_limit: true,
    filter_chains: [{
      filters: [{ name: "envoy.filters.network.http_connection_manager", typed_config: manager }],
    }],
  };
}
