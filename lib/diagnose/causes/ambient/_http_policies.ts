import type { ConditionResult } from "../../../auth/mod.ts";
import type { Case } from "../../../connectivity/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { refusedTunnels, REJECTED, ztunnelDecisions } from "../../case/ambient.ts";
import { linesWith, logged } from "../../case/signs.ts";
import type { Fact } from "../../cause.ts";

/** Policies with HTTP attributes because of which a ztunnel refuses connections. */
export interface HttpPolicies {
  /** The policies. */
  readonly policies: readonly Resource<"AuthorizationPolicy">[];
  /** What shows it. */
  readonly facts: readonly Fact[];
}

/**
 * The policies with HTTP attributes that make a server's ztunnel refuse the connections of a case: it
 * leaves out ALLOW rules that have any, and applies DENY rules without them.
 */
export function httpPoliciesAtZtunnel(of: Case): HttpPolicies | undefined {
  const seen = logged(of, { transport: REJECTED });
  const refused = refusedTunnels(of);
  const decided = ztunnelDecisions(of).find(({ decision }) => decision === "deny");
  if (!decided || seen.length === 0 && of.exchanges.length > refused.length) return undefined;
  const isDenied = decided.by !== undefined;
  const named = linesWith(of, { transport: /explicitly denied by/ }).length > 0;
  if (seen.length > 0 && named !== isDenied) return undefined;
  const among = decided.by ? [decided.by.policy] : decided.allow;
  const policies = among.filter((policy) => {
    const rules = decided.policies.find((each) => each.policy === policy)?.rules ?? [];
    // A rule that would not let this caller through with a waypoint either is another cause's.
    return rules.some(({ conditions }) =>
      conditions.some(isLeftOut) && conditions.every(({ outcome }) => outcome !== "not matched")
    );
  });
  if (policies.length === 0) return undefined;
  return {
    policies,
    facts: [
      ...seen,
      ...policies.map((policy) => ({
        weight: "proven" as const,
        source: `AuthorizationPolicy ${policy.namespace}/${policy.name} spec.rules`,
        detail: isDenied
          ? "ztunnel applies the DENY rule without its HTTP attributes, to more than was meant"
          : "ztunnel leaves the ALLOW rule out, because it has HTTP attributes",
        explains: refused,
      })),
      ...policies.flatMap(conditionFact),
    ],
  };
}

/** Whether ztunnel does without a condition, or without the rule, because connections have no such attribute. */
function isLeftOut({ outcome }: ConditionResult): boolean {
  return outcome === "ignored" || outcome === "rule left out";
}

/** What istiod itself says of a policy that ztunnel cannot enforce whole. */
function conditionFact({ namespace, name, status }: Resource<"AuthorizationPolicy">): Fact[] {
  const { conditions = [] } = status as {
    readonly conditions?: readonly { type?: string; reason?: string; message?: string }[];
  };
  const said = conditions.find(({ type, reason }) =>
    type === "ZtunnelAccepted" && reason === "UnsupportedValue"
  );
  return said
    ? [{
      weight: "decisive",
      source: `AuthorizationPolicy ${namespace}/${name} status`,
      detail: `ZtunnelAccepted: ${said.message ?? said.reason}`,
    }]
    : [];
}
