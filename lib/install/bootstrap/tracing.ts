import type { BootstrapOptions, TracingOptions } from "./bootstrap_options.ts";
import type { JsonMap } from "./merge.ts";
import { nodeOf } from "./node.ts";
import { TRACING_CLUSTERS } from "./static_clusters.ts";

const CONFIG = "type.googleapis.com/envoy.config.trace.v3";

/** How spans are made and sent. */
export function tracingOf(tracing: TracingOptions, options: BootstrapOptions): JsonMap {
  const cluster = TRACING_CLUSTERS[tracing.provider];
  const http = tracing.provider === "zipkin"
    ? {
      name: "envoy.tracers.zipkin",
      typed_config: {
        "@type": `${CONFIG}.ZipkinConfig`,
        collector_cluster: cluster,
        collector_endpoint: "/api/v2/spans",
        collector_endpoint_version: "HTTP_JSON",
        trace_id_128bit: true,
        shared_span_context: false,
      },
    }
    : {
      name: "envoy.tracers.opentelemetry",
      typed_config: {
        "@type": `${CONFIG}.OpenTelemetryConfig`,
        grpc_service: { envoy_grpc: { cluster_name: cluster }, timeout: "0.250s" },
        service_name: String(nodeOf(options)["cluster"]),
      },
    };
  return { http };
}
