import type { LoggedRequest } from "../../connectivity/mod.ts";
import type { AccessLogEntry } from "../../evidence/mod.ts";
import { peakConcurrency, rateOf } from "../../traffic/mod.ts";
import { quantile } from "./slowness.ts";

/** Limits from here on are Envoy's and istiod's word for none. */
export const NO_LIMIT = 1_000_000;

/** How many connections some requests need. */
export interface Need {
  /** Most requests that were under way at the same time at one proxy. */
  readonly peak: number;
  /** Connections that carry them without waiting, for one proxy. */
  readonly connections: number;
  /** How that was reckoned. */
  readonly words: string;
}

/**
 * How many connections the busiest proxy needs, if each request keeps one busy for some of these
 * milliseconds: requests per second × seconds (Little's law), doubled for bursts, and never fewer than
 * there were requests at the same time, since callers that wait for an answer send less than they would.
 */
export function needOf(lines: readonly LoggedRequest[], busyMs: readonly number[]): Need {
  const usual = quantile(busyMs, 0.5);
  // What was refused would have taken as long as the others.
  const byProxy = [...Map.groupBy(lines, ({ proxy }) => proxy).values()].map((some) =>
    some.map(({ entry }) => isRefused(entry) ? { ...entry, durationMs: usual } : entry)
  );
  const peak = Math.max(0, ...byProxy.map(peakConcurrency));
  const rate = Math.max(0, ...byProxy.map(rateOf));
  const seconds = quantile(busyMs, 0.99) / 1000;
  const littles = Math.ceil(2 * rate * seconds);
  return {
    peak,
    connections: Math.max(1, peak, littles),
    words: littles >= peak
      ? `${rate.toFixed(1)} requests a second × ${seconds.toFixed(2)} s, doubled`
      : `there were up to ${peak} requests at the same time`,
  };
}

/** Whether a proxy refused a request because a limit was reached. */
export function isRefused({ flags }: AccessLogEntry): boolean {
  return flags.includes("UO");
}

/** Whether a limit was never reached, or is none. */
export function withinLimit({ peak }: Need, limit: number): boolean {
  return !(limit < NO_LIMIT) || peak <= limit;
}
