/** What became of one request of a probe, as far as the tool that sent it could see. */
export type ProbeOutcome =
  | "answered"
  | "connected"
  | "name-not-resolved"
  | "no-connection"
  | "connection-closed"
  | "tls-failed"
  | "timed-out";

/** Who made an answer: told by its headers and by the texts that proxies answer with. */
export type ProbeAnswerer = "application" | "caller-proxy" | "other-proxy" | "unknown";

/** One request of a probe. */
export interface ProbeAttempt {
  /** The `x-request-id` that it was sent with, which proxies log. */
  readonly requestId: string;
  /** When it was sent, as an RFC 3339 time. */
  readonly startedAt: string;
  /** What became of it. */
  readonly outcome: ProbeOutcome;
  /** Whether it did not do what it should: no answer, or one that is an error. */
  readonly isFailure: boolean;
  /** HTTP status. */
  readonly status?: number;
  /** Status of a gRPC call. */
  readonly grpcStatus?: number;
  /** Who made the answer. */
  readonly answeredBy?: ProbeAnswerer;
  /** What a proxy said in the place of a server. */
  readonly message?: string;
  /** Header `server` of the answer. */
  readonly server?: string;
  /** Header `x-envoy-upstream-service-time` in milliseconds: a proxy passed the request on and had an answer. */
  readonly upstreamMs?: number;
  /** Bytes of the answer's body. */
  readonly bytes?: number;
  /** How long it took, in milliseconds; absent where the tool does not say. */
  readonly durationMs?: number;
  /** The same in words, with what a proxy or the tool said. */
  readonly detail: string;
}

/** A counter of a proxy that rose while a probe ran, also by requests of others. */
export interface ProbeCounter {
  /** The file of the recording that has it. */
  readonly source: string;
  /** Its name. */
  readonly name: string;
  /** By how much. */
  readonly rise: number;
}

/** Real requests that were sent to see what becomes of them. */
export interface ProbeReport {
  /** `namespace/pod` that they were sent from. */
  readonly pod: string;
  /** Its container. */
  readonly container: string;
  /** Whether the container was added to the pod for the probe. */
  readonly isEphemeral: boolean;
  /** The program that sent them. */
  readonly tool: string;
  /** What they pass first, as the application's own requests do or would. */
  readonly through: "sidecar" | "ztunnel" | "nothing";
  /** HTTP method; `CONNECT` where only a TCP connection was opened. */
  readonly method: string;
  /** Scheme, host, port and path. */
  readonly url: string;
  /** How long each was given, in milliseconds. */
  readonly timeoutMs: number;
  /** Them, in their order. */
  readonly attempts: readonly ProbeAttempt[];
  /** What proxies counted meanwhile. */
  readonly counters: readonly ProbeCounter[];
}
