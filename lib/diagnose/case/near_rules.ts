import { actionOf, type ConditionResult, type RuleResult } from "../../auth/mod.ts";
import { formatPath, toPointer } from "../../core/mod.ts";
import type { Resource } from "../../mesh/mod.ts";
import type { Fact, Remedy } from "../cause.ts";
import type { Unallowed } from "./denials.ts";

/** A condition that alone keeps a rule of an ALLOW policy from matching a request. */
export interface Obstacle {
  /** The policy. */
  readonly policy: Resource<"AuthorizationPolicy">;
  /** The condition, which does not hold. */
  readonly condition: ConditionResult;
}

/** The conditions on these attributes because of which, and of nothing else, a rule does not match. */
export function obstacles(
  { decision }: Unallowed,
  attributes: readonly string[],
): readonly Obstacle[] {
  return decision.policies.filter(({ policy }) => actionOf(policy) === "ALLOW").flatMap((
    { policy, rules },
  ) =>
    rules.flatMap((rule) => missesOf(rule, attributes).map((condition) => ({ policy, condition })))
  );
}

/** Empty where the rule matches, or does not for another reason too. */
function missesOf({ conditions }: RuleResult, attributes: readonly string[]): ConditionResult[] {
  const misses: ConditionResult[] = [];
  // `spec.rules[i].from[j]`: all parts of a rule must hold, and one of the alternatives of `from` and `to`.
  for (const [part, some] of Map.groupBy(conditions, ({ path }) => path[3])) {
    const alternatives = part === "when"
      ? [some]
      : [...Map.groupBy(some, ({ path }) => path[4]).values()];
    const failed = alternatives.map((each) =>
      each.filter(({ outcome }) => outcome === "not matched" || outcome === "rule left out")
    );
    if (failed.some((each) => each.length === 0)) continue;
    const near = failed.filter((each) =>
      each.every(({ attribute, outcome }) =>
        outcome === "not matched" && attributes.includes(attribute)
      )
    );
    if (near.length === 0) return [];
    misses.push(...near.flat());
  }
  return misses;
}

/** One value of a policy's list, and what to write in its place. */
export interface Correction extends Obstacle {
  /** Position in the list. */
  readonly index: number;
  /** What stands there. */
  readonly value: string;
  /** Why it does not match, as half a sentence. */
  readonly why: string;
  /** What would match. */
  readonly meant: string;
  /** Whether it is to stand beside the value, which is right for other requests. */
  readonly isBeside?: boolean;
}

/** Why a value of a list never matches a request, and what does. */
export function correctionFact({ policy, condition, index, value, why }: Correction): Fact {
  return {
    weight: "proven",
    source: `AuthorizationPolicy ${policy.namespace}/${policy.name} ${
      formatPath([...condition.path, index])
    }`,
    detail: `"${value}": ${why}`,
  };
}

/** Corrects the value of a list, or adds what is missing beside it. */
export function correct(
  { policy, condition: { path }, index, meant, isBeside }: Correction,
): Remedy {
  const patch = isBeside
    ? { op: "add", path: toPointer([...path, "-"]), value: meant }
    : { op: "replace", path: toPointer([...path, index]), value: meant };
  return {
    title: isBeside ? `Add "${meant}"` : `Write "${meant}"`,
    action: `kubectl -n ${policy.namespace} patch authorizationpolicy ${policy.name} --type=json ` +
      `-p '${JSON.stringify([patch])}'`,
  };
}
