import type { BootstrapOptions } from "./bootstrap_options.ts";
import { type JsonMap, mergeMessages } from "./merge.ts";
import { nodeOf } from "./node.ts";
import { socketAddress, staticClusters, XDS_CLUSTER } from "./static_clusters.ts";
import { staticListeners } from "./static_listeners.ts";
import { statsConfigOf, statsSinksOf } from "./stats.ts";
import { tracingOf } from "./tracing.ts";

const EXTENSIONS = "type.googleapis.com/envoy.extensions";

const RUNTIME: JsonMap = {
  "envoy.reloadable_features.http_reject_path_with_fragment": false,
  "re2.max_program_size.error_level": "32768",
};

/** Makes configuration for the parts of a mesh. */
export class ConfigGenerator {
  /** The bootstrap with which an Envoy joins the mesh, as Envoy reads it in JSON. */
  static buildBootstrap(options: BootstrapOptions): JsonMap {
    const stats = options.stats ?? {};
    const sinks = statsSinksOf(stats);
    const bootstrap: JsonMap = {
      application_log_config: {
        log_format: { text_format: "%Y-%m-%dT%T.%fZ\t%l\tenvoy %n %g:%#\t%v\tthread=%t" },
      },
      node: nodeOf(options),
      layered_runtime: runtimeOf(options),
      bootstrap_extensions: [INTERNAL_LISTENERS],
      stats_config: statsConfigOf(stats),
      ...stats.flushIntervalSeconds && { stats_flush_interval: `${stats.flushIntervalSeconds}s` },
      ...sinks.length > 0 && { stats_sinks: sinks },
      admin: adminOf(options),
      overload_manager: overloadManagerOf(options),
      dynamic_resources: dynamicResourcesOf(options),
      static_resources: {
        listeners: staticListeners(options),
        clusters: staticClusters(options),
      },
      ...options.tracing && { tracing: tracingOf(options.tracing, options) },
    };
    return mergeMessages(bootstrap, options.override ?? {});
  }
}

const INTERNAL_LISTENERS = {
  name: "envoy.bootstrap.internal_listener",
  typed_config: {
    "@type": `${EXTENSIONS}.bootstrap.internal_listener.v3.InternalListener`,
    buffer_size_kb: 64,
  },
};

/** As in `runtimeValues`: an empty value takes one away, and a word for a truth value is one. */
function runtimeOf({ runtime = {} }: BootstrapOptions): JsonMap {
  const words = new Map<unknown, unknown>([["true", true], ["false", false]]);
  const values = Object.entries({ ...RUNTIME, ...runtime }).filter(([, value]) => value !== "")
    .map(([name, value]) => [name, words.get(value) ?? value]);
  return {
    layers: [
      { name: "global config", static_layer: Object.fromEntries(values) },
      { name: "admin", admin_layer: {} },
    ],
  };
}

/** On loopback only: whoever reaches it commands the proxy. */
function adminOf({ adminPort = 15000, isIpv6 }: BootstrapOptions): JsonMap {
  return {
    access_log: [{
      name: "envoy.access_loggers.file",
      typed_config: {
        "@type": `${EXTENSIONS}.access_loggers.file.v3.FileAccessLog`,
        path: "/dev/null",
      },
    }],
    profile_path: "/var/lib/istio/data/envoy.prof",
    address: socketAddress(isIpv6 ? "::1" : "127.0.0.1", adminPort),
  };
}

/** Envoy asks for a limit; this one is none. */
const NO_LIMIT = 2_147_483_647;

function overloadManagerOf({ maxDownstreamConnections = NO_LIMIT }: BootstrapOptions): JsonMap {
  const monitor = "downstream_connections.v3.DownstreamConnectionsConfig";
  return {
    resource_monitors: [{
      name: "envoy.resource_monitors.global_downstream_max_connections",
      typed_config: {
        "@type": `${EXTENSIONS}.resource_monitors.${monitor}`,
        max_active_downstream_connections: maxDownstreamConnections,
      },
    }],
  };
}

/** Everything else comes over one stream from istiod, through the agent. */
function dynamicResourcesOf({ xds = "DELTA_GRPC" }: BootstrapOptions): JsonMap {
  const overAds = { ads: {}, initial_fetch_timeout: "0s", resource_api_version: "V3" };
  return {
    lds_config: overAds,
    cds_config: overAds,
    ads_config: {
      api_type: xds,
      transport_api_version: "V3",
      set_node_on_first_message_only: true,
      grpc_services: [{ envoy_grpc: { cluster_name: XDS_CLUSTER } }],
    },
  };
}
