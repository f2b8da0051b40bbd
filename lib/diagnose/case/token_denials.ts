import type { Case } from "../../connectivity/mod.ts";
import { requestAuthenticationsFor } from "../../auth/mod.ts";
import type { Resource } from "../../mesh/mod.ts";
import type { Fact } from "../cause.ts";
import { decisionsOf, deniedBy, unallowed } from "./denials.ts";

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
  if (of.question.request.jwt !== undefined) return undefined;
  const denied = deniedBy(of).filter(({ policy, rule }) =>
    TOKEN_CONDITION.test(JSON.stringify(policy.spec.rules?.[rule] ?? {}))
  );
  const refused = unallowed(of);
  const wanting = (refused?.policies ?? []).filter(({ spec }) =>
    (spec.rules ?? []).length > 0 &&
    (spec.rules ?? []).every((rule) => TOKEN_CONDITION.test(JSON.stringify(rule)))
  );
  // Only where every policy that could allow the request wants a token is the token what it lacks.
  const allWant = refused !== undefined && wanting.length > 0 &&
    wanting.length === refused.policies.length && onlyTokenFails(refused.decision.policies);
  const policies = [...denied.map(({ policy }) => policy), ...(allWant ? wanting : [])];
  if (policies.length === 0) return undefined;
  const pods = decisionsOf(of).map(({ pod }) => pod);
  const [caller] = of.caller.pods;
  return {
    policies,
    authentications: [...new Set(pods.flatMap((pod) => requestAuthenticationsFor(of.mesh, pod)))],
    callerKeepsToken: caller &&
      requestAuthenticationsFor(of.mesh, caller).find(({ spec }) =>
        (spec.jwtRules ?? []).length > 0 &&
        (spec.jwtRules ?? []).every(({ forwardOriginalToken }) => !forwardOriginalToken)
      ),
    facts: [...denied.flatMap(({ facts }) => facts), ...(allWant ? refused.facts : [])],
  };
}

/** Whether some rule would match, had the request the token that it asks for. */
function onlyTokenFails(
  policies: NonNullable<ReturnType<typeof unallowed>>["decision"]["policies"],
): boolean {
  return policies.some(({ rules }) =>
    rules.some(({ conditions }) =>
      conditions.every(({ outcome, attribute }) =>
        outcome !== "not matched" || TOKEN_CONDITION.test(attribute)
      )
    )
  );
}
