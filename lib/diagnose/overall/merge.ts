import { compare } from "../../core/mod.ts";
import { bestFirst, type Ranked, worse } from "../ranking.ts";

/** What was found about one pair, or one service. */
export interface Part {
  /** Whom it concerns, for sentences: `sleep.client → reviews.shop:80`. */
  readonly label: string;
  /** What was found, the best-supported first. */
  readonly ranked: readonly Ranked[];
  /** How many requests are in trouble. */
  readonly troubled: number;
}

/** One root cause with everybody that it harms. */
export interface MergedCause extends Ranked {
  /** The labels of the parts in which it was found. */
  readonly affects: readonly string[];
  /** Whether it is the best explanation of at least one of them. */
  readonly isLeading: boolean;
}

/** Further hypotheses about a part that are weaker than this are left to the question about that part. */
const WORTH_SHOWING = 0.5;

/** Facts that are kept of all parts together. */
const MAX_FACTS = 12;

/**
 * Brings the findings about many parts together: the same cause about the same object stands once. What
 * explains at least one part best goes before what only may, and then by the requests that it explains.
 */
export function merge(parts: readonly Part[]): MergedCause[] {
  const all = parts.reduce((sum, { troubled }) => sum + troubled, 0);
  const groups = new Map<string, { part: Part; ranked: Ranked; isLeading: boolean }[]>();
  for (const part of parts) {
    for (const [i, ranked] of part.ranked.entries()) {
      if (i > 0 && ranked.confidence < WORTH_SHOWING) continue;
      const key = keyOf(ranked);
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push({ part, ranked, isLeading: i === 0 });
    }
  }
  return [...groups.values()].map((group) => {
    const [first, ...others] = group.toSorted((a, b) => bestFirst(a.ranked, b.ranked));
    const explained = group.reduce(
      (sum, { part, ranked }) => sum + ranked.impact * part.troubled,
      0,
    );
    const facts = [first!, ...others].flatMap(({ ranked }) => ranked.hypothesis.facts);
    const distinct = [
      ...new Map(facts.map((fact) => [`${fact.source} ${fact.detail}`, fact])).values(),
    ];
    return {
      ...first!.ranked,
      hypothesis: { ...first!.ranked.hypothesis, facts: distinct.slice(0, MAX_FACTS) },
      impact: all === 0 ? 0 : Math.min(1, explained / all),
      severity: group.map(({ ranked }) => ranked.severity).reduce(worse),
      affects: [...new Set(group.map(({ part }) => part.label))].sort(compare),
      isLeading: group.some(({ isLeading }) => isLeading),
    };
  }).sort((a, b) => Number(b.isLeading) - Number(a.isLeading) || bestFirst(a, b));
}

function keyOf({ cause, hypothesis: { objects: [object], title } }: Ranked): string {
  return object
    ? `${cause.id} ${object.cluster ?? ""} ${object.kind} ${object.namespace} ${object.name}`
    : `${cause.id} ${title}`;
}
