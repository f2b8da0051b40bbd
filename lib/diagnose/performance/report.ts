import type { DiagnosisReport, Verdict } from "../../core/mod.ts";
import { causes } from "../causes/mod.ts";
import { performanceCauses } from "../causes/performance/mod.ts";
import { checkedLine } from "../checked.ts";
import { distinctGaps } from "../connectivity.ts";
import { findingOf, type Ranked, recommendationOf } from "../ranking.ts";
import type { PerformanceCase } from "./case.ts";
import { latencyOf } from "./latency.ts";
import type { Overview } from "./overview.ts";
import { distribution } from "./slowness.ts";

/** What a diagnosis of performance came to. */
export interface PerformanceResult {
  /** The host that was asked about; `undefined` for all. */
  readonly asked: string | undefined;
  /** The services that were looked at, the asked one first. */
  readonly examined: readonly PerformanceCase[];
  /** What was found. */
  readonly ranked: readonly Ranked[];
  /** What all proxies together tell. */
  readonly overview: Overview;
  /** When the mesh was seen. */
  readonly now: Date;
}

/** The report of a diagnosis of performance. */
export function reportOf(result: PerformanceResult): DiagnosisReport {
  const { asked, examined, ranked, overview, now } = result;
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
    latency: examined.flatMap(latencyOf),
    gaps: distinctGaps([...overview.survey.gaps, ...examined.flatMap(({ gaps }) => gaps)]),
    checked: [...performanceCauses, ...causes].map(checkedLine),
  };
}

function verdictOf({ asked, examined, ranked, overview }: PerformanceResult): Verdict {
  if (ranked.length > 0) return "degraded";
  if (asked === undefined) return overview.survey.edges.length > 0 ? "healthy" : "inconclusive";
  const of = examined[0];
  if (!of || of.timings.length + of.measured.length === 0) return "inconclusive";
  const failed = of.troubled.filter(({ isFailure }) => isFailure).length;
  return failed > 0 ? "inconclusive" : "healthy";
}

function headlineOf({ asked, examined, ranked, overview }: PerformanceResult, verdict: Verdict) {
  const [best] = ranked;
  if (asked === undefined) {
    if (best) return `${best.hypothesis.title}`;
    return verdict === "healthy"
      ? `no service is slow: ${overview.survey.edges.length} callers were looked at`
      : "no request was seen";
  }
  const of = examined[0];
  const name = of?.label ?? asked;
  const totals = (of?.timings ?? []).map(({ totalMs }) => totalMs);
  const figures = totals.length === 0
    ? ""
    : ` (${distribution(totals)} of ${totals.length} requests)`;
  if (best) return `${name} is slow${figures}: ${best.hypothesis.title}`;
  if (verdict === "healthy") return `${name} is as fast as it should be${figures}`;
  return totals.length === 0
    ? `${name}: no request to it was seen`
    : `requests to ${name} fail${figures}; ask for its connectivity`;
}
