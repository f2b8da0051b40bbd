import type { Case } from "../connectivity/mod.ts";
import { compare, type ExpectedResponse, type TraceHop, type TraceReport } from "../core/mod.ts";
import { conclusion } from "./conclusion.ts";
import { fits, observedResponses } from "./observed.ts";
import { identityOf } from "./onward.ts";
import { followOutbound } from "./outbound.ts";
import { followServers } from "./servers.ts";
import { step } from "./stop.ts";
import { NOWHERE, type TracedRequest } from "./traced_request.ts";
import type { TraceContext, Way } from "./way.ts";
import { ztunnelHop } from "./ztunnel.ts";

/** What a trace may use beside the case. */
export interface TraceOptions {
  /** Keys for RequestAuthentications that only name a URL. */
  readonly jwks?: unknown;
}

/**
 * Follows one request through the proxies on its way as Envoy decides it: listener, filter chain, virtual
 * host, route, filters, cluster, endpoint, TLS, and the same at the server. What was logged for such
 * requests stands beside what follows from the configuration.
 */
export async function traceRequest(of: Case, { jwks }: TraceOptions = {}): Promise<TraceReport> {
  const request = requestOf(of);
  const { hops, ends } = await wayOf({ of, jwks }, request);
  const expected = merged(ends);
  const observed = observedResponses(of, request.port);
  return {
    kind: "TraceReport",
    version: 1,
    takenAt: of.now.toISOString(),
    question: questionOf(of, request),
    ...conclusion(expected, observed),
    expected,
    observed,
    ...(observed.length === 0 ? {} : { agrees: observed.every((each) => fits(each, expected)) }),
    hops,
    gaps: of.gaps,
  };
}

function questionOf(
  { caller, destination: { host, port }, question }: Case,
  { http: { method, path, authority } }: TracedRequest,
): TraceReport["question"] {
  return {
    source: caller.label,
    target: port === undefined ? host : `${host}:${port}`,
    method,
    path,
    authority,
    hasToken: question.request.jwt !== undefined,
  };
}

function requestOf(of: Case): TracedRequest {
  const { mesh, question, caller, walk } = of;
  const { ip, port, authority, serverName, method, path, headers } = of.request;
  const isHttp = question.target.scheme !== "tcp";
  const scheme = question.target.scheme === "https" ? "https" as const : "http" as const;
  // A gateway listens on another port than its Service.
  const bound = caller.isExternal ? walk.listener?.address?.port : undefined;
  return {
    mesh,
    http: isHttp
      ? { method, path, authority, scheme, headers }
      : { method: "", path: "", authority, headers },
    ip: (caller.isExternal ? walk.proxy?.pod?.status.podIP : ip) ?? NOWHERE,
    port: bound || port,
    tls: serverName === undefined
      ? undefined
      : { serverName, alpnProtocols: [], identity: undefined, acceptedNames: [] },
    isHttp,
    sourceIp: caller.pods[0]?.status.podIP,
  };
}

async function wayOf(context: TraceContext, request: TracedRequest): Promise<Way> {
  const { of } = context;
  const whole = { via: "", share: 1 };
  if (of.caller.dataPlane === "sidecar" || of.caller.isExternal) {
    return await followOutbound(context, of.walk, request, whole, of.onward);
  }
  if (of.caller.dataPlane === "ambient") return await carriedWay(context, request);
  const hop: TraceHop = {
    proxies: [],
    role: "client",
    via: "",
    share: 1,
    steps: [step(
      "connection",
      `${of.caller.label} has no proxy: it connects to ${request.ip}:${request.port} in plain text`,
    )],
  };
  const target = {
    name: "",
    parsed: undefined,
    share: 1,
    isDefined: true,
    envoyCluster: undefined,
    object: undefined,
    endpoints: undefined,
    status: undefined,
  };
  const sender = { walk: of.walk, target, manager: undefined };
  const servers = await followServers(context, sender, [], request, whole);
  return { hops: [hop, ...servers.hops], ends: servers.ends };
}

/** The way of a request that ztunnel carries: through the waypoint, or straight to the endpoints. */
async function carriedWay(context: TraceContext, request: TracedRequest): Promise<Way> {
  const { of } = context;
  const [pod] = of.caller.pods;
  const carried = { ...request, tunnelIdentity: pod && identityOf(of.mesh, pod) };
  const whole = { via: "", share: 1 };
  const [target] = of.walk.targets;
  const further = of.client || !target
    ? await followOutbound(context, of.walk, carried, whole, of.onward)
    : await followServers(
      context,
      { walk: of.walk, target, manager: undefined },
      (target.endpoints ?? []).filter(({ isUsable }) => isUsable),
      carried,
      whole,
    );
  return { hops: [ztunnelHop(of), ...further.hops], ends: further.ends };
}

/** Ends that are the same to the caller, together. */
function merged(ends: readonly ExpectedResponse[]): readonly ExpectedResponse[] {
  const groups = Map.groupBy(ends, ({ share: _, endpoints: __, ...rest }) => JSON.stringify(rest));
  return [...groups.values()].map((group) => ({
    ...group[0]!,
    share: Math.round(group.reduce((sum, { share }) => sum + share, 0) * 1e6) / 1e6,
    endpoints: [...new Set(group.flatMap(({ endpoints }) => endpoints))].sort(compare),
  })).sort((a, b) => b.share - a.share || compare(a.reason, b.reason));
}
