import type { LatencySummary } from "../../core/mod.ts";
import { edgeLabel, PARTS, type Timing } from "../../traffic/mod.ts";
import { label } from "../case/objects.ts";
import type { PerformanceCase, PerformanceEdge } from "./case.ts";
import { byWorkload } from "./places.ts";
import { quantile } from "./slowness.ts";

/** How long the requests of each caller took, by the workload that answered. */
export function latencyOf(of: PerformanceCase): LatencySummary[] {
  const byExchange = new Map(of.timings.map((timing) => [timing.exchange, timing]));
  const rows = of.edges.flatMap((edge) => {
    const timings = edge.of.exchanges.flatMap((exchange) => byExchange.get(exchange) ?? []);
    const places = byWorkload({ mesh: of.mesh, timings });
    const known = new Set(places.flatMap((place) => place.timings));
    const rest = timings.filter((timing) => !known.has(timing));
    return [
      ...places.map(({ object, timings }) => logged(edge, timings, label(object))),
      ...(rest.length > 0 ? [logged(edge, rest)] : []),
    ];
  });
  return rows.length > 0 ? rows : measured(of);
}

function logged(
  { edge }: PerformanceEdge,
  timings: readonly Timing[],
  workload?: string,
): LatencySummary {
  const totals = timings.map(({ totalMs }) => totalMs);
  const [source = "", destination = ""] = edgeLabel(edge).split(" → ");
  const split = timings.filter(({ isSplit }) => isSplit);
  return {
    source,
    destination,
    ...(workload === undefined ? {} : { workload }),
    requests: timings.length,
    p50Ms: quantile(totals, 0.5),
    p90Ms: quantile(totals, 0.9),
    p99Ms: quantile(totals, 0.99),
    ...(split.length > 0 ? { parts: sharesOf(split) } : {}),
    from: "access-log",
  };
}

function sharesOf(timings: readonly Timing[]): Record<string, number> {
  const sums = PARTS.map((part) => timings.reduce((sum, { parts }) => sum + parts[part], 0));
  const total = sums.reduce((sum, each) => sum + each, 0);
  return Object.fromEntries(
    PARTS.map((part, i) => [part, total === 0 ? 0 : Math.round(100 * sums[i]! / total) / 100]),
  );
}

function measured({ host, measured }: PerformanceCase): LatencySummary[] {
  return measured.map(({ source, workload, reporter, quantiles, requests, isRecent }) => {
    const round = (share: number) => {
      const ms = quantiles.get(share);
      return ms === undefined ? undefined : Math.round(ms);
    };
    const [p50Ms, p90Ms, p99Ms] = [round(0.5), round(0.9), round(0.99)];
    return {
      source: `${source || "unknown"} (as the ${reporter} saw it)`,
      destination: host,
      ...(workload ? { workload } : {}),
      ...(requests === undefined ? {} : { requests }),
      ...(p50Ms === undefined ? {} : { p50Ms }),
      ...(p90Ms === undefined ? {} : { p90Ms }),
      ...(p99Ms === undefined ? {} : { p99Ms }),
      from: isRecent ? "prometheus" as const : "proxy-statistics" as const,
    };
  });
}
