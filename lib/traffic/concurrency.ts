import type { AccessLogEntry } from "../evidence/mod.ts";

/** Most requests that were under way at the same time. */
export function peakConcurrency(entries: readonly AccessLogEntry[]): number {
  const changes = entries.flatMap(({ startMs, durationMs = 0 }) =>
    Number.isNaN(startMs) ? [] : [[startMs, 1], [startMs + durationMs, -1]] as const
  ).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let [now, peak] = [0, 0];
  for (const [, change] of changes) {
    now += change;
    peak = Math.max(peak, now);
  }
  return peak;
}

/** Requests per second from the first one's beginning to the last one's end; 0 where that cannot be told. */
export function rateOf(entries: readonly AccessLogEntry[]): number {
  let [first, last] = [Infinity, -Infinity];
  for (const { startMs, durationMs = 0 } of entries) {
    first = Math.min(first, startMs);
    last = Math.max(last, startMs + durationMs);
  }
  return last > first ? 1000 * entries.length / (last - first) : 0;
}
