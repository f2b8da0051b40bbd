import {
  type DiagnosisReport,
  distinctGaps,
  type Gap,
  type IssueType,
  type Verdict,
} from "../../core/mod.ts";
import { edgeLabel } from "../../traffic/mod.ts";
import { causes } from "../causes/mod.ts";
import { performanceCauses } from "../causes/performance/mod.ts";
import { checkedLine } from "../checked.ts";
import type { PerformanceCase } from "../performance/case.ts";
import { latencyOf } from "../performance/latency.ts";
import type { Overview } from "../performance/overview.ts";
import { findingOf, recommendationOf } from "../ranking.ts";
import { merge, type MergedCause, type Part } from "./merge.ts";
import type { TroubledPair } from "./pairs.ts";

/** What a look at the whole mesh came to. */
export interface MeshResult {
  /** What was asked. */
  readonly issueType: IssueType;
  /** What all proxies together tell. */
  readonly overview: Overview;
  /** The callers whose requests fail. */
  readonly pairs: readonly TroubledPair[];
  /** The services that were looked at for slowness. */
  readonly examined: readonly PerformanceCase[];
  /** What was found about pairs and services. */
  readonly parts: readonly Part[];
  /** Pairs that were not looked into. */
  readonly gaps: readonly Gap[];
  /** When the mesh was seen. */
  readonly now: Date;
}

/** The report of a look at the whole mesh. */
export function reportOf(result: MeshResult): DiagnosisReport {
  const { issueType, overview, pairs, examined, parts, gaps, now } = result;
  const merged = merge(parts);
  const verdict = verdictOf(result, merged);
  return {
    kind: "DiagnosisReport",
    version: 1,
    issueType,
    timestamp: now.toISOString(),
    context: {},
    verdict,
    headline: headlineOf(result, merged, verdict),
    findings: merged.map((each) => ({ ...findingOf(each), affects: each.affects })),
    recommendations: merged.map(recommendationOf),
    hops: [],
    ...(issueType === "all" ? { latency: examined.flatMap(latencyOf) } : {}),
    gaps: distinctGaps([
      ...overview.survey.gaps,
      ...overview.survey.unheard.map(({ namespace, name }) => ({
        what: `access log of ${namespace}/${name}`,
        reason: "not recorded: what it did not deliver was seen by nobody",
      })),
      ...gaps,
      ...unexplained(pairs),
      ...pairs.flatMap(({ cases }) => cases.flatMap((of) => of.gaps)),
      ...examined.flatMap((of) => of.gaps),
    ]),
    checked: [...causes, ...(issueType === "all" ? performanceCauses : [])].map(checkedLine),
  };
}

/** Pairs that fail and of which nothing says why are never passed over in silence. */
function unexplained(pairs: readonly TroubledPair[]): Gap[] {
  return pairs.filter(({ ranked }) => ranked.length === 0).map(({ edge }) => ({
    what: edgeLabel(edge),
    reason:
      `${edge.failures} of ${edge.requests} requests fail, and nothing that was read says why`,
  }));
}

/** Share of failed requests from which a connection counts as broken rather than degraded. */
const BROKEN_SHARE = 0.9;

function verdictOf(
  { overview: { survey }, pairs }: MeshResult,
  merged: readonly MergedCause[],
): Verdict {
  if (merged.length > 0) {
    const isBroken = pairs.some(({ edge, ranked }) =>
      ranked.length > 0 && edge.failures >= BROKEN_SHARE * edge.requests
    );
    return isBroken ? "broken" : "degraded";
  }
  return survey.edges.length === 0 || pairs.length > 0 || survey.unheard.length > 0
    ? "inconclusive"
    : "healthy";
}

function headlineOf(
  { overview: { survey }, pairs }: MeshResult,
  merged: readonly MergedCause[],
  verdict: Verdict,
): string {
  const requests = survey.edges.reduce((sum, edge) => sum + edge.requests, 0);
  const seen = `${requests} requests between ${survey.edges.length} pairs`;
  const leading = merged.filter(({ isLeading }) => isLeading);
  const [best] = leading;
  if (best) {
    const others = leading.length - 1;
    return `${best.hypothesis.title}${
      others === 0 ? "" : `; and ${others} more root ${others === 1 ? "cause" : "causes"}`
    }`;
  }
  if (verdict === "healthy") return `nothing fails: ${seen} were looked at`;
  if (survey.edges.length === 0) return "no request was seen";
  const [first, ...others] = survey.unheard;
  return pairs.length === 0 && first
    ? `nothing fails of ${seen}, but the access logs of ${first.namespace}/${first.name}${
      others.length === 0 ? "" : ` and ${others.length} more`
    } were not recorded`
    : `requests of ${pairs.length} of ${survey.edges.length} pairs fail, and nothing that was read says why`;
}
