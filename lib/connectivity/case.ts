import type { Gap, ProbeReport } from "../core/mod.ts";
import type { Recording } from "../evidence/mod.ts";
import {
  assumedControlPlanes,
  controlPlaneOf,
  hasProxy,
  isWaypoint,
  type Mesh,
  type Resource,
  type WaypointBinding,
} from "../mesh/mod.ts";
import { waypointBinding, waypointsOnTheWay, ztunnelsOf, ztunnelWalk } from "./ambient.ts";
import { logsOfUnreachable } from "./application_logs.ts";
import { type Caller, clientsOf, resolveCaller } from "./caller.ts";
import type { ControlPlaneObservation } from "./control_plane.ts";
import { type Destination, resolveDestination } from "./destination.ts";
import { expectedWalk } from "./expected_walk.ts";
import { gatewayFor, isGateway } from "./gateway.ts";
import type { ProxyObservation } from "./observation.ts";
import { Observer } from "./observer.ts";
import { inOneCluster } from "./one_cluster.ts";
import { countersOf, type ProbeRun, risen, withProbe } from "./probe.ts";
import type { Question } from "./question.ts";
import { type Exchange, trafficBetween, usualForm } from "./traffic.ts";
import { configuredWalk } from "./configured_walk.ts";
import type { Walk, WalkRequest } from "./walk.ts";

/** One question with everything that was found out about it. Causes read this and nothing else. */
export interface Case {
  /** What was asked. */
  readonly question: Question;
  /** The mesh as the control plane of the caller sees it. */
  readonly mesh: Mesh;
  /** The objects of all clusters, also the configuration that other control planes read. */
  readonly allClusters: Mesh;
  /** The time to judge by: when the mesh was seen. */
  readonly now: Date;
  /** Who asks. */
  readonly caller: Caller;
  /** What for. */
  readonly destination: Destination;
  /** The request that was walked: as it was described, and what was not said as it was seen. */
  readonly request: WalkRequest;
  /**
   * The proxy whose configuration was walked: the caller's, the gateway that it comes in through, or in
   * ambient mode the waypoint, if there is one.
   */
  readonly client: ProxyObservation | undefined;
  /** All proxies of the caller, or all gateways that could take the request; in ambient mode with its ztunnels. */
  readonly clients: readonly ProxyObservation[];
  /** The way through the caller's proxy; in ambient mode through the waypoint, or straight to the endpoints. */
  readonly walk: Walk;
  /** The way through a gateway that the caller's proxy sends the request to, if it does. */
  readonly onward: Walk | undefined;
  /** The waypoint that the destination names, whether or not requests go through it. */
  readonly waypoint: WaypointBinding | undefined;
  /** The proxies of the pods that the request may end at, and the ztunnels before them. */
  readonly servers: readonly ProxyObservation[];
  /** The requests that were seen, those of a probe among them. */
  readonly exchanges: readonly Exchange[];
  /** The requests that were sent to see what becomes of them. */
  readonly probe?: ProbeReport;
  /** What the applications wrote that their own proxies could not connect to, by `namespace/pod`. */
  readonly applicationLogs: ReadonlyMap<string, string>;
  /** What was observed of istiod. */
  readonly controlPlane: ControlPlaneObservation;
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}

/** What an investigation reads. */
export interface InvestigationInput {
  /** The objects of all clusters. */
  readonly mesh: Mesh;
  /** What was observed. */
  readonly recording: Recording;
  /** The time to judge by: when the mesh was seen. */
  readonly now: Date;
  /** Stops the reading. */
  readonly signal: AbortSignal;
  /** Reads the recording; one that several investigations share saves reading proxies again. */
  readonly observer?: Observer;
  /** Requests that were sent from the caller to the destination shortly before. */
  readonly probe?: ProbeRun | undefined;
}

/** Looks up everything that is known about a question. Reads only the proxies on the request's way. */
export async function investigate(
  question: Question,
  {
    mesh: allClusters,
    recording,
    now,
    signal,
    observer = new Observer(recording, allClusters, signal),
    probe,
  }: InvestigationInput,
): Promise<Case> {
  const named = await inOneCluster(
    resolveCaller(allClusters, question.source),
    question,
    allClusters,
    observer,
  );
  const { config, runsIn = config } = controlPlaneOf(
    allClusters,
    named.pods[0]?.cluster ?? allClusters.home,
  );
  const mesh = allClusters.seenFrom(config);
  const destination = resolveDestination(mesh, question.target, named.namespace);
  // What a gateway does with a host that nothing in the mesh has, it does for clients outside.
  const isEdge = named.pods.length > 0 && named.pods.every(isGateway) && !destination.service;
  const caller = isEdge ? clientsOf(named) : named;
  const observe = (pods: readonly Resource<"Pod">[]) => observer.proxies(pods);
  const controlPlane = await observer.controlPlane(runsIn);
  const waypoint = waypointBinding(mesh, destination);
  const waypoints = await observe(waypointsOnTheWay(mesh, caller, waypoint));
  const own = await observe(
    caller.isExternal && !isEdge
      ? mesh.list("Pod").filter((pod) => isGateway(pod) && !isWaypoint(pod))
      : [...caller.pods.filter(hasProxy), ...ztunnelsOf(mesh, caller.pods)],
  );
  const clients = [...waypoints, ...own];
  const seen = trafficBetween({
    clients,
    servers: [],
    clientAddresses: caller.addresses,
    destination,
    request: question.request,
    isExternal: caller.isExternal,
  });
  const request = walkRequestOf(question, destination, usualForm(seen));
  const gateway = caller.isExternal ? gatewayFor(mesh, clients, request, destination) : undefined;
  const isAmbient = caller.dataPlane === "ambient";
  const client = gateway?.proxy ?? busiest(isAmbient ? waypoints : own, destination, caller);
  const first = isAmbient && !client ? ztunnelWalk(mesh, destination) : walkOrExpect(
    mesh,
    gateway?.walk ?? configuredWalk(mesh, client, request, isAmbient ? "waypoint" : "captured"),
    request,
    destination,
  );
  const { onward, middle } = await goOn(mesh, first, request, observe);
  const pods = new Set([...destination.pods, ...podsOn(first), ...(onward ? podsOn(onward) : [])]);
  const servers = await observe([
    ...[...pods].filter((pod) => hasProxy(pod) && !middle.some((m) => m.pod === pod)),
    ...ztunnelsOf(mesh, pods),
  ]);
  const logged = trafficBetween({
    clients: gateway ? [gateway.proxy] : clients,
    servers: [...middle, ...servers],
    clientAddresses: caller.addresses,
    waypointAddresses: new Set(
      [...waypoints, ...middle].flatMap(({ pod }) => pod?.status.podIP ?? []),
    ),
    destination,
    request: question.request,
    isExternal: caller.isExternal,
  });
  const exchanges = withProbe(logged, probe, { clients, request, walk: first });
  return {
    question,
    mesh,
    allClusters,
    now,
    caller,
    destination,
    request,
    client,
    clients,
    walk: first,
    onward,
    waypoint,
    servers,
    exchanges,
    ...(probe && { probe: reportOf(probe, [...clients, ...servers], first) }),
    applicationLogs: await logsOfUnreachable(
      recording,
      exchanges.flatMap(({ servers }) => servers),
      signal,
    ),
    controlPlane,
    gaps: [
      ...allClusters.gaps,
      ...assumedControlPlanes(allClusters),
      ...controlPlane.gaps,
      ...[...clients, ...servers].flatMap((p) => p.gaps),
      ...unseenClusters(mesh, controlPlane, onward ?? first),
    ],
  };
}

function reportOf(
  { before, ...probe }: ProbeRun,
  proxies: readonly ProxyObservation[],
  way: Walk,
): ProbeReport {
  return { ...probe, counters: risen(before, countersOf(proxies, way)) };
}

/** The clusters that the request may end in, as far as istiod reads them, and of which nothing was read. */
function unseenClusters(
  mesh: Mesh,
  { clusters = [] }: ControlPlaneObservation,
  { targets }: Walk,
): Gap[] {
  const endpoints = targets.flatMap((target) => target.endpoints ?? []);
  const isNowhere = targets.length > 0 && !endpoints.some(({ isUsable }) => isUsable);
  return clusters.filter(({ id, secret }) =>
    secret !== "" && !mesh.clusters.includes(id) &&
    (isNowhere || endpoints.some(({ cluster }) => cluster === id))
  ).map(({ id }) => ({
    what: `clusters/${id}`,
    reason: "not recorded: name the --context of that cluster too",
  }));
}

/** Where the proxy's configuration was not read, the objects say what it should be. */
function walkOrExpect(
  mesh: Mesh,
  way: Walk,
  request: WalkRequest,
  destination: Destination,
): Walk {
  const pod = way.proxy?.pod;
  if (way.isExpected || way.proxy?.dump || !pod) return way;
  const caller = { pod, isGateway: isGateway(pod) && !isWaypoint(pod), proxy: way.proxy };
  return expectedWalk(mesh, caller, request, destination);
}

/** The request of a question as the caller's proxy gets it; what is not said is as it was seen, or as usual. */
function walkRequestOf(
  { target, request }: Question,
  destination: Destination,
  seen: Pick<WalkRequest, "method" | "path"> | undefined,
): WalkRequest {
  const port = destination.port ?? 80;
  const isDefault = target.scheme === "http" && port === 80 ||
    target.scheme === "https" && port === 443;
  return {
    ip: [...destination.addresses][0] ?? destination.pods[0]?.status.podIP,
    port,
    authority: request.headers.get("host") ?? (isDefault ? target.host : `${target.host}:${port}`),
    serverName: target.scheme === "https" ? target.host : undefined,
    method: request.method ?? seen?.method ?? "GET",
    path: request.path ?? seen?.path ?? "/",
    headers: request.headers,
  };
}

/** The caller's proxy with the most requests to the destination; the first where none sent any. */
function busiest(
  clients: readonly ProxyObservation[],
  destination: Destination,
  { addresses }: Caller,
): ProxyObservation | undefined {
  const count = (proxy: ProxyObservation) =>
    trafficBetween({
      clients: [proxy],
      servers: [],
      clientAddresses: addresses,
      destination,
      request: { headers: new Map() },
      isExternal: false,
    }).length;
  return clients.toSorted((a, b) => count(b) - count(a))[0];
}

function podsOn({ targets }: Walk): Resource<"Pod">[] {
  return targets.flatMap(({ endpoints }) => (endpoints ?? []).flatMap(({ pod }) => pod ?? []));
}

/** Follows a request that the caller's proxy sends to a gateway of the mesh instead of a workload. */
async function goOn(
  mesh: Mesh,
  first: Walk,
  request: WalkRequest,
  observe: (pods: readonly Resource<"Pod">[]) => Promise<ProxyObservation[]>,
): Promise<{ onward: Walk | undefined; middle: readonly ProxyObservation[] }> {
  const endpoint = first.targets.flatMap(({ endpoints }) => endpoints ?? [])
    .find(({ pod }) => pod && isGateway(pod) && pod !== first.proxy?.pod);
  if (!endpoint?.pod) return { onward: undefined, middle: [] };
  const [proxy] = await observe([endpoint.pod]);
  const onward = isWaypoint(endpoint.pod)
    ? configuredWalk(mesh, proxy, request, "waypoint")
    : configuredWalk(mesh, proxy, {
      ...request,
      ip: endpoint.ip,
      port: endpoint.port,
      serverName: endpoint.isTls
        ? endpoint.serverName || request.serverName || ""
        : request.serverName,
    }, "bound");
  return { onward, middle: proxy ? [proxy] : [] };
}
