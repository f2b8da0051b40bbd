import { isRecord } from "../../../core/mod.ts";
import { type HttpFilter, httpFilter } from "./http_filter.ts";
import { type RbacFilter, rbacFilter } from "./rbac.ts";
import {
  durationMs,
  field,
  flag,
  from,
  type JsonObject,
  list,
  optionalText,
  text,
  whole,
} from "../reader.ts";
import {
  type UpgradeConfig,
  upgradeConfig,
  type WeightedCluster,
  weightedClusters,
} from "../route/route_action.ts";
import { type RouteConfiguration, routeConfiguration } from "../route/route_config.ts";
import { typedConfig } from "../typed_config.ts";

/** One filter of a filter chain. */
export type NetworkFilter =
  | NetworkFilterOf<"http_connection_manager", HttpConnectionManager>
  | NetworkFilterOf<"tcp_proxy", TcpProxy>
  | NetworkFilterOf<"rbac", RbacFilter>
  | NetworkFilterOf<"other", JsonObject>;

/** A filter of one kind. */
export interface NetworkFilterOf<Kind extends string, Config> {
  /** What it is. */
  readonly kind: Kind;
  /** Name in the chain. */
  readonly name: string;
  /** Full name of the settings' type; `""` where there are none. */
  readonly type: string;
  /** Its settings. */
  readonly config: Config;
}

/** Handles HTTP on a connection. */
export interface HttpConnectionManager {
  /** Prefix of its statistics. */
  readonly statPrefix: string;
  /** Name under which its routes are found, where they are not inline. */
  readonly rdsRouteConfigName: string | undefined;
  /** Its routes, where they are inline. */
  readonly routeConfig: RouteConfiguration | undefined;
  /** Whether routes are chosen by scope first. */
  readonly isScoped: boolean;
  /** The HTTP filters, in order. */
  readonly httpFilters: readonly HttpFilter[];
  /** Whether the authority loses a port that equals the listener's. */
  readonly stripMatchingHostPort: boolean;
  /** Whether the authority loses any port. */
  readonly stripAnyHostPort: boolean;
  /** Whether the authority loses a dot at its end. */
  readonly stripTrailingHostDot: boolean;
  /** Whether the path is normalized (RFC 3986) before it is matched. */
  readonly normalizePath: boolean;
  /** Whether adjacent slashes of the path are merged. */
  readonly mergeSlashes: boolean;
  /** What happens to `%2F` and `%5C` in the path. */
  readonly pathWithEscapedSlashesAction: string;
  /** Upgrades that are allowed. */
  readonly upgradeConfigs: readonly UpgradeConfig[];
  /** Limit without any byte on a stream, in milliseconds; Envoy's own is 5 minutes. */
  readonly streamIdleTimeoutMs: number | undefined;
  /** Limit for receiving a whole request, in milliseconds. */
  readonly requestTimeoutMs: number | undefined;
  /** Whether the caller's own address is taken from the connection rather than from a header. */
  readonly useRemoteAddress: boolean;
  /** What happens to the certificate header of callers, such as `APPEND_FORWARD`. */
  readonly forwardClientCertDetails: string;
}

/** Forwards a connection to a cluster. */
export interface TcpProxy {
  /** Prefix of its statistics. */
  readonly statPrefix: string;
  /** The cluster, where there is one. */
  readonly cluster: string | undefined;
  /** The clusters to choose from, where there are several. */
  readonly weightedClusters: readonly WeightedCluster[];
  /** Limit without any byte, in milliseconds; Envoy's own is an hour. */
  readonly idleTimeoutMs: number | undefined;
}

const NETWORK = "envoy.extensions.filters.network";

const httpConnectionManager: (settings: JsonObject) => HttpConnectionManager = whole({
  statPrefix: text,
  rdsRouteConfigName: from("rds", (value) => optionalText(field(value, "route_config_name"))),
  routeConfig: routeConfiguration,
  isScoped: from("scoped_routes", isRecord),
  httpFilters: list(httpFilter),
  stripMatchingHostPort: flag,
  stripAnyHostPort: flag,
  stripTrailingHostDot: flag,
  normalizePath: flag,
  mergeSlashes: flag,
  pathWithEscapedSlashesAction: text,
  upgradeConfigs: list(upgradeConfig),
  streamIdleTimeoutMs: from("stream_idle_timeout", durationMs),
  requestTimeoutMs: from("request_timeout", durationMs),
  useRemoteAddress: flag,
  forwardClientCertDetails: text,
});

const tcpProxy: (settings: JsonObject) => TcpProxy = whole({
  statPrefix: text,
  cluster: optionalText,
  weightedClusters,
  idleTimeoutMs: from("idle_timeout", durationMs),
});

/** Reads one filter of a filter chain. */
export function networkFilter(value: unknown): NetworkFilter | undefined {
  if (!isRecord(value)) return undefined;
  const typed = typedConfig(field(value, "typed_config"));
  const head = { name: text(value["name"]), type: typed?.type ?? "" };
  const settings = typed?.value ?? {};
  switch (head.type) {
    case `${NETWORK}.http_connection_manager.v3.HttpConnectionManager`:
      return { ...head, kind: "http_connection_manager", config: httpConnectionManager(settings) };
    case `${NETWORK}.tcp_proxy.v3.TcpProxy`:
      return { ...head, kind: "tcp_proxy", config: tcpProxy(settings) };
    case `${NETWORK}.rbac.v3.RBAC`:
      return { ...head, kind: "rbac", config: rbacFilter(settings) };
    default:
      return { ...head, kind: "other", config: settings };
  }
}
