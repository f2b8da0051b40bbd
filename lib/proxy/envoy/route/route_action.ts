import { type FilterMetadata, metadata } from "../metadata.ts";
import { regex, type RuntimeFraction, runtimeFraction } from "../matchers.ts";
import {
  durationMs,
  field,
  flag,
  from,
  type JsonObject,
  list,
  message,
  number,
  object,
  optionalFlag,
  optionalText,
  type Reader,
  text,
} from "../reader.ts";
import { perFilterConfig, type TypedConfig } from "../typed_config.ts";

/** Forwards a request to a cluster. */
export interface RouteAction {
  /** The cluster, where there is one. */
  readonly cluster: string | undefined;
  /** The clusters to choose from, where there are several. */
  readonly weightedClusters: readonly WeightedCluster[];
  /** Header that names the cluster. */
  readonly clusterHeader: string | undefined;
  /** Limit for the whole answer, in milliseconds; 0 is none, absent is Envoy's 15 s. */
  readonly timeoutMs: number | undefined;
  /** Limit without any byte, in milliseconds. */
  readonly idleTimeoutMs: number | undefined;
  /** When and how often a request is tried again. */
  readonly retryPolicy: RetryPolicy | undefined;
  /** What takes the place of the matched prefix or path. */
  readonly prefixRewrite: string;
  /** What takes the place of what an expression finds in the path. */
  readonly regexRewrite: RegexRewrite | undefined;
  /** New authority. */
  readonly hostRewriteLiteral: string | undefined;
  /** Whether the authority becomes the endpoint's host name. */
  readonly autoHostRewrite: boolean;
  /** Where copies of requests go. */
  readonly requestMirrorPolicies: readonly RequestMirrorPolicy[];
  /** What the endpoint is chosen by, for consistent hashing, as it is. */
  readonly hashPolicy: readonly JsonObject[];
  /** Whether a status other than Envoy's 503 answers for a missing cluster (`NOT_FOUND`). */
  readonly clusterNotFoundResponseCode: string;
  /** Limit that a gRPC client may ask for, in milliseconds; 0 is no limit. */
  readonly maxGrpcTimeoutMs: number | undefined;
  /** Upgrades that the route allows or forbids. */
  readonly upgradeConfigs: readonly UpgradeConfig[];
}

/** A cluster and its share. */
export interface WeightedCluster {
  /** The cluster. */
  readonly name: string;
  /** Share relative to the others. */
  readonly weight: number;
  /** Settings of HTTP filters for it, by filter name. */
  readonly typedPerFilterConfig: ReadonlyMap<string, TypedConfig>;
  /** Metadata for choosing endpoints. */
  readonly metadataMatch: FilterMetadata;
}

/** When and how often a request is tried again. */
export interface RetryPolicy {
  /** Conditions, separated by commas. */
  readonly retryOn: string;
  /** Most retries; Envoy's own is 1. */
  readonly numRetries: number | undefined;
  /** Limit for each try, in milliseconds. */
  readonly perTryTimeoutMs: number | undefined;
  /** Statuses that are tried again under `retriable-status-codes`. */
  readonly retriableStatusCodes: readonly number[];
}

/** A change of the path by an expression. */
export interface RegexRewrite {
  /** The RE2 expression. */
  readonly pattern: string;
  /** What takes its place; `\1` is the first group. */
  readonly substitution: string;
}

/** A copy of requests. */
export interface RequestMirrorPolicy {
  /** The cluster that gets the copies. */
  readonly cluster: string;
  /** Share of requests that are copied. */
  readonly runtimeFraction: RuntimeFraction | undefined;
}

/** An upgrade such as `websocket` or `CONNECT`. */
export interface UpgradeConfig {
  /** Its name. */
  readonly upgradeType: string;
  /** Whether it is allowed; absent is yes. */
  readonly enabled: boolean | undefined;
}

/** Sends the caller elsewhere. */
export interface RedirectAction {
  /** Whether the scheme becomes https. */
  readonly httpsRedirect: boolean;
  /** New scheme. */
  readonly schemeRedirect: string | undefined;
  /** New host. */
  readonly hostRedirect: string;
  /** New port; 0 keeps it. */
  readonly portRedirect: number;
  /** New path. */
  readonly pathRedirect: string | undefined;
  /** What takes the place of the matched prefix. */
  readonly prefixRewrite: string | undefined;
  /** Status. */
  readonly responseCode: number;
  /** Whether the query is dropped. */
  readonly stripQuery: boolean;
}

/** Answers without asking anybody. */
export interface DirectResponseAction {
  /** Status. */
  readonly status: number;
  /** Body, where it is written inline. */
  readonly body: string;
}

const weightedCluster: Reader<WeightedCluster | undefined> = message({
  name: text,
  weight: (value) => number(value) ?? 0,
  typedPerFilterConfig: perFilterConfig,
  metadataMatch: metadata,
});

const retryPolicy: Reader<RetryPolicy | undefined> = message({
  retryOn: text,
  numRetries: number,
  perTryTimeoutMs: from("per_try_timeout", durationMs),
  retriableStatusCodes: list(number),
});

const regexRewrite: Reader<RegexRewrite | undefined> = message({
  pattern: (value) => regex(value) ?? "",
  substitution: text,
});

const requestMirrorPolicy: Reader<RequestMirrorPolicy | undefined> = message({
  cluster: text,
  runtimeFraction,
});

/** Reads an upgrade, of a route or of a connection manager. */
export const upgradeConfig: Reader<UpgradeConfig | undefined> = message({
  upgradeType: text,
  enabled: optionalFlag,
});

/** Reads the clusters of a `WeightedCluster`, of a route or of a TCP proxy. */
export function weightedClusters(value: unknown): readonly WeightedCluster[] {
  return list(weightedCluster)(field(value, "clusters"));
}

/** Reads a `config.route.v3.RouteAction`. */
export const routeAction: Reader<RouteAction | undefined> = message({
  cluster: optionalText,
  weightedClusters,
  clusterHeader: optionalText,
  timeoutMs: from("timeout", durationMs),
  idleTimeoutMs: from("idle_timeout", durationMs),
  retryPolicy,
  prefixRewrite: text,
  regexRewrite,
  hostRewriteLiteral: optionalText,
  autoHostRewrite: flag,
  requestMirrorPolicies: list(requestMirrorPolicy),
  hashPolicy: list(object),
  clusterNotFoundResponseCode: text,
  maxGrpcTimeoutMs: from("max_grpc_timeout", durationMs),
  upgradeConfigs: list(upgradeConfig),
});

const REDIRECT_CODES: ReadonlyMap<unknown, number> = new Map([
  ["MOVED_PERMANENTLY", 301],
  ["FOUND", 302],
  ["SEE_OTHER", 303],
  ["TEMPORARY_REDIRECT", 307],
  ["PERMANENT_REDIRECT", 308],
]);

/** Reads a `config.route.v3.RedirectAction`. */
export const redirectAction: Reader<RedirectAction | undefined> = message({
  httpsRedirect: flag,
  schemeRedirect: optionalText,
  hostRedirect: text,
  portRedirect: (value) => number(value) ?? 0,
  pathRedirect: optionalText,
  prefixRewrite: optionalText,
  responseCode: (value) => REDIRECT_CODES.get(value) ?? 301,
  stripQuery: flag,
});

/** Reads a `config.route.v3.DirectResponseAction`. */
export const directResponseAction: Reader<DirectResponseAction | undefined> = message({
  status: (value) => number(value) ?? 0,
  body: (value) => text(field(value, "inline_string")),
});
