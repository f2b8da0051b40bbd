import {
  type ControlPlaneSummary,
  type DiagnosisReport,
  distinctGaps,
  type LatencySummary,
  type Verdict,
} from "../../core/mod.ts";
import type { Mesh } from "../../mesh/mod.ts";
import { causes } from "../causes/mod.ts";
import { performanceCauses } from "../causes/performance/mod.ts";
import { checkedLine } from "../checked.ts";
import { findingOf, type Ranked, recommendationOf } from "../ranking.ts";
import { capacityOf } from "./capacity.ts";
import type { PerformanceCase } from "./case.ts";
import { latencyOf, measured, surveyed } from "./latency.ts";
import type { MeasuredLatency } from "./measured.ts";
import type { Overview } from "./overview.ts";
import { distribution, isRegular, SLOW_MS } from "./slowness.ts";

/** What a diagnosis of performance came to. */
export interface PerformanceResult {
  /** The objects of all clusters. */
  readonly mesh: Mesh;
  /** The host that was asked about; `undefined` for all. */
  readonly asked: string | undefined;
  /** The services that were looked at, the asked one first. */
  readonly examined: readonly PerformanceCase[];
  /** What was found. */
  readonly ranked: readonly Ranked[];
  /** What all proxies together tell. */
  readonly overview: Overview;
  /** How fast istiod spreads changes. */
  readonly controlPlane: ControlPlaneSummary | undefined;
  /** When the mesh was seen. */
  readonly now: Date;
}

/** The report of a diagnosis of performance. */
export function reportOf(result: PerformanceResult): DiagnosisReport {
  const { mesh, asked, examined, ranked, overview, controlPlane, now } = result;
  const verdict = verdictOf(result);
  return {
    kind: "DiagnosisReport",
    version: 1,
    issueType: "performance",
    timestamp: now.toISOString(),
    context: asked === undefined ? {} : { destination: asked },
    verdict,
    headline: headlineOf(result, verdict),
    findings: ranked.map(findingOf),
    recommendations: ranked.map(recommendationOf),
    hops: [],
    latency: latencies(result),
    capacity: capacityOf(examined, controlPlane),
    gaps: distinctGaps([
      ...mesh.gaps,
      ...overview.survey.gaps,
      ...examined.flatMap(({ gaps }) => gaps),
    ]),
    checked: [...performanceCauses, ...causes].map(checkedLine),
  };
}

/** Where nobody named a service, all callers have a row, and those that were looked at have the details. */
function latencies({ asked, examined, overview }: PerformanceResult): LatencySummary[] {
  const detailed = examined.flatMap(latencyOf);
  if (asked !== undefined) return detailed;
  if (overview.survey.edges.length === 0) return overview.measured.map(measured);
  const { survey } = overview;
  const known = new Set(examined.flatMap(({ edges }) => edges.map(({ edge }) => edge)));
  return [...detailed, ...surveyed(survey.edges.filter((edge) => !known.has(edge)))];
}

/** Share of failing requests from which nobody can say that a mesh is fast. */
const TOLERATED = 0.1;

function totalOf({ survey: { edges } }: Overview): { requests: number; failures: number } {
  return {
    requests: edges.reduce((sum, edge) => sum + edge.requests, 0),
    failures: edges.reduce((sum, edge) => sum + edge.failures, 0),
  };
}

function verdictOf({ asked, examined, ranked, overview }: PerformanceResult): Verdict {
  if (ranked.length > 0) return "degraded";
  if (asked === undefined) {
    const { requests, failures } = totalOf(overview);
    if (requests === 0) return longestMs(overview.measured) < SLOW_MS ? "healthy" : "inconclusive";
    const isFine = failures <= TOLERATED * requests && slowPairs(overview) === 0;
    return isFine ? "healthy" : "inconclusive";
  }
  const of = examined[0];
  if (!of || of.timings.length + of.measured.length === 0) return "inconclusive";
  if (of.timings.length === 0) {
    return longestMs(of.measured) < SLOW_MS ? "healthy" : "inconclusive";
  }
  const failed = of.timings.filter(({ exchange }) => exchange.isFailure).length;
  return failed > 0 || isSlow(of) ? "inconclusive" : "healthy";
}

/** Whether more requests are slow than by coincidence. */
function isSlow({ timings }: PerformanceCase): boolean {
  return isRegular(timings.filter(({ totalMs }) => totalMs >= SLOW_MS).length, timings.length);
}

/** How many callers have requests that are slow, and not by coincidence. */
function slowPairs({ survey }: Overview): number {
  return survey.edges.filter(({ latency }) => isRegular(latency.countFrom(SLOW_MS), latency.count))
    .length;
}

/** The longest time that metrics tell, in milliseconds; `NaN` where they tell none. */
function longestMs(rows: readonly MeasuredLatency[]): number {
  return rows.length === 0
    ? NaN
    : Math.max(...rows.flatMap(({ quantiles }) => [...quantiles.values()]));
}

/** The answer where no log shows single requests and no cause was found. */
function byMetrics(rows: readonly MeasuredLatency[]): string {
  if (rows.length === 0) return "no request was seen";
  const longest = longestMs(rows);
  return longest < SLOW_MS
    ? "nothing is slow by the metrics; no access log shows single requests"
    : `single requests took up to ${
      Math.round(longest)
    } ms by the metrics; no access log shows which`;
}

function headlineOf({ asked, examined, ranked, overview }: PerformanceResult, verdict: Verdict) {
  const [best] = ranked;
  if (asked === undefined) {
    if (best) return `${best.hypothesis.title}`;
    const { requests, failures } = totalOf(overview);
    if (requests === 0) return byMetrics(overview.measured);
    const pairs = slowPairs(overview);
    if (pairs > 0) {
      return `requests of ${pairs} callers are slow, and nothing that was read says why`;
    }
    const fail = verdict === "healthy"
      ? ""
      : `, but ${failures} of ${requests} requests fail; ask for connectivity`;
    return `no service is slow: ${overview.survey.edges.length} pairs of caller and service were looked at${fail}`;
  }
  const of = examined[0];
  const name = of?.label ?? asked;
  const timings = of?.timings ?? [];
  const failed = timings.filter(({ exchange }) => exchange.isFailure).length;
  const answered = timings.filter(({ exchange }) => !exchange.isFailure)
    .map(({ totalMs }) => totalMs);
  const slow = answered.filter((ms) => ms >= SLOW_MS).length;
  const figures = answered.length === 0
    ? ""
    : ` (${distribution(answered)} of ${answered.length} requests)`;
  const failures = `${failed} of ${timings.length} requests to ${name} fail`;
  if (best) {
    const what = failed > slow ? failures : `${name} is slow${figures}`;
    return `${what}: ${best.hypothesis.title}`;
  }
  if (verdict === "healthy" && answered.length > 0) {
    return `${name} is as fast as it should be${figures}`;
  }
  if (of && failed === 0 && isSlow(of)) {
    return `${name} is slow${figures}, and nothing that was read says why`;
  }
  return timings.length === 0
    ? `${name}: ${byMetrics(of?.measured ?? [])}`
    : `${failures}${figures}; ask for its connectivity`;
}
