import { compare, formatRef } from "../../core/mod.ts";
import type { Resource } from "../../mesh/mod.ts";
import type { AccessRequest } from "./request.ts";
import { ruleName } from "../details.ts";
import { actionOf, type AuthorizationPolicies } from "./policies.ts";
import { evaluateRule, type RuleResult } from "./rule.ts";
import { any, type Match } from "./match.ts";

/** The rule of a policy that decided. */
export interface DecidingRule {
  /** The policy. */
  readonly policy: Resource<"AuthorizationPolicy">;
  /** Position of the rule in `spec.rules`. */
  readonly ruleIndex: number;
}

/** What a policy says to a request. */
export interface PolicyResult {
  /** The policy. */
  readonly policy: Resource<"AuthorizationPolicy">;
  /** Whether one of its rules matches. */
  readonly match: Match;
  /** What each rule says. */
  readonly rules: readonly RuleResult[];
}

/** Whether a request passes, and why. */
export interface AccessDecision {
  /** What the proxy does; `unknown` where it hangs on something in `unknowns`. */
  readonly decision: "allow" | "deny" | "unknown";
  /** The rule that decided; absent where nothing matched or where there is no policy. */
  readonly by?: DecidingRule;
  /** Why, as a sentence without its full stop. */
  readonly reason: string;
  /** What is not known and decides: names of attributes, or the answer of an external authorizer. */
  readonly unknowns: readonly string[];
  /** Every enforced policy, in the order of evaluation. */
  readonly policies: readonly PolicyResult[];
  /** What policies in dry-run would have said. */
  readonly dryRun: readonly PolicyResult[];
}

/** One of the three stages; `undefined` decision means that the next stage decides. */
interface Stage {
  readonly decision: AccessDecision["decision"] | undefined;
  readonly by?: DecidingRule;
  readonly reason: string;
  readonly unknowns: readonly string[];
}

/**
 * Decides as the workload's proxy does: external authorizers first, then DENY, then ALLOW; without an
 * ALLOW policy everything else passes. A certain denial outweighs what is not known.
 */
export function authorize(policies: AuthorizationPolicies, request: AccessRequest): AccessDecision {
  const evaluate = (list: AuthorizationPolicies["allow"]) =>
    list.map((policy) => evaluatePolicy(policies, policy, request));
  const custom = evaluate(policies.custom), deny = evaluate(policies.deny);
  const allow = evaluate(policies.allow);
  const rest = { policies: [...custom, ...deny, ...allow], dryRun: evaluate(policies.dryRun) };
  const stages = [
    customStage(policies, custom, request),
    denyStage(deny),
    allowStage(allow),
  ];
  const denial = stages.find(({ decision }) => decision === "deny");
  if (denial) return { ...decided(denial), decision: "deny", ...rest };
  const open = stages.filter(({ decision }) => decision === "unknown");
  if (open.length > 0) {
    const unknowns = [...new Set(open.flatMap((stage) => stage.unknowns))].sort(compare);
    return { ...decided(open[0]!), decision: "unknown", unknowns, ...rest };
  }
  const last = stages.at(-1)!;
  return { ...decided(last), decision: "allow", ...rest };
}

function decided({ by, reason, unknowns }: Stage) {
  return { reason, unknowns, ...(by ? { by } : {}) };
}

function evaluatePolicy(
  { trustDomains, pathNormalization }: AuthorizationPolicies,
  policy: Resource<"AuthorizationPolicy">,
  request: AccessRequest,
): PolicyResult {
  const scope = { trustDomains, pathNormalization, namespace: policy.namespace };
  const translation = actionOf(policy) === "ALLOW" ? "narrow" : "wide";
  const rules = (policy.spec.rules ?? []).map((rule, i) =>
    evaluateRule(rule ?? {}, i, request, scope, translation)
  );
  return { policy, rules, match: any(rules.map(({ match }) => match)) };
}

function customStage(
  { authorizers }: AuthorizationPolicies,
  results: readonly PolicyResult[],
  { isHttp }: AccessRequest,
): Stage {
  const nothing = { decision: undefined, reason: "no CUSTOM policy applies", unknowns: [] };
  const names = [...new Set(results.map(({ policy }) => policy.spec.provider?.name ?? ""))];
  const name = names[0];
  if (name === undefined) return nothing;
  const authorizer = authorizers.get(name);
  const problem = names.length > 1
    ? "CUSTOM policies of one workload must name the same provider"
    : !authorizer
    ? `no extension provider "${name}" is defined`
    : undefined;
  // istiod builds no filter where the authorizer speaks HTTP and the port does not.
  if (!problem && !isHttp && !authorizer?.servesTcp) return nothing;
  const by = firstMatch(results, "matched");
  if (by && problem) {
    return { decision: "deny", by, unknowns: [], reason: `${say(by)} matches, but ${problem}` };
  }
  const open = by ?? firstMatch(results, "unknown");
  if (!open) return nothing;
  const unknowns = [
    ...missingIn(results),
    ...(problem ? [] : [`the answer of the external authorizer "${name}"`]),
  ];
  const reason = by ? `${say(by)} asks an external authorizer` : `${say(open)} may match`;
  return { decision: "unknown", by: open, reason, unknowns };
}

function denyStage(results: readonly PolicyResult[]): Stage {
  const by = firstMatch(results, "matched");
  if (by) return { decision: "deny", by, reason: `${say(by)} denies it`, unknowns: [] };
  const open = firstMatch(results, "unknown");
  return open
    ? {
      decision: "unknown",
      by: open,
      reason: `${say(open)} may deny it`,
      unknowns: missingIn(results),
    }
    : { decision: undefined, reason: "no DENY policy matches", unknowns: [] };
}

function allowStage(results: readonly PolicyResult[]): Stage {
  if (results.length === 0) {
    return {
      decision: "allow",
      reason: "no policy denies it and there is no ALLOW policy",
      unknowns: [],
    };
  }
  const by = firstMatch(results, "matched");
  if (by) return { decision: "allow", by, reason: `${say(by)} allows it`, unknowns: [] };
  const open = firstMatch(results, "unknown");
  if (open) {
    const unknowns = missingIn(results);
    return { decision: "unknown", by: open, reason: `${say(open)} may allow it`, unknowns };
  }
  const reason = results.length === 1
    ? `the only ALLOW policy, ${formatRef(results[0]!.policy)}, does not match`
    : `none of the ${results.length} ALLOW policies matches`;
  return { decision: "deny", reason, unknowns: [] };
}

/** Envoy looks through its rules in the order of their names, and reports the first that matches. */
function firstMatch(results: readonly PolicyResult[], match: Match): DecidingRule | undefined {
  return results
    .flatMap(({ policy, rules }) =>
      rules.filter((rule) => rule.match === match).map(({ index }) => ({
        policy,
        ruleIndex: index,
      }))
    )
    .sort((a, b) => compare(nameOf(a), nameOf(b)))[0];
}

function nameOf({ policy: { namespace, name }, ruleIndex }: DecidingRule): string {
  return ruleName({ namespace, name, ruleIndex });
}

function missingIn(results: readonly PolicyResult[]): string[] {
  return results.flatMap(({ rules }) => rules.flatMap(({ missing }) => missing));
}

function say({ policy, ruleIndex }: DecidingRule): string {
  return `Rule ${ruleIndex} of the ${actionOf(policy)} ${formatRef(policy)}`;
}
