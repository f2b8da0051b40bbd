import {
  type HeaderMatcher,
  headerMatcher,
  type RuntimeFraction,
  runtimeFraction,
} from "../matchers.ts";
import {
  durationMs,
  field,
  from,
  type JsonObject,
  list,
  message,
  number,
  optionalText,
  percent,
  type Reader,
  text,
  whole,
} from "../reader.ts";

/** Errors and delays that are injected on purpose. */
export interface HttpFault {
  /** The error. */
  readonly abort: FaultAbort | undefined;
  /** The delay. */
  readonly delay: FaultDelay | undefined;
  /** Cluster to which it is limited; `""` is all. */
  readonly upstreamCluster: string;
  /** Conditions on headers; all must hold. */
  readonly headers: readonly HeaderMatcher[];
}

/** An error that is injected. */
export interface FaultAbort {
  /** HTTP status. */
  readonly httpStatus: number | undefined;
  /** gRPC status. */
  readonly grpcStatus: number | undefined;
  /** Share of requests, in percent. */
  readonly percentage: number;
}

/** A delay that is injected. */
export interface FaultDelay {
  /** How long, in milliseconds. */
  readonly fixedDelayMs: number | undefined;
  /** Share of requests, in percent. */
  readonly percentage: number;
}

/** A limit that this Envoy keeps by itself. */
export interface LocalRateLimit {
  /** Prefix of its statistics. */
  readonly statPrefix: string;
  /** The limit; absent limits nothing. */
  readonly tokenBucket: TokenBucket | undefined;
  /** Status of the answer to what is too much. */
  readonly status: number;
  /** Share of requests that are counted; absent is none. */
  readonly filterEnabled: RuntimeFraction | undefined;
  /** Share of the counted requests that are refused; absent is none. */
  readonly filterEnforced: RuntimeFraction | undefined;
}

/** A bucket of tokens: each request takes one. */
export interface TokenBucket {
  /** Most tokens. */
  readonly maxTokens: number;
  /** Tokens added each time. */
  readonly tokensPerFill: number;
  /** Time between fills, in milliseconds. */
  readonly fillIntervalMs: number | undefined;
}

const abort: Reader<FaultAbort | undefined> = message({
  httpStatus: number,
  grpcStatus: number,
  percentage: (value) => percent(value) ?? 0,
});

const delay: Reader<FaultDelay | undefined> = message({
  fixedDelayMs: from("fixed_delay", durationMs),
  percentage: (value) => percent(value) ?? 0,
});

/** Reads the settings of the fault filter, or of a route for it. */
export const httpFault: (settings: JsonObject) => HttpFault = whole({
  abort,
  delay,
  upstreamCluster: text,
  headers: list(headerMatcher),
});

const tokenBucket: Reader<TokenBucket | undefined> = message({
  maxTokens: (value) => number(value) ?? 0,
  tokensPerFill: (value) => number(value) ?? 1,
  fillIntervalMs: from("fill_interval", durationMs),
});

/** Reads the settings of the local rate limit, or of a route for it. */
export const localRateLimit: (settings: JsonObject) => LocalRateLimit = whole({
  statPrefix: text,
  tokenBucket,
  status: (value) => statusOf(optionalText(field(value, "code"))),
  filterEnabled: runtimeFraction,
  filterEnforced: runtimeFraction,
});

const STATUSES: ReadonlyMap<string | undefined, number> = new Map([
  ["TooManyRequests", 429],
  ["ServiceUnavailable", 503],
  ["Forbidden", 403],
]);

function statusOf(code: string | undefined): number {
  return STATUSES.get(code) ?? 429;
}
