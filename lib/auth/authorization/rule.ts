import { formatPath, type Path } from "../../core/mod.ts";
import type { AuthorizationPolicyRule } from "../../mesh/mod.ts";
import type { AccessRequest } from "./request.ts";
import type { PatternScope } from "./attribute.ts";
import {
  type Condition,
  type ConditionResult,
  conditionsOf,
  evaluateCondition,
  type Translation,
} from "./condition.ts";
import { all, any, type Match } from "./match.ts";

/** What a rule of a policy says to a request. */
export interface RuleResult {
  /** Position in `spec.rules`. */
  readonly index: number;
  /** Whether the request meets it. */
  readonly match: Match;
  /** Every condition of the rule. */
  readonly conditions: readonly ConditionResult[];
  /** The conditions because of which the rule does not match, or may not. */
  readonly failed: readonly ConditionResult[];
  /** Attributes that nobody told and that decide. */
  readonly missing: readonly string[];
  /** Why, as half a sentence. */
  readonly reason: string;
}

/** Alternatives of conditions that hold together. */
type Group = readonly (readonly ConditionResult[])[];

/** Evaluates one rule as istiod and Envoy do together. */
export function evaluateRule(
  rule: AuthorizationPolicyRule,
  index: number,
  request: AccessRequest,
  scope: PatternScope,
  action: Translation,
): RuleResult {
  const { from, to, when } = conditionsOf(rule, index);
  const evaluate = (conditions: readonly Condition[]) =>
    conditions.map((condition) => evaluateCondition(condition, request, scope, action));
  const groups: readonly Group[] = [
    from.map(evaluate),
    to.map(evaluate),
    [evaluate(when)],
  ];
  const conditions = groups.flat(2);
  const invalid = conditions.find(({ outcome }) => outcome === "rule left out");
  if (invalid) {
    const reason = `istiod leaves the rule out: ${invalid.reason}`;
    return { index, match: "not matched", conditions, failed: [invalid], missing: [], reason };
  }
  const matches = groups.map(matchOf);
  const match = all(matches);
  const failed = groups.flatMap((group, i) =>
    matches[i] === match && match !== "matched"
      ? group.flat().filter(({ outcome }) => outcome === match)
      : []
  );
  const missing = match === "unknown" ? [...new Set(failed.map((one) => one.attribute))] : [];
  return { index, match, conditions, failed, missing, reason: reasonOf(match, failed) };
}

/** A group without alternatives (no `from`, no `to`) asks for nothing. */
function matchOf(group: Group): Match {
  return group.length === 0
    ? "matched"
    : any(group.map((conditions) =>
      all(conditions.flatMap(({ outcome }) =>
        outcome === "ignored" || outcome === "rule left out" ? [] : [outcome]
      ))
    ));
}

function reasonOf(match: Match, failed: readonly ConditionResult[]): string {
  if (match === "matched") return "every condition holds";
  return failed.map(({ path, reason }) => `${fieldOf(path)}: ${reason}`).join("; ");
}

function fieldOf(path: Path): string {
  return formatPath(path.slice("spec.rules[0]".split(/[.[]/).length));
}
