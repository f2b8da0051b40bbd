import type { AccessLogEntry } from "../../evidence/mod.ts";
import { isLarge, type Timing } from "../../traffic/mod.ts";

/**
 * Milliseconds from which a request, or one part of it, counts as slow by itself. A chain of services in
 * which each hop waits for a delayed acknowledgement (some 45 ms) stays below it.
 */
export const SLOW_MS = 250;

/** Milliseconds by which one of several alike must be slower than the others before it is remarkable. */
export const APART_MS = 100;

/** Share of a slow request's time from which a part of it is worth a recommendation. */
export const WORTHWHILE_SHARE = 0.3;

/** Milliseconds up to which a difference is noise: delayed acknowledgements, a scheduler, a busy core. */
export const NOISE_MS = 50;

/**
 * Milliseconds that the server itself took, without what it waited for other services. The rest of a small
 * answer belongs to it; that of a large one is on its way, and that of a stream comes when there is news.
 */
export function ownMs({ parts, server, exchange: { client } }: Timing): number {
  const entry = (server ?? client)?.entry;
  const isWhole = entry !== undefined && !isLarge(entry.bytesSent) && !isGrpc(entry);
  return parts.application + (isWhole ? parts.transfer : 0);
}

/** Whether a request looks like gRPC, whose answers may be streams: `POST /package.Service/Method`. */
function isGrpc({ protocol, method, path, grpcStatus }: AccessLogEntry): boolean {
  return grpcStatus !== "" ||
    protocol === "HTTP/2" && method === "POST" && /^\/[\w.]+\/\w+$/.test(path);
}

/** Whether slow requests are more than a coincidence: a first request to a new pod may always be slow. */
export function isRegular(slow: number, all: number): boolean {
  return slow >= 3 && slow / all >= 0.02 || slow >= 2 && slow / all >= 0.5;
}

/** The timings of which a part is slow in itself and weighs in the whole, if they are regular. */
export function slowIn(timings: readonly Timing[], msOf: (timing: Timing) => number): Timing[] {
  const slow = timings.filter((timing) => {
    const ms = msOf(timing);
    return ms >= SLOW_MS && ms >= WORTHWHILE_SHARE * timing.totalMs;
  });
  return isRegular(slow.length, timings.length) ? slow : [];
}

/** The value that a share `q` of the values does not exceed; `NaN` where there is none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? NaN;
}

/** `p50 12 ms, p99 3012 ms` of some values. */
export function distribution(values: readonly number[]): string {
  return `p50 ${Math.round(quantile(values, 0.5))} ms, p99 ${
    Math.round(quantile(values, 0.99))
  } ms`;
}
