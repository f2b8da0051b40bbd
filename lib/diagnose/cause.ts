import type { CauseCategory, CauseResource, Cure, Severity } from "../core/mod.ts";
import type { Case, Exchange } from "../connectivity/mod.ts";
import type { Kind } from "../mesh/mod.ts";

/**
 * How much a fact weighs. `decisive`: the proxy that produced the outcome says why, or the control plane
 * or an event does. `proven`: a contradiction on the resolved path of this request. `likely`: counters,
 * which may be older than the fault. `possible`: a pattern that often goes with it. `against`: speaks
 * against the cause but leaves it open. `excluding`: contradicts it.
 */
export type Weight = "decisive" | "proven" | "likely" | "possible" | "against" | "excluding";

/** One fact about a case, for or against a cause. */
export interface Fact {
  /** How much it weighs. */
  readonly weight: Weight;
  /** Where it was read: a file of the recording, an object and field. */
  readonly source: string;
  /** What was read there. */
  readonly detail: string;
  /** The requests that it explains. */
  readonly explains?: readonly Exchange[];
}

/** What to do about a cause, with the real names filled in. */
export interface Remedy {
  /** What to do, as an imperative sentence. */
  readonly title: string;
  /** Details; the cause's own words where absent. */
  readonly description?: string;
  /** A command to copy. */
  readonly action?: string;
  /** YAML to apply or to merge. */
  readonly patch?: string;
  /** The same as a change that `fix` can make. */
  readonly fix?: Omit<Cure, "title">;
}

/** A cause as it applies to one case. */
export interface Hypothesis {
  /** The objects involved, the one to change first. */
  readonly objects: readonly CauseResource[];
  /** One sentence with the real names. */
  readonly title: string;
  /** What speaks for and against it. */
  readonly facts: readonly Fact[];
  /** What to do. */
  readonly remedy: Remedy;
  /** Why that breaks the request, where the cause's own words are not enough. */
  readonly description?: string;
  /** Its rank, where it differs from the usual one. */
  readonly severity?: Severity;
  /**
   * Whether it harms although requests succeed: a rule that its author wrote has no effect on this path.
   * Without it a cause is only reported where requests fail, are slow, or were not seen at all.
   */
  readonly isSilent?: boolean;
}

/** What is said of a root cause of the knowledge base, whatever it applies to. */
export interface CauseDescription {
  /** Its id, such as `MM-R01`. */
  readonly id: `MM-${string}`;
  /** Name in kebab-case. */
  readonly name: string;
  /** One line for lists. */
  readonly title: string;
  /** What kind of thing it is. */
  readonly category: CauseCategory;
  /** Its usual rank. */
  readonly severity: Severity;
  /** Causes that are only a consequence of this one and must not stand beside it. */
  readonly explains?: readonly `MM-${string}`[];
  /** The words of its page. */
  readonly docs: {
    /** Why it breaks requests. */
    readonly why: string;
    /** How it shows. */
    readonly symptom: string;
    /** How to cure it. */
    readonly remedy: string;
    /** How to see that it is cured. */
    readonly verify?: string;
    /** Further reading. */
    readonly links?: readonly string[];
  };
}

/** A root cause: a claim about one request's path, or about another kind of case `C`. */
export interface Cause<C = Case> extends CauseDescription {
  /**
   * Kinds of which it takes the absence of an object for proof. It is not considered where objects of such
   * a kind could not be read.
   */
  readonly provenByAbsenceOf?: readonly Kind[];
  /** Yields one hypothesis for each way in which the cause applies. Pure; silent where it does not apply. */
  consider(of: C): Iterable<Hypothesis>;
}

/** Declares a cause of failing connections. */
export function defineCause(cause: Cause): Cause {
  return cause;
}
