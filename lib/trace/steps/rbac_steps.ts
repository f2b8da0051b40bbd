import type { AccessObject } from "../../core/mod.ts";
import {
  type ExtAuthz,
  type HttpFilter,
  policyRuleOf,
  type RbacFilter,
  type RbacRules,
} from "../../proxy/mod.ts";
import { evaluateRbac } from "../rbac.ts";
import { type Part, step, stop } from "../stop.ts";
import type { TracedRequest } from "../traced_request.ts";

/** What an RBAC filter does with a request or, for TCP, with a connection. */
export function rbacPart({ rules }: RbacFilter, request: TracedRequest): Part {
  if (!rules) return { steps: [], stops: [] };
  const { isAllowed, policy } = evaluateRbac(rules, request);
  const objects = policyObjects(policy);
  const what = `${rules.action} policies`;
  const names = policy === undefined
    ? `no rule of the ${what} matches`
    : `rule ${policy} of the ${what} ${isAllowed === undefined ? "may match" : "matches"}`;
  const details = policy === undefined ? [...rules.policies.keys()].sort() : [];
  if (isAllowed === undefined) {
    return {
      steps: [step("authorization", names, { outcome: "unknown", objects, details })],
      stops: [],
    };
  }
  if (isAllowed) return { steps: [step("authorization", names, { objects, details })], stops: [] };
  const all = objects.length > 0 ? objects : allowing(rules);
  return {
    steps: [
      step("authorization", `${names}, so it is denied`, {
        outcome: "fail",
        objects: all,
        details,
      }),
    ],
    stops: [denial(policy, request, names)],
  };
}

function denial(policy: string | undefined, { isHttp }: TracedRequest, reason: string) {
  const details = `rbac_access_denied_matched_policy[${policy ?? "none"}]`;
  return stop(isHttp ? 403 : 0, [], details, reason);
}

/** The external authorizer, where it is asked: always, or where a CUSTOM policy matches. */
export function authorizerPart(
  authorizer: ExtAuthz,
  filters: readonly HttpFilter[],
  request: TracedRequest,
): Part {
  if (authorizer.enabledByPrefix === undefined) return authorizerStep(authorizer, []);
  for (const filter of filters) {
    if (filter.kind !== "rbac" || !filter.config.shadowRules) continue;
    const { shadowRules, shadowRulesStatPrefix } = filter.config;
    if (!authorizer.enabledByPrefix.startsWith(shadowRulesStatPrefix)) continue;
    const { policy } = evaluateRbac(shadowRules, request);
    if (policy !== undefined) return authorizerStep(authorizer, policyObjects(policy));
  }
  return { steps: [], stops: [] };
}

/** The step of an external authorizer, whose answer nobody knows. */
function authorizerStep(
  { envoyCluster, uri, failureModeAllow }: ExtAuthz,
  objects: readonly AccessObject[],
): Part {
  const reason = `the external authorizer ${uri ?? envoyCluster} is asked`;
  const details = [
    `where it cannot be asked, requests ${failureModeAllow ? "pass" : "are refused"}`,
  ];
  const refused = stop(403, ["UAEX"], "ext_authz_denied", reason);
  return {
    steps: [step("external authorization", reason, { outcome: "unknown", objects, details })],
    stops: [{ ...refused, share: 0, isCertain: false }],
  };
}

function policyObjects(name: string | undefined): readonly AccessObject[] {
  const origin = name === undefined ? undefined : policyRuleOf(name);
  if (!origin) return [];
  return [{
    resource: {
      cluster: "",
      apiVersion: "security.istio.io/v1",
      kind: "AuthorizationPolicy",
      namespace: origin.namespace,
      name: origin.policy,
    },
    path: `spec.rules[${origin.rule}]`,
  }];
}

function allowing({ policies }: RbacRules): readonly AccessObject[] {
  return [...policies.keys()].sort().flatMap((name) => policyObjects(name));
}
