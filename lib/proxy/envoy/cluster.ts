import { type ClusterLoadAssignment, clusterLoadAssignment } from "./endpoint.ts";
import { type FilterMetadata, metadata } from "./metadata.ts";
import {
  durationMs,
  field,
  from,
  type JsonObject,
  list,
  map,
  message,
  number,
  object,
  optionalText,
  type Reader,
  text,
} from "./reader.ts";
import {
  type TransportSocket,
  transportSocket,
  type TransportSocketMatch,
  transportSocketMatch,
} from "./transport_socket.ts";
import { type TypedConfig, typedConfig } from "./typed_config.ts";

/** A destination as Envoy knows it: a set of endpoints and how to reach them. */
export interface EnvoyCluster {
  /** Name, in Istio `outbound|9080|v1|reviews.bookinfo.svc.cluster.local`. */
  readonly name: string;
  /** How endpoints are found: `EDS`, `STATIC`, `STRICT_DNS`, `LOGICAL_DNS`, `ORIGINAL_DST`. */
  readonly type: string;
  /** Name of the extension that finds endpoints, where it is none of the types. */
  readonly clusterType: string | undefined;
  /** Name under which its endpoints are found in EDS, where that is not its own. */
  readonly edsServiceName: string;
  /** Limit for connecting, in milliseconds; Envoy's own is 5000. */
  readonly connectTimeoutMs: number | undefined;
  /** How an endpoint is picked, such as `LEAST_REQUEST`. */
  readonly lbPolicy: string;
  /** Limits, by priority. */
  readonly circuitBreakers: readonly CircuitBreakerThresholds[];
  /** When endpoints are ejected. */
  readonly outlierDetection: OutlierDetection | undefined;
  /** Endpoints that stand in the cluster itself. */
  readonly loadAssignment: ClusterLoadAssignment | undefined;
  /** The transport for all endpoints without a match of their own. */
  readonly transportSocket: TransportSocket | undefined;
  /** Transports by the endpoints' metadata, in order. */
  readonly transportSocketMatches: readonly TransportSocketMatch[];
  /** Metadata: the objects behind it. */
  readonly metadata: FilterMetadata;
  /** Upstream protocol settings, by extension. */
  readonly typedExtensionProtocolOptions: ReadonlyMap<string, TypedConfig>;
  /** Most requests on one connection. */
  readonly maxRequestsPerConnection: number | undefined;
  /** Load-balancing settings for all policies: panic threshold, locality weighting. */
  readonly commonLbConfig: JsonObject | undefined;
  /** Filters on connections to its endpoints, as they are. */
  readonly filters: readonly JsonObject[];
}

/** How much a cluster takes for one priority. */
export interface CircuitBreakerThresholds {
  /** `DEFAULT` or `HIGH`. */
  readonly priority: string;
  /** Most connections; Envoy's own is 1024. */
  readonly maxConnections: number | undefined;
  /** Most requests that wait for a connection; 1024. */
  readonly maxPendingRequests: number | undefined;
  /** Most requests at a time; 1024. */
  readonly maxRequests: number | undefined;
  /** Most retries at a time; 3. */
  readonly maxRetries: number | undefined;
}

/** When endpoints are ejected from load balancing. */
export interface OutlierDetection {
  /** Errors in a row (5xx). */
  readonly consecutive5xx: number | undefined;
  /** Gateway errors in a row (502, 503, 504). */
  readonly consecutiveGatewayFailure: number | undefined;
  /** How often endpoints are judged, in milliseconds. */
  readonly intervalMs: number | undefined;
  /** How long the first ejection lasts, in milliseconds. */
  readonly baseEjectionTimeMs: number | undefined;
  /** Most endpoints ejected at a time, in percent. */
  readonly maxEjectionPercent: number | undefined;
  /** Share of judgements that are enforced for errors in a row, in percent. */
  readonly enforcingConsecutive5xx: number | undefined;
}

const thresholds: Reader<CircuitBreakerThresholds | undefined> = message({
  priority: (value) => optionalText(value) ?? "DEFAULT",
  maxConnections: number,
  maxPendingRequests: number,
  maxRequests: number,
  maxRetries: number,
});

const outlierDetection: Reader<OutlierDetection | undefined> = message({
  consecutive5xx: from("consecutive_5xx", number),
  consecutiveGatewayFailure: number,
  intervalMs: from("interval", durationMs),
  baseEjectionTimeMs: from("base_ejection_time", durationMs),
  maxEjectionPercent: number,
  enforcingConsecutive5xx: from("enforcing_consecutive_5xx", number),
});

/** Reads a `config.cluster.v3.Cluster`. */
export const envoyCluster: Reader<EnvoyCluster | undefined> = message({
  name: text,
  type: (value) => optionalText(value) ?? "STATIC",
  clusterType: (value) => optionalText(field(value, "name")),
  edsServiceName: from("eds_cluster_config", (value) => text(field(value, "service_name"))),
  connectTimeoutMs: from("connect_timeout", durationMs),
  lbPolicy: (value) => optionalText(value) ?? "ROUND_ROBIN",
  circuitBreakers: (value) => list(thresholds)(field(value, "thresholds")),
  outlierDetection,
  loadAssignment: clusterLoadAssignment,
  transportSocket,
  transportSocketMatches: list(transportSocketMatch),
  metadata,
  typedExtensionProtocolOptions: map(typedConfig),
  maxRequestsPerConnection: number,
  commonLbConfig: object,
  filters: list(object),
});
