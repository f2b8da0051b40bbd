import type { AccessObject } from "./access_report.ts";
import type { Gap } from "./gap.ts";

/** One decision on the way of a request. */
export interface TraceStep {
  /** What decided. */
  readonly at:
    | "connection"
    | "listener"
    | "filter chain"
    | "virtual host"
    | "route"
    | "fault"
    | "token"
    | "authorization"
    | "external authorization"
    | "rate limit"
    | "extension"
    | "cluster"
    | "endpoint"
    | "tls"
    | "app";
  /** Whether the request goes on. */
  readonly outcome: "ok" | "fail" | "unknown";
  /** What was decided, as a clause. */
  readonly decision: string;
  /** The objects that caused it. */
  readonly objects: readonly AccessObject[];
  /** What else was considered, one clause each: what did not match, and why. */
  readonly details: readonly string[];
}

/** The decisions of one proxy, or of proxies that decide alike. */
export interface TraceHop {
  /** The proxies as `namespace/pod`, sorted. */
  readonly proxies: readonly string[];
  /** What part they play. */
  readonly role: "client" | "gateway" | "waypoint" | "server";
  /** Envoy cluster through which the request comes here; `""` for the first. */
  readonly via: string;
  /** Share of the requests that come here, from 0 to 1. */
  readonly share: number;
  /** The decisions, in order. */
  readonly steps: readonly TraceStep[];
}

/** A response, as the proxy nearest to the caller logs it. */
export interface TraceResponse {
  /** HTTP status; absent where the application decides it; 0 for connections. */
  readonly code?: number;
  /** Response flags, sorted. */
  readonly flags: readonly string[];
  /** Response code details; `""` where none are logged. */
  readonly details: string;
  /** Envoy cluster that the request is sent to; `""` for none. */
  readonly envoyCluster: string;
  /** The endpoints of which one gets the request. */
  readonly endpoints: readonly string[];
}

/** A response that follows from the configuration. */
export interface ExpectedResponse extends TraceResponse {
  /** Share of the requests, from 0 to 1. */
  readonly share: number;
  /** Whether the configuration decides it; otherwise it hangs on something that runs. */
  readonly isCertain: boolean;
  /** Why, as a clause. */
  readonly reason: string;
}

/** A response that was logged for such requests. */
export interface ObservedResponse extends TraceResponse {
  /** How many were logged. */
  readonly count: number;
  /** What the servers' proxies logged for them, as `CODE FLAGS DETAILS CLUSTER` with counts. */
  readonly atServer: readonly string[];
}

/** One request, hop by hop. Its shape is a contract with scripts. */
export interface TraceReport {
  /** Always `"TraceReport"`. */
  readonly kind: "TraceReport";
  /** Version of this shape. */
  readonly version: 1;
  /** When the mesh was seen, as an RFC 3339 time. */
  readonly takenAt: string;
  /** What was asked, without the token. */
  readonly question: {
    readonly source: string;
    readonly target: string;
    readonly method: string;
    readonly path: string;
    readonly authority: string;
    /** Whether a token goes with the request. */
    readonly hasToken: boolean;
  };
  /** Whether the request gets an answer of the application; `unknown` where that is open. */
  readonly outcome: "passes" | "fails" | "unknown";
  /** The answer in one sentence without its full stop. */
  readonly summary: string;
  /** What the caller gets: as logged where such requests were seen, else as expected. */
  readonly response: TraceResponse & { readonly basis: "logs" | "configuration" };
  /** What follows from the configuration, the most frequent first. */
  readonly expected: readonly ExpectedResponse[];
  /** What was logged, the most frequent first. */
  readonly observed: readonly ObservedResponse[];
  /** Whether what was logged is what was expected; absent where nothing was logged. */
  readonly agrees?: boolean;
  /** The way of the request. */
  readonly hops: readonly TraceHop[];
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}
