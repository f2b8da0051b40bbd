import type { TraceStep } from "../core/mod.ts";

/** How a request ends before it has gone its whole way. */
export interface Stop {
  /** HTTP status; 0 where a connection ends without one. */
  readonly code: number;
  /** Response flags. */
  readonly flags: readonly string[];
  /** Response code details. */
  readonly details: string;
  /** Why, as a clause. */
  readonly reason: string;
  /** Share of the requests that end so, from 0 to 1; the rest goes on. */
  readonly share: number;
  /** Whether the configuration decides it. */
  readonly isCertain: boolean;
  /** Envoy cluster that was chosen before, which the log names although it gets nothing. */
  readonly envoyCluster?: string;
}

/** A part of the way: its decisions, and how requests end on it. */
export interface Part {
  /** The decisions. */
  readonly steps: readonly TraceStep[];
  /** How requests end here; nothing where all go on. */
  readonly stops: readonly Stop[];
}

/** A decision with nothing more to say than that the request goes on. */
export function step(
  at: TraceStep["at"],
  decision: string,
  rest: Partial<Omit<TraceStep, "at" | "decision">> = {},
): TraceStep {
  return { at, outcome: "ok", decision, objects: [], details: [], ...rest };
}

/** A certain end for all requests. */
export function stop(
  code: number,
  flags: readonly string[],
  details: string,
  reason: string,
): Stop {
  return { code, flags, details, reason, share: 1, isCertain: true };
}

/** Whether nothing goes on after a part. */
export function isOver({ stops }: Part): boolean {
  return stops.some(({ share, isCertain }) => isCertain && share >= 1);
}

/** What becomes of bytes that are no HTTP where a connection manager expects it. */
export function notHttp(): Part {
  const reason = "the bytes are no HTTP, which this filter chain expects";
  return {
    steps: [step("filter chain", reason, { outcome: "fail" })],
    stops: [stop(400, ["DPE"], "http1.codec_error", reason)],
  };
}
