import type { LatencySummary } from "../../core/mod.ts";
import { edgeLabel, type Part, PARTS, type Timing, type TrafficEdge } from "../../traffic/mod.ts";
import { label } from "../case/objects.ts";
import type { PerformanceCase, PerformanceEdge } from "./case.ts";
import type { MeasuredLatency } from "./measured.ts";
import { byWorkload } from "./places.ts";
import { quantile, SLOW_MS, WORTHWHILE_SHARE } from "./slowness.ts";

/** How long the requests of each caller took, by the workload that answered. */
export function latencyOf(of: PerformanceCase): LatencySummary[] {
  const rows = of.edges.flatMap((edge) => {
    const { timings } = edge;
    const places = byWorkload({ mesh: of.mesh, timings });
    const known = new Set(places.flatMap((place) => place.timings));
    const rest = timings.filter((timing) => !known.has(timing));
    return [
      ...places.map(({ object, timings }) => logged(edge, timings, label(object))),
      ...(rest.length > 0 ? [logged(edge, rest)] : []),
    ];
  });
  return rows.length > 0 ? rows : of.measured.map(measured);
}

function logged(
  { edge }: PerformanceEdge,
  timings: readonly Timing[],
  workload?: string,
): LatencySummary {
  const answered = timings.filter(({ exchange }) => !exchange.isFailure);
  const counted = answered.length > 0 ? answered : timings;
  const totals = counted.map(({ totalMs }) => totalMs);
  const failures = timings.length - answered.length;
  const split = counted.filter(({ isSplit }) => isSplit);
  const p99Ms = quantile(totals, 0.99);
  const parts = split.length > 0 ? sharesOf(split) : undefined;
  return {
    ...endsOf(edge),
    ...(workload === undefined ? {} : { workload }),
    requests: timings.length,
    ...(failures > 0 ? { failures } : {}),
    p50Ms: quantile(totals, 0.5),
    p90Ms: quantile(totals, 0.9),
    p99Ms,
    ...(parts ? { parts } : {}),
    ...(parts && p99Ms >= SLOW_MS ? { advice: adviceFor(parts) } : {}),
    from: "access-log",
  };
}

/** How long the requests of callers that were not looked at in detail took. */
export function surveyed(edges: readonly TrafficEdge[]): LatencySummary[] {
  return edges.filter(({ latency }) => latency.count > 0).map((edge) => ({
    ...endsOf(edge),
    requests: edge.latency.count,
    ...(edge.failures > 0 ? { failures: edge.failures } : {}),
    p50Ms: edge.latency.quantile(0.5),
    p90Ms: edge.latency.quantile(0.9),
    p99Ms: edge.latency.quantile(0.99),
    from: "access-log",
  }));
}

function endsOf(edge: TrafficEdge): { source: string; destination: string } {
  const [source = "", destination = ""] = edgeLabel(edge).split(" → ");
  return { source, destination };
}

/** What to do about each part of a request's time. */
const ADVICE: Readonly<Record<Part, string>> = {
  upload: "look at the caller's way to the mesh, or send less",
  clientProxy: "look at its CPU limit and its filters",
  network: "compare zones and nodes, and look at maxConnections",
  serverProxy: "look at its CPU limit and its filters",
  retries: "cure why the first try fails, and retry at one hop only",
  application: "look at its CPU and at what it calls outside the mesh",
  downstream: "ask for the performance of those",
  transfer: "send or compress less, or look at the network",
};

function adviceFor(parts: Readonly<Record<Part, number>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    PARTS.filter((part) => parts[part] >= WORTHWHILE_SHARE).map((part) => [part, ADVICE[part]]),
  );
}

function sharesOf(timings: readonly Timing[]): Readonly<Record<Part, number>> {
  const sums = PARTS.map((part) => timings.reduce((sum, { parts }) => sum + parts[part], 0));
  const total = sums.reduce((sum, each) => sum + each, 0);
  return Object.fromEntries(
    PARTS.map((part, i) => [part, total === 0 ? 0 : Math.round(100 * sums[i]! / total) / 100]),
  ) as Record<Part, number>;
}

/** A row of metrics as it stands in a report. */
export function measured(
  { source, service, namespace, workload, reporter, quantiles, requests, isRecent }:
    MeasuredLatency,
): LatencySummary {
  const [p50Ms, p90Ms, p99Ms] = [0.5, 0.9, 0.99].map((share) => quantiles.get(share));
  return {
    source: `${source || "unknown"} (as the ${reporter} saw it)`,
    destination: namespace ? `${service || workload}.${namespace}` : service || workload,
    ...(workload ? { workload } : {}),
    ...(requests === undefined ? {} : { requests }),
    ...(p50Ms === undefined ? {} : { p50Ms: Math.round(p50Ms) }),
    ...(p90Ms === undefined ? {} : { p90Ms: Math.round(p90Ms) }),
    ...(p99Ms === undefined ? {} : { p99Ms: Math.round(p99Ms) }),
    from: isRecent ? "prometheus" : "proxy-statistics",
  };
}
