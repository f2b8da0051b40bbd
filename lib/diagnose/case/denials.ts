import { type AccessDecision, type AccessRequest, authorize, policiesFor } from "../../auth/mod.ts";
import type { Case, Exchange, ProxyObservation } from "../../connectivity/mod.ts";
import { hasProxy, type Resource } from "../../mesh/mod.ts";
import { policyRuleOf } from "../../proxy/mod.ts";
import { endpointsOf } from "./case_facts.ts";
import type { Fact } from "../cause.ts";
import { linesWith, summarize } from "./signs.ts";

const DENIED = /rbac_access_denied_matched_policy/;

/** Requests that a server's proxy refused, by the policy and rule that it named. */
export interface Denial {
  /** The policy. */
  readonly policy: Resource<"AuthorizationPolicy">;
  /** Index of the rule. */
  readonly rule: number;
  /** What shows it. */
  readonly facts: readonly Fact[];
  /** Why the rule matches, where the objects tell. */
  readonly reason?: string;
}

/** The DENY rules that refused requests of a case, or that would refuse one that nobody saw. */
export function deniedBy(of: Case): Denial[] {
  const lines = denialLines(of).filter(({ detail }) => policyRuleOf(detail));
  const byRule = Map.groupBy(lines, ({ detail }) => {
    const { namespace, policy, rule } = policyRuleOf(detail)!;
    return `${namespace}/${policy}/${rule}`;
  });
  const seen = [...byRule.values()].flatMap((group) => {
    const { namespace, policy: name, rule } = policyRuleOf(group[0]!.detail)!;
    const policy = of.mesh.get("AuthorizationPolicy", namespace, name);
    return policy ? [{ policy, rule, facts: factsOf(group) }] : [];
  });
  const unlogged = unloggedDenials(of);
  if (seen.length > 0 || of.exchanges.length > unlogged.length) return seen;
  return decisionsOf(of).flatMap(({ decision, by, reason }) => {
    if (decision !== "deny" || !by || by.policy.spec.action !== "DENY") return [];
    const { policy, ruleIndex } = by;
    const source = `AuthorizationPolicy ${policy.namespace}/${policy.name}`;
    return [{
      policy,
      rule: ruleIndex,
      reason,
      facts: [{ weight: "proven" as const, source, detail: reason, explains: unlogged }],
    }];
  }).slice(0, 1);
}

/** Requests that were refused because no ALLOW policy allows them. */
export interface Unallowed {
  /** The workload's ALLOW policies. */
  readonly policies: readonly Resource<"AuthorizationPolicy">[];
  /** What was evaluated, with the reason for each rule. */
  readonly decision: AccessDecision;
  /** The request as it was evaluated. */
  readonly request: AccessRequest;
  /** What shows it. */
  readonly facts: readonly Fact[];
}

/** Whether requests of a case are refused by ALLOW policies of which none matches, and by which. */
export function unallowed(of: Case): Unallowed | undefined {
  const lines = denialLines(of).filter(({ detail }) => /\[none\]/.test(detail));
  const [line] = lines;
  const unlogged = unloggedDenials(of);
  if (!line && of.exchanges.length > unlogged.length) return undefined;
  const pod = line?.proxy.pod;
  const decided = decisionsOf(of, pod).find(({ decision }) => decision === "deny") ??
    (line && decisionsOf(of, pod)[0]);
  // A line proves that no rule matched, even where a token or a header that is not known would decide.
  if (!decided || decided.by && !line) return undefined;
  const policies = decided.allow;
  if (policies.length === 0) return undefined;
  const source = policies.map((p) => `AuthorizationPolicy ${p.namespace}/${p.name}`).join(", ");
  return {
    policies,
    decision: decided,
    request: decided.request,
    facts: [
      ...factsOf(lines),
      ...(decided.by ? [] : [{
        weight: "proven" as const,
        source,
        detail: decided.reason,
        explains: line ? [] : unlogged,
      }]),
    ],
  };
}

/** Requests that came back with 403 and of which nothing was read that the server's proxy logged. */
function unloggedDenials(of: Case): Exchange[] {
  return of.exchanges.filter(({ client, servers }) =>
    servers.length === 0 && client?.entry.code === 403 && client.entry.details === "via_upstream"
  );
}

interface DenialLine {
  readonly proxy: ProxyObservation;
  readonly exchange: Exchange;
  readonly line: ReturnType<typeof linesWith>[number]["line"];
  /** Where the policy is named: in the response details, or for TCP in the termination details. */
  readonly detail: string;
}

function denialLines(of: Case): DenialLine[] {
  return linesWith(of, {}).flatMap(({ line, exchange }) => {
    const { details, termination } = line.entry;
    const detail = DENIED.test(details) ? details : termination;
    return DENIED.test(detail) ? [{ proxy: line.proxy, exchange, line, detail }] : [];
  });
}

function factsOf(lines: readonly DenialLine[]): Fact[] {
  return [...Map.groupBy(lines, ({ proxy }) => proxy)].map(([proxy, group]) => ({
    weight: "decisive",
    source: `${proxy.folder}/access.log`,
    detail: summarize(group.map(({ line }) => line)),
    explains: [...new Set(group.map(({ exchange }) => exchange))],
  }));
}

interface PodDecision extends AccessDecision {
  readonly pod: Resource<"Pod">;
  readonly request: AccessRequest;
  readonly allow: readonly Resource<"AuthorizationPolicy">[];
}

/** What the policies of the servers say to the request of a case, as far as it is known. */
export function decisionsOf(of: Case, only?: Resource<"Pod">): PodDecision[] {
  const walked = endpointsOf(of).flatMap(({ pod, port }) => pod ? [{ pod, port }] : []);
  const [port] = of.destination.targetPorts;
  const declared = of.destination.pods.map((pod) => ({
    pod,
    port: port ?? of.destination.port ?? 0,
  }));
  return (walked.length > 0 ? walked : declared)
    .filter(({ pod }) => hasProxy(pod) && (!only || pod === only))
    .map(({ pod, port }) => {
      const policies = policiesFor(of.mesh, pod);
      const request = requestTo(of, pod, port);
      return { ...authorize(policies, request), pod, request, allow: policies.allow };
    });
}

function requestTo(of: Case, pod: Resource<"Pod">, port: number): AccessRequest {
  const { request } = of.question;
  const caller = (of.onward ?? of.walk).proxy?.pod ?? of.caller.pods[0];
  const endpoint = endpointsOf(of).find((e) => e.pod === pod);
  const isMtls = endpoint?.isTls ?? (of.caller.dataPlane === "none" ? false : undefined);
  const entry = of.exchanges.map(({ client, servers }) => (client ?? servers[0])?.entry)
    .find((e) => e && e.method !== "");
  const account = caller?.spec.serviceAccountName ?? "default";
  return {
    source: {
      ...(isMtls !== false && caller
        ? { principal: `${of.mesh.config.trustDomain}/ns/${caller.namespace}/sa/${account}` }
        : {}),
      ...(caller?.status.podIP ? { ip: caller.status.podIP } : {}),
      ...(isMtls === undefined ? {} : { isMtls }),
    },
    isHttp: of.walk.isHttp || entry !== undefined,
    port,
    method: request.method ?? entry?.method ?? "GET",
    path: request.path ?? entry?.path ?? "/",
    host: entry?.authority ?? of.question.target.host,
    headers: Object.fromEntries(request.headers),
    hasMoreHeaders: true,
  };
}
