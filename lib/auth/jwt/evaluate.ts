import { compare } from "../../core/mod.ts";
import { type Labelled, type Mesh, type Resource, seenBy } from "../../mesh/mod.ts";
import type { Claims } from "../authorization/request.ts";
import { attachedPolicies, policyNamespaces, type WaypointService } from "../attachment.ts";
import type { TokenCarrier } from "./location.ts";
import { codeOf, type JwtStatus } from "./status.ts";
import {
  type JwtRuleResult,
  type JwtVerification,
  type LocatedJwtRule,
  verifyRule,
} from "./verify.ts";

/** What the JWT filter of a workload does with a request. */
export interface JwtEvaluation {
  /** `no token` passes too, but without a request principal. */
  readonly outcome: "accepted" | "no token" | "rejected" | "unknown";
  /** Envoy's word for it. */
  readonly status: JwtStatus | "unknown";
  /** Response code of a rejection. */
  readonly code?: 401 | 403;
  /** The rule that accepted the token. */
  readonly by?: JwtRuleResult;
  /** Claims that policies see: of the accepted token, `null` without one, absent where that is not known. */
  readonly claims?: Claims | null;
  /** What each rule says. */
  readonly rules: readonly JwtRuleResult[];
}

type Status = JwtRuleResult["status"];

/** The RequestAuthentications that the workload's istiod gives to it. */
export function requestAuthenticationsFor(
  whole: Mesh,
  workload: Labelled,
  services: readonly WaypointService[] = [],
): readonly Resource<"RequestAuthentication">[] {
  const mesh = seenBy(whole, workload);
  return policyNamespaces(mesh, workload, services).toReversed()
    .flatMap((namespace) =>
      attachedPolicies(mesh, "RequestAuthentication", namespace, workload, services)
    );
}

/**
 * Evaluates a request, or a token in the `Authorization` header, against the RequestAuthentications of a
 * workload. Their rules add up: a token must be right for a rule with its issuer, and no token passes.
 */
export async function evaluateJwt(
  policies: readonly Resource<"RequestAuthentication">[],
  request: TokenCarrier | string | undefined,
  verification: JwtVerification,
): Promise<JwtEvaluation> {
  const rules = await Promise.all(
    rulesOf(policies).map((rule) => verifyRule(rule, carrierOf(request), verification)),
  );
  const status = rules.length === 0 ? "Jwt is missing" : requirementOf(rules);
  const by = rules.find((result) => result.status === "OK");
  if (status === "OK" && by) {
    return { outcome: "accepted", status, by, claims: claimsFor(by), rules };
  }
  if (status === "OK" || rules.length === 0) {
    return { outcome: "no token", status: "Jwt is missing", claims: null, rules };
  }
  if (status === "unknown") return { outcome: "unknown", status, rules };
  return { outcome: "rejected", status, code: codeOf(status), rules };
}

function carrierOf(request: TokenCarrier | string | undefined): TokenCarrier {
  if (request === undefined) return { headers: {} };
  if (typeof request !== "string") return request;
  return { headers: { authorization: `Bearer ${bareToken(request)}` } };
}

/** A token as people paste it: without `Bearer` and blanks around it. */
export function bareToken(text: string): string {
  return text.trim().replace(/^Bearer\s+/i, "");
}

/** All rules in the order that istiod gives them: by issuer, else as they come. */
function rulesOf(policies: readonly Resource<"RequestAuthentication">[]): LocatedJwtRule[] {
  return policies
    .flatMap((policy) =>
      (policy.spec.jwtRules ?? []).map((rule, i) => ({
        policy,
        rule,
        path: ["spec", "jwtRules", i],
      }))
    )
    .sort((a, b) => compare(a.rule.issuer ?? "", b.rule.issuer ?? ""));
}

/**
 * istiod's requirement: one rule is met or finds no token; of several, one is met, or each is met or finds
 * no token. `OK` also stands for no token at all.
 */
function requirementOf(rules: readonly JwtRuleResult[]): Status {
  const statuses = rules.map(({ status }) => status);
  const optional = statuses.map((status) => status === "Jwt is missing" ? "OK" : status);
  const together = optional.includes("unknown")
    ? "unknown"
    : optional.find((status) => status !== "OK") ?? "OK";
  return statuses.length === 1 ? together : aggregate([...statuses, together]);
}

/** How Envoy sums up alternatives of which none is met: a real error tells more than another issuer's. */
function aggregate(statuses: readonly Status[]): Status {
  if (statuses.includes("OK")) return "OK";
  if (statuses.includes("unknown")) return "unknown";
  let sum: Status = "Jwt is missing";
  for (const status of statuses) {
    const isReal = status !== "Jwt is missing" && status !== "Jwt issuer is not configured";
    if (isReal || sum === "Jwt is missing") sum = status;
  }
  return sum;
}

/** The claims as the filter hands them on: the rule's space-delimited ones as lists. */
function claimsFor({ rule, claims = {} }: JwtRuleResult): Claims {
  const split = (rule.spaceDelimitedClaims ?? []).flatMap((name) => {
    const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
    return typeof value === "string" ? [[name, value.split(" ").filter((one) => one !== "")]] : [];
  });
  return { ...claims, ...Object.fromEntries(split) };
}
