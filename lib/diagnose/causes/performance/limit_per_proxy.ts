import type { AccessLogEntry } from "../../../evidence/mod.ts";
import { peakConcurrency, type Timing } from "../../../traffic/mod.ts";
import { destinationRulesOf } from "../../case/case_facts.ts";
import { poolsOf } from "../../case/connection_pools.ts";
import { edit, resourceOf, workloadsOf } from "../../case/objects.ts";
import type { PerformanceCase } from "../../performance/case.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { timed } from "../../performance/facts.ts";
import { NO_LIMIT } from "../../performance/need.ts";
import { byPod } from "../../performance/places.ts";
import { APART_MS, ownMs, quantile } from "../../performance/slowness.ts";

/** Fewest requests under the limit and above it before they are compared. */
const COMPARABLE = 3;

/** A limit that was meant for a service holds for each caller's proxy, so that together they send too much. */
export const limitPerProxy = definePerformanceCause({
  id: "MM-P15",
  name: "limit-per-proxy",
  title: "A limit holds for each proxy, and all of them together send too much",
  category: "configuration",
  severity: "medium",
  explains: ["MM-P02", "MM-C55"],
  docs: {
    why:
      "The limits of a DestinationRule are counted by each caller's proxy by itself. With ten callers a " +
      "service gets ten times the number that is written there.",
    symptom:
      "A server has more requests at a time than the limit, and slows down; no caller reaches the limit.",
    remedy:
      "Write what the service can carry, divided by the number of callers' proxies, with half as much again " +
      "for uneven load; or limit at the server (Sidecar inboundConnectionPool).",
    verify: "Requests at a time stay below what the service can carry.",
  },

  *consider(of) {
    const limit = Math.min(...of.edges.flatMap(limitsOf));
    const clients = Map.groupBy(
      of.timings.filter(({ exchange }) => exchange.client),
      ({ exchange }) => exchange.client!.proxy.id,
    );
    const peaks = [...clients.values()].map((some) => peakConcurrency(some.flatMap(sentOf)));
    if (!(limit < NO_LIMIT) || clients.size < 2 || Math.max(...peaks) > limit) return;
    for (const { pods, timings } of byPod(of.mesh, of.timings)) {
      const served = timings.filter(({ server }) => server);
      const peak = peakConcurrency(served.flatMap(({ server }) => server!.entry));
      const busy = busyAt(served, limit);
      const calm = [...new Set(served).difference(new Set(busy))];
      if (busy.length < COMPARABLE || calm.length < COMPARABLE) continue;
      const [slow, fast] = [busy, calm].map((some) => quantile(some.map(ownMs), 0.5));
      if (slow! - fast! < APART_MS || slow! < 2 * fast!) continue;
      const rules = of.edges.flatMap((edge) => destinationRulesOf(edge.of));
      const [object] = poolsOf(
        rules,
        ({ http, tcp }) =>
          http?.http2MaxRequests !== undefined || tcp?.maxConnections !== undefined,
      );
      yield {
        objects: [
          ...(object ? [object] : []),
          ...workloadsOf(of.mesh, pods),
          ...pods.map((pod) => resourceOf(pod)),
        ],
        title:
          `each of ${clients.size} proxies may send ${limit} requests at a time to ${of.label}, ` +
          `which got ${peak} at once and slowed down`,
        facts: [
          ...timed(busy, {
            weight: "decisive",
            what: `while more than ${limit} were under way there`,
            msOf: ownMs,
          }),
          ...timed(calm, { weight: "proven", what: "with fewer under way", msOf: ownMs })
            .map(({ explains: _, ...fact }) => fact),
        ],
        remedy: {
          title: `Allow each proxy about ${Math.max(1, Math.round(1.5 * limit / clients.size))}`,
          ...(object ? { action: edit(object) } : {}),
        },
      };
    }
  },
});

function limitsOf({ of: { walk } }: PerformanceCase["edges"][number]): number[] {
  return walk.targets.flatMap(({ status }) =>
    [status?.limits.maxRequests, status?.limits.maxConnections].flatMap((limit) => limit ?? [])
  );
}

function sentOf({ exchange: { client } }: Timing): AccessLogEntry[] {
  return client ? [client.entry] : [];
}

/** The requests beside which so many others were under way at the server that they were more than `limit`. */
function busyAt(served: readonly Timing[], limit: number): Timing[] {
  const starts = served.map(({ server }) => server!.entry.startMs).sort((a, b) => a - b);
  const ends = served.map(({ server }) => server!.entry.startMs + (server!.entry.durationMs ?? 0))
    .sort((a, b) => a - b);
  return served.filter(({ server }) => {
    const { startMs, durationMs = 0 } = server!.entry;
    return countUpTo(starts, startMs + durationMs) - countUpTo(ends, startMs) > limit;
  });
}

/** How many of some sorted numbers are at most `bound`. */
function countUpTo(sorted: readonly number[], bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
