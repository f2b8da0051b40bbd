import type { Case } from "../../connectivity/mod.ts";
import { locationsOf, type RuleResult } from "../../auth/mod.ts";
import type { AuthorizationPolicyRule, Resource } from "../../mesh/mod.ts";
import type { Fact } from "../cause.ts";
import { authenticationsFor } from "./case_facts.ts";
import { deniedBy, unallowed } from "./denials.ts";

/** A denial that hangs on the request's token. */
export interface TokenDenial {
  /** The policies that want a token. */
  readonly policies: readonly Resource<"AuthorizationPolicy">[];
  /** The RequestAuthentications that check tokens for the server. */
  readonly authentications: readonly Resource<"RequestAuthentication">[];
  /** The caller's own RequestAuthentication that does not forward the token. */
  readonly callerKeepsToken: Resource<"RequestAuthentication"> | undefined;
  /** What shows it. */
  readonly facts: readonly Fact[];
}

const TOKEN_CONDITION = /requestPrincipals|request\.auth/i;

/** Whether a case's requests are denied for want of a token, by policies that ask for one. */
export function denialsByToken(of: Case): TokenDenial | undefined {
  const denied = deniedBy(of).filter(({ policy, rule }) =>
    deniesWithoutToken(policy.spec.rules?.[rule] ?? {})
  );
  const refused = unallowed(of);
  const wanting =
    refused?.decision.policies.filter(({ policy, rules }) =>
      refused.policies.includes(policy) && rules.some(isOnlyTokenMissing)
    ).map(({ policy }) => policy) ?? [];
  const policies = [...denied.map(({ policy }) => policy), ...wanting];
  if (policies.length === 0) return undefined;
  const pods = [...denied.map(({ pod }) => pod), ...(wanting.length > 0 ? [refused?.pod] : [])]
    .filter((pod) => pod !== undefined);
  const authentications = [
    ...new Set([...new Set(pods)].flatMap((pod) => authenticationsFor(of, pod))),
  ];
  // A token that the proxy looked at was refused by it, or has other claims.
  if (of.question.request.jwt !== undefined && authentications.some(readsUsualPlace)) {
    return undefined;
  }
  const [caller] = of.caller.pods;
  return {
    policies,
    authentications,
    callerKeepsToken: caller &&
      authenticationsFor(of, caller).find(({ spec }) =>
        (spec.jwtRules ?? []).length > 0 &&
        (spec.jwtRules ?? []).every(({ forwardOriginalToken }) => !forwardOriginalToken)
      ),
    facts: [
      ...denied.flatMap(({ facts }) => facts),
      ...(wanting.length > 0 ? refused?.facts ?? [] : []),
    ],
  };
}

/** Whether a rule of a DENY policy matches requests that have no token. */
function deniesWithoutToken({ from = [], when = [] }: AuthorizationPolicyRule): boolean {
  return from.some(({ source }) => (source?.notRequestPrincipals ?? []).length > 0) ||
    when.some(({ key = "", notValues = [] }) =>
      notValues.length > 0 && key.startsWith("request.auth.")
    );
}

/** Whether a rule would match, had the request the token that it asks for. */
function isOnlyTokenMissing({ conditions }: RuleResult): boolean {
  return conditions.some(({ attribute }) => TOKEN_CONDITION.test(attribute)) &&
    conditions.every(({ outcome, attribute }) =>
      outcome !== "not matched" || TOKEN_CONDITION.test(attribute)
    );
}

/** Whether some rule looks for tokens in the Authorization header, as it does by default. */
export function readsUsualPlace({ spec }: Resource<"RequestAuthentication">): boolean {
  return (spec.jwtRules ?? []).some((rule) =>
    locationsOf(rule).some((each) =>
      each.in === "header" && each.name.toLowerCase() === "authorization"
    )
  );
}
