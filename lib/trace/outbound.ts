import { filtersOf, isGateway, type Target, type Walk } from "../connectivity/mod.ts";
import type { ExpectedResponse, TraceHop, TraceStep } from "../core/mod.ts";
import { isWaypoint, type Resource } from "../mesh/mod.ts";
import {
  type HttpConnectionManager,
  originOf,
  parseEnvoyClusterName,
  type Route,
  type RouteAction,
} from "../proxy/mod.ts";
import { onwardRequest } from "./onward.ts";
import { followServers } from "./servers.ts";
import { clusterPart } from "./steps/cluster_steps.ts";
import { filtersPart } from "./steps/filter_steps.ts";
import { listenerPart } from "./steps/listener_steps.ts";
import { rbacPart } from "./steps/rbac_steps.ts";
import { rewritten, routePart } from "./steps/route_steps.ts";
import { isOver, notHttp, type Part, step, stop } from "./stop.ts";
import { loggedRefusal, tokenAt } from "./token.ts";
import { tokenMetadata } from "./token_metadata.ts";
import { NOWHERE, type TracedRequest } from "./traced_request.ts";
import { type Arrival, passedBack, split, type TraceContext, type Way } from "./way.ts";

/** The decisions of a proxy up to the clusters among which it chooses. */
interface Decisions extends Part {
  /** The connection manager; `undefined` where bytes are passed on. */
  readonly manager: HttpConnectionManager | undefined;
  /** The clusters, by share. */
  readonly targets: readonly Target[];
  /** The route. */
  readonly route: Route | undefined;
}

/** Follows a request through a proxy that sends it on: the caller's, or a gateway. */
export async function followOutbound(
  context: TraceContext,
  walk: Walk,
  request: TracedRequest,
  { via, share }: Arrival,
  onward: Walk | undefined,
): Promise<Way> {
  const decided = await decisionsOf(context, walk, request);
  const pod = walk.proxy?.pod;
  const hop = {
    proxies: walk.proxy ? [walk.proxy.id] : [],
    role: roleOf(pod),
    via,
    share,
  };
  const { ends, rest } = split(decided.stops, share);
  if (isOver(decided) || rest <= 0) return { hops: [{ ...hop, steps: decided.steps }], ends };
  const sent = { ...request, http: rewritten(request.http, decided.route) };
  const steps: TraceStep[] = [...decided.steps];
  const ways: Way[] = [];
  for (const target of decided.targets) {
    const branch = await followTarget(context, walk, decided, target, sent, rest, onward);
    steps.push(...branch.steps);
    ways.push(branch);
  }
  return {
    hops: [{ ...hop, steps }, ...ways.flatMap((way) => way.hops)],
    ends: [...ends, ...ways.flatMap((way) => way.ends)],
  };
}

function roleOf(pod: Resource<"Pod"> | undefined): TraceHop["role"] {
  if (pod && isWaypoint(pod)) return "waypoint";
  return pod && isGateway(pod) ? "gateway" : "client";
}

async function followTarget(
  context: TraceContext,
  walk: Walk,
  { route, manager }: Decisions,
  target: Target,
  request: TracedRequest,
  share: number,
  onward: Walk | undefined,
): Promise<Way & { readonly steps: readonly TraceStep[] }> {
  const isHttp = manager !== undefined || walk.isExpected && walk.isHttp;
  const part = clusterPart(target, {
    mesh: request.mesh,
    pod: walk.proxy?.pod,
    action: actionOf(route, isHttp),
  });
  const arrival = { via: target.name, share: share * target.share };
  const candidates = part.candidates ?? [];
  const place = { envoyCluster: target.name, endpoints: candidates.map(({ address }) => address) };
  const { ends, rest } = split(part.stops, arrival.share, place);
  if (isOver(part)) return { hops: [], ends, steps: part.steps };
  const sender = { walk, target, manager };
  const at = { ...arrival, share: rest };
  const [gateway] = candidates.filter(({ pod }) =>
    pod && isGateway(pod) && onward?.proxy?.pod === pod
  );
  const further = gateway && onward
    ? await followOutbound(context, onward, onwardRequest(request, sender, gateway), at, undefined)
    : await followServers(context, sender, candidates, request, at);
  const way = { isHttp, isRetried: isRetried(route) };
  const back = further.ends.map((end) => passedBack(end, way, placeOf(end, place)));
  return { hops: further.hops, ends: [...ends, ...back], steps: part.steps };
}

/** Where only some endpoints end so, those are named. */
function placeOf(
  { endpoints }: ExpectedResponse,
  place: { envoyCluster: string; endpoints: string[] },
) {
  return endpoints.length > 0 && endpoints.every((each) => place.endpoints.includes(each))
    ? { ...place, endpoints }
    : place;
}

/** Whether the proxy tries again where a connection does not come about. */
function isRetried(route: Route | undefined): boolean {
  const policy = route?.action.kind === "route" ? route.action.route.retryPolicy : undefined;
  return /\b(?:connect-failure|5xx|gateway-error)\b/.test(policy?.retryOn ?? "");
}

function actionOf(
  route: Route | undefined,
  isHttp: boolean,
): Pick<RouteAction, "clusterNotFoundResponseCode"> | undefined {
  if (route?.action.kind === "route") return route.action.route;
  return isHttp ? { clusterNotFoundResponseCode: "" } : undefined;
}

async function decisionsOf(
  context: TraceContext,
  walk: Walk,
  request: TracedRequest,
): Promise<Decisions> {
  const dump = walk.proxy?.dump;
  if (!dump || walk.isExpected) return fromObjects(walk);
  const none = { manager: undefined, targets: walk.targets, route: undefined };
  if (!walk.listener) {
    const reason = `no listener takes ${request.ip}:${request.port}`;
    const missed = step("listener", reason, { outcome: "fail" });
    return { ...none, steps: [missed], stops: [stop(0, [], "", reason)] };
  }
  const listened = listenerPart(walk.listener, request);
  const connection = {
    steps: [
      connectionStep(request),
      ...listened.steps,
      ...filtersOf(listened.filterChain, "rbac").flatMap(({ config }) =>
        rbacPart(config, request).steps
      ),
    ],
    stops: [
      ...listened.stops,
      ...filtersOf(listened.filterChain, "rbac").flatMap(({ config }) =>
        rbacPart(config, request).stops
      ),
    ],
  };
  const [manager] = filtersOf(listened.filterChain, "http_connection_manager");
  if (isOver(connection)) return { ...none, ...connection };
  if (!manager) {
    const [tcp] = filtersOf(listened.filterChain, "tcp_proxy");
    return { ...none, ...connection, targets: tcp ? targetsOf(walk, tcp.config) : [] };
  }
  if (!request.isHttp) {
    const { steps, stops } = notHttp();
    return { ...none, steps: [...connection.steps, ...steps], stops };
  }
  return { ...await requestDecisions(context, walk, manager.config, request, connection) };
}

function connectionStep({ ip, port, http: { authority } }: TracedRequest): TraceStep {
  return ip === NOWHERE
    ? step("connection", `a connection to ${authority}, whose address nobody in the mesh knows`, {
      outcome: "unknown",
      details: ["whether it comes about hangs on DNS"],
    })
    : step("connection", `a connection to ${ip}:${port}`);
}

async function requestDecisions(
  context: TraceContext,
  walk: Walk,
  manager: HttpConnectionManager,
  request: TracedRequest,
  before: Part,
): Promise<Decisions> {
  const token = await tokenAt(context, walk.proxy?.pod);
  const metadata = token && tokenMetadata(token);
  const http = { ...request.http, ...(metadata ? { dynamicMetadata: metadata } : {}) };
  const routed = routePart(walk.proxy!.dump!, manager, { ...request, http });
  const { virtualHost, route } = routed;
  const targets = route?.action.kind === "route" ? targetsOf(walk, route.action.route) : [];
  const filtered = filtersPart(manager.httpFilters, {
    request,
    pod: walk.proxy?.pod,
    token,
    refusal: loggedRefusal(context, walk.proxy),
    place: virtualHost && route ? { virtualHost, route } : undefined,
    envoyCluster: targets[0]?.name ?? "",
  });
  const chosen = targets.length === 1 ? { envoyCluster: targets[0]!.name } : {};
  // Envoy looks the route up first; it acts on it after all filters have let the request pass.
  return {
    manager,
    targets,
    route,
    steps: [...before.steps, ...routed.steps, ...filtered.steps],
    stops: [
      ...before.stops,
      ...filtered.stops.map((each) => ({ ...each, ...chosen })),
      ...routed.stops,
    ],
  };
}

/** The clusters of a route or of a TCP proxy; a token may lead to others than the walk without one took. */
function targetsOf(
  walk: Walk,
  { cluster, weightedClusters }: Pick<RouteAction, "cluster" | "weightedClusters">,
): readonly Target[] {
  const shares = cluster === undefined ? weightedClusters : [{ name: cluster, weight: 1 }];
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  return shares.filter(({ weight }) => weight > 0).map(({ name, weight }): Target => {
    const known = walk.targets.find((target) => target.name === name);
    const share = weight / total;
    if (known) return { ...known, share };
    const envoyCluster = walk.proxy?.dump?.cluster(name);
    return {
      name,
      parsed: parseEnvoyClusterName(name),
      share,
      isDefined: envoyCluster !== undefined,
      envoyCluster,
      object: envoyCluster && originOf(envoyCluster.metadata),
      endpoints: undefined,
      status: walk.proxy?.envoyClusters?.get(name),
    };
  });
}

/** What istiod should have made of the objects, where the proxy's configuration was not read. */
function fromObjects({ verdict, targets, routeObject }: Walk): Decisions {
  const objects = routeObject ? [{ resource: routeObject }] : [];
  const said = step("route", `as the objects say: ${verdict.replaceAll("_", " ")}`, {
    outcome: verdict === "forward" ? "ok" : "unknown",
    objects,
    details: ["the configuration of this proxy was not read"],
  });
  const missing = verdict === "no_route" || verdict === "no_virtual_host";
  const stops = missing
    ? [stop(404, ["NR"], "route_not_found", "no route fits the request")]
    : verdict === "blackhole"
    ? [stop(502, [], "direct_response", "the host is not in the registry")]
    : [];
  return { manager: undefined, route: undefined, targets, steps: [said], stops };
}
