import type { Case, Exchange } from "../connectivity/mod.ts";
import {
  compare,
  type DiagnosisFinding,
  type Recommendation,
  SEVERITIES,
  type Severity,
} from "../core/mod.ts";
import type { Mesh } from "../mesh/mod.ts";
import { gapOfKind } from "./analysis/gap_of_kind.ts";
import type { Cause, CauseDescription, Fact, Hypothesis, Weight } from "./cause.ts";

/** A hypothesis that has been weighed. */
export interface Ranked {
  /** The cause. */
  readonly cause: CauseDescription;
  /** How it applies. */
  readonly hypothesis: Hypothesis;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Share of the requests in trouble that it explains, from 0 to 1. */
  readonly impact: number;
  /** How bad it is here. */
  readonly severity: Severity;
}

const CONFIDENCE: Readonly<Record<Exclude<Weight, "against" | "excluding">, number>> = {
  decisive: 0.95,
  proven: 0.85,
  likely: 0.6,
  possible: 0.3,
};

/**
 * The confidence that facts give: that of the heaviest fact; each further supporting fact closes a
 * quarter of the distance to 1, each fact against it takes a quarter away. An excluding fact gives 0.
 */
export function confidenceOf(facts: readonly Fact[]): number {
  if (facts.some((fact) => fact.weight === "excluding")) return 0;
  const supports = facts.flatMap(({ weight }) =>
    weight === "against" || weight === "excluding" ? [] : [CONFIDENCE[weight]]
  );
  if (supports.length === 0) return 0;
  const doubt = (1 - Math.max(...supports)) * 0.75 ** (supports.length - 1);
  const against = facts.filter((fact) => fact.weight === "against").length;
  return (1 - doubt) * 0.75 ** against;
}

/** Weighs the hypotheses of all causes about a connection and puts the best-supported first. */
export function rank(causes: readonly Cause[], of: Case): Ranked[] {
  return order(weigh(causes, of, {
    troubled: of.exchanges.filter((exchange) => exchange.isFailure),
    isUnobserved: of.exchanges.length === 0,
    severityOf: severityOfFailure,
  }));
}

/** What fails every request is critical, whatever the usual rank of its cause. */
function severityOfFailure(usual: Severity, impact: number): Severity {
  return impact > 0.95 ? worse(usual, "critical") : impact > 0.1 ? worse(usual, "high") : usual;
}

/** The requests that causes are held against. */
export interface Trouble {
  /** Those that fail, or are slow. */
  readonly troubled: readonly Exchange[];
  /** Whether no request was seen at all, so that causes stand although nothing shows their harm. */
  readonly isUnobserved: boolean;
  /** The rank of a cause that explains a share of the requests in trouble. */
  severityOf(usual: Severity, impact: number): Severity;
}

/**
 * Weighs the hypotheses of all causes about a case; what harms no request is left out, and so is what
 * only seems to be missing because it was not read.
 */
export function weigh<C extends { readonly mesh: Mesh }>(
  causes: readonly Cause<C>[],
  of: C,
  trouble: Trouble,
): Ranked[] {
  const wereRead = ({ provenByAbsenceOf = [] }: Cause<C>) =>
    !provenByAbsenceOf.some((kind) => gapOfKind(of.mesh.gaps, kind));
  return causes.filter(wereRead).flatMap((cause) =>
    [...cause.consider(of)].map((hypothesis) => {
      const impact = impactOf(hypothesis, trouble);
      return {
        cause,
        hypothesis,
        confidence: confidenceOf(hypothesis.facts),
        impact,
        severity: trouble.severityOf(hypothesis.severity ?? cause.severity, impact),
      };
    })
  ).filter(({ confidence, hypothesis }) => confidence > 0 && isHarmful(hypothesis, trouble));
}

/** Drops consequences and puts the best-supported first. */
export function order(ranked: readonly Ranked[]): Ranked[] {
  return withoutConsequences(ranked).sort(bestFirst);
}

function impactOf(hypothesis: Hypothesis, { troubled }: Trouble): number {
  if (troubled.length === 0) return 0;
  const explained = explainedBy(hypothesis);
  return troubled.filter((each) => explained.has(each)).length / troubled.length;
}

/** The requests that a hypothesis explains. */
export function explainedBy({ facts }: Hypothesis): ReadonlySet<Exchange> {
  return new Set(facts.flatMap((fact) => fact.explains ?? []));
}

/** Requests that were seen to succeed clear every cause that would have made them fail. */
function isHarmful({ isSilent, facts }: Hypothesis, { troubled, isUnobserved }: Trouble): boolean {
  return isSilent || isUnobserved || troubled.length > 0 ||
    facts.some((fact) => (fact.explains?.length ?? 0) > 0);
}

/** Drops what another cause of at least the same confidence explains, for the same requests. */
function withoutConsequences(ranked: readonly Ranked[]): Ranked[] {
  return ranked.filter((one) =>
    !ranked.some((other) =>
      other !== one && other.cause.explains?.includes(one.cause.id) &&
      !(one.cause.explains?.includes(other.cause.id)) && other.impact >= one.impact &&
      other.confidence >= one.confidence - 0.15 && isAboutSame(one, other)
    )
  );
}

/** Whether most of the requests that a cause explains are also explained by the other. */
function isAboutSame(one: Ranked, other: Ranked): boolean {
  const own = [...explainedBy(one.hypothesis)], others = explainedBy(other.hypothesis);
  return 2 * own.filter((exchange) => others.has(exchange)).length >= own.length;
}

/** Orders what was weighed: the best-supported first. */
export function bestFirst(a: Ranked, b: Ranked): number {
  return tier(b) - tier(a) || b.impact - a.impact || b.confidence - a.confidence ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compare(a.cause.id, b.cause.id) || compare(a.hypothesis.title, b.hypothesis.title);
}

/** Decisive evidence that explains failures goes before a contradiction on the path, and so on. */
function tier({ confidence, impact }: Ranked): number {
  const strength = confidence >= 0.95 ? 3 : confidence >= 0.8 ? 2 : confidence >= 0.5 ? 1 : 0;
  return strength + (impact > 0 ? 0.5 : 0);
}

/** The worse of two ranks. */
export function worse(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b) ? a : b;
}

/** What to do about a ranked hypothesis, as it stands in a report. */
export function recommendationOf({ cause, hypothesis: { remedy } }: Ranked): Recommendation {
  const { title, description = cause.docs.remedy, action, patch } = remedy;
  return {
    for: cause.id,
    title,
    description: cause.docs.verify ? `${description} ${cause.docs.verify}` : description,
    ...(action ? { action } : {}),
    ...(patch ? { patch } : {}),
  };
}

/** A ranked hypothesis as it stands in a report. */
export function findingOf(
  { cause, hypothesis, confidence, severity }: Ranked,
): DiagnosisFinding {
  const { title, fix } = hypothesis.remedy;
  return {
    cause: cause.id,
    name: cause.name,
    category: cause.category,
    severity,
    confidence: Math.round(confidence * 100) / 100,
    title: hypothesis.title,
    description: hypothesis.description ?? cause.docs.why,
    resources: hypothesis.objects,
    evidence: hypothesis.facts.map(({ weight, source, detail }) => ({
      supports: weight !== "against" && weight !== "excluding",
      source,
      detail,
    })),
    ...(fix && { fix: { applicability: fix.applicability, title, changes: fix.changes } }),
  };
}
