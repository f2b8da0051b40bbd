import { type Case, investigate } from "../../connectivity/mod.ts";
import { Failure, type Gap } from "../../core/mod.ts";
import {
  edgeLabel,
  questionAbout,
  type RequestForm,
  type Survey,
  type TrafficEdge,
} from "../../traffic/mod.ts";
import { causes } from "../causes/mod.ts";
import type { DiagnosisInput } from "../connectivity.ts";
import { rank, type Ranked } from "../ranking.ts";

/** One caller with one target of which requests fail, and why. */
export interface TroubledPair {
  /** What all logs together tell of it. */
  readonly edge: TrafficEdge;
  /** The way of the requests, once for each form of failure that was looked into. */
  readonly cases: readonly Case[];
  /** What was found, the best-supported first. */
  readonly ranked: readonly Ranked[];
}

/** Pairs that are looked into, those with the most failed requests. */
const MAX_PAIRS = 20;

/** Forms of failure of one pair that are looked into. */
const MAX_FORMS_PER_PAIR = 3;

/** Pairs whose requests succeed that are looked into, those with the most requests. */
const MAX_QUIET_PAIRS = 40;

/**
 * Finds the callers whose requests fail, and says why; and those whose requests succeed although what
 * somebody configured for them has no effect. What was left out is a gap.
 */
export async function troubledPairs(
  { edges }: Survey,
  input: DiagnosisInput,
): Promise<{ readonly pairs: readonly TroubledPair[]; readonly gaps: readonly Gap[] }> {
  const failing = edges.filter(({ failures }) => failures > 0)
    .sort((a, b) => b.failures - a.failures);
  const quiet = edges.filter(({ failures }) => failures === 0)
    .sort((a, b) => b.requests - a.requests).slice(0, MAX_QUIET_PAIRS);
  const pairs: TroubledPair[] = [];
  const gaps: Gap[] = [];
  for (const edge of failing.slice(0, MAX_PAIRS)) {
    input.signal.throwIfAborted();
    const pair = await lookInto(edge, edge.forms, input);
    if (pair instanceof Failure) gaps.push({ what: edgeLabel(edge), reason: pair.message });
    else pairs.push(pair);
  }
  for (const edge of quiet) {
    input.signal.throwIfAborted();
    const pair = await lookInto(edge, edge.asked, input);
    if (!(pair instanceof Failure) && pair.ranked.length > 0) pairs.push(pair);
  }
  for (const edge of failing.slice(MAX_PAIRS)) {
    const reason = `only the ${MAX_PAIRS} worst pairs were looked into`;
    gaps.push({ what: edgeLabel(edge), reason });
  }
  return { pairs, gaps };
}

async function lookInto(
  edge: TrafficEdge,
  forms: readonly RequestForm[],
  input: DiagnosisInput,
): Promise<TroubledPair | Failure> {
  const cases: Case[] = [];
  try {
    for (const form of distinctRequests(forms).slice(0, MAX_FORMS_PER_PAIR)) {
      cases.push(await investigate(questionAbout(edge, form), input));
    }
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  return { edge, cases, ranked: cases.flatMap((of) => rank(causes, of)) };
}

/** Failures in different forms may be those of one kind of request, which is asked about once. */
function distinctRequests(forms: readonly RequestForm[]): RequestForm[] {
  const seen = new Set<string>();
  return forms.filter(({ method, path }) => {
    const request = `${method} ${path}`;
    return !seen.has(request) && seen.add(request);
  });
}
