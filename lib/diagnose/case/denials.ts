import {
  type AccessDecision,
  type AccessRequest,
  authorize,
  formatPrincipal,
  policiesFor,
} from "../../auth/mod.ts";
import {
  addressOf,
  type Case,
  type Exchange,
  isGateway,
  type ProxyObservation,
} from "../../connectivity/mod.ts";
import { hasProxy, type Resource } from "../../mesh/mod.ts";
import { policyRuleOf } from "../../proxy/mod.ts";
import { endpointsOf, servicesBehind } from "./case_facts.ts";
import type { Fact } from "../cause.ts";
import { linesWith, summarize } from "./signs.ts";

const DENIED = /rbac_access_denied_matched_policy/;

/** Requests that a server's proxy refused, by the policy and rule that it named. */
export interface Denial {
  /** The policy. */
  readonly policy: Resource<"AuthorizationPolicy">;
  /** Index of the rule. */
  readonly rule: number;
  /** A pod whose proxy denied. */
  readonly pod: Resource<"Pod"> | undefined;
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
    return policy ? [{ policy, rule, pod: group[0]!.proxy.pod, facts: factsOf(group) }] : [];
  });
  const unlogged = unloggedDenials(of);
  if (seen.length > 0 || of.exchanges.length > unlogged.length) return seen;
  return undecided(of).flatMap(({ decision, by, reason, pod }) => {
    if (decision !== "deny" || !by || by.policy.spec.action !== "DENY") return [];
    const { policy, ruleIndex } = by;
    const source = `AuthorizationPolicy ${policy.namespace}/${policy.name}`;
    return [{
      policy,
      rule: ruleIndex,
      pod,
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
  /** The pod whose proxy denies. */
  readonly pod: Resource<"Pod">;
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
  const decided = (line ? decisionsOf(of, pod) : undecided(of))
    .find(({ decision }) => decision === "deny") ??
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
    pod: decided.pod,
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

/** What the policies say whose proxies did not log what they did: a request that was sent on was allowed. */
function undecided(of: Case): PodDecision[] {
  const passed = of.exchanges.flatMap(({ client }) => client?.proxy.pod ?? []);
  return decisionsOf(of).filter(({ pod }) => !passed.includes(pod));
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

/** What the policies on the way say to the request of a case, as far as it is known. */
export function decisionsOf(of: Case, only?: Resource<"Pod">): PodDecision[] {
  return placesOf(of).filter(({ pod }) => hasProxy(pod) && (!only || pod === only))
    .map(({ pod, port }) => {
      const policies = policiesFor(of.mesh, pod, servicesBehind(of, pod));
      const request = requestTo(of, pod, port);
      return { ...authorize(policies, request), pod, request, allow: policies.allow };
    });
}

/** The pods and ports that decide on a request: the gateways on its way, then those that it may end at. */
function placesOf(of: Case): { pod: Resource<"Pod">; port: number }[] {
  const gateways = gatewaysOf(of).map(({ pod, listener }) => ({
    pod,
    port: listener?.address?.port ?? of.destination.port ?? 0,
  }));
  const walked = endpointsOf(of).flatMap(({ pod, port }) => pod ? [{ pod, port }] : []);
  if (walked.length > 0) return [...gateways, ...walked];
  const [port = of.destination.port ?? 0] = of.destination.targetPorts;
  return [...gateways, ...of.destination.pods.map((pod) => ({ pod, port }))];
}

function gatewaysOf({ walk, onward }: Case) {
  return [walk, ...(onward ? [onward] : [])].flatMap(({ proxy, listener }) =>
    proxy?.pod && isGateway(proxy.pod) ? [{ pod: proxy.pod, listener }] : []
  );
}

/** A request as the proxy of a pod gets it: from the last gateway before it, or from the caller. */
function requestTo(of: Case, pod: Resource<"Pod">, port: number): AccessRequest {
  const { request } = of.question;
  const entry = of.exchanges.map(({ client, servers }) => (client ?? servers[0])?.entry)
    .find((e) => e && e.method !== "");
  return {
    source: sourceAt(of, pod),
    isHttp: of.walk.isHttp || entry !== undefined,
    port,
    method: request.method ?? entry?.method ?? "GET",
    path: request.path ?? entry?.path ?? "/",
    host: entry?.authority ?? of.question.target.host,
    headers: Object.fromEntries(request.headers),
    hasMoreHeaders: true,
  };
}

function sourceAt(of: Case, pod: Resource<"Pod">): AccessRequest["source"] {
  const remoteIp = remoteAddress(of, pod);
  const remote = remoteIp === undefined ? {} : { remoteIp };
  const gateways = gatewaysOf(of).map((each) => each.pod);
  const before = gateways.indexOf(pod) < 0 ? gateways.at(-1) : gateways[gateways.indexOf(pod) - 1];
  const caller = before ?? (of.walk.proxy?.pod === pod ? undefined : of.walk.proxy?.pod) ??
    of.caller.pods[0];
  // A client outside has no identity of the mesh, and its address is that of the connection.
  if (!caller) return { isMtls: false, ...(remoteIp ? { ip: remoteIp } : {}), ...remote };
  const endpoint = endpointsOf(of).find((e) => e.pod === pod);
  const isMtls = endpoint?.isTls ?? (of.caller.dataPlane === "none" ? false : undefined);
  return {
    ...(isMtls !== false ? { principal: principalOf(of, caller) } : {}),
    ...(caller.status.podIP ? { ip: caller.status.podIP } : {}),
    ...remote,
    ...(isMtls === undefined ? {} : { isMtls }),
  };
}

/** The identity of a pod: as its certificate says, or as istiod would write it. */
export function principalOf({ mesh, walk, onward, clients }: Case, pod: Resource<"Pod">): string {
  const proxy = [walk.proxy, onward?.proxy, ...clients].find((each) => each?.pod === pod);
  const names = proxy?.certificates?.own.flatMap(({ names }) => names) ?? [];
  const name = names.find((each) => each.startsWith("spiffe://"));
  return name?.slice("spiffe://".length) ?? formatPrincipal({
    trustDomain: mesh.config.trustDomain,
    namespace: pod.namespace,
    serviceAccount: pod.spec.serviceAccountName ?? "default",
  });
}

/** The client's address as the proxy of a pod logged it, which is the one that it trusts. */
function remoteAddress({ exchanges }: Case, pod: Resource<"Pod">): string | undefined {
  const lines = exchanges.flatMap((
    { client, servers },
  ) => [...(client ? [client] : []), ...servers]);
  const line = lines.find(({ proxy, entry }) => proxy.pod === pod && entry.downstreamRemote !== "");
  return line && addressOf(line.entry.downstreamRemote).ip;
}
