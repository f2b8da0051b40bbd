import {
  type Case,
  type Exchange,
  investigate,
  type ProxyObservation,
} from "../../connectivity/mod.ts";
import { Failure, type Gap } from "../../core/mod.ts";
import {
  byName,
  type Mesh,
  type MeshService,
  podsSelected,
  type Resource,
  ztunnelOf,
} from "../../mesh/mod.ts";
import { parseEnvoyClusterName } from "../../proxy/mod.ts";
import {
  isOverload,
  questionAboutAll,
  type Timing,
  timingsOf,
  type TrafficEdge,
} from "../../traffic/mod.ts";
import type { PrometheusAnswer } from "../../evidence/mod.ts";
import type { DiagnosisInput } from "../connectivity.ts";
import type { MeasuredLatency } from "./measured.ts";
import type { Overview } from "./overview.ts";
import { SLOW_MS } from "./slowness.ts";
import { type ContainerUsage, usageOf } from "./usage.ts";

/** The performance of one service with everything that was found out about it. */
export interface PerformanceCase {
  /** Its host, fully qualified where the mesh knows it. */
  readonly host: string;
  /** Its name for sentences, such as `reviews.bookinfo`. */
  readonly label: string;
  /** Its declarations; empty for a host outside that nobody declared. */
  readonly services: readonly MeshService[];
  /** The objects of all clusters. */
  readonly mesh: Mesh;
  /** The time to judge by: when the mesh was seen. */
  readonly now: Date;
  /** Who calls it, with what is known of the way; the worst ones where there are many. */
  readonly edges: readonly PerformanceEdge[];
  /** The requests to it, with where their time went. */
  readonly timings: readonly Timing[];
  /** Those that are slow, or that a proxy gave up for want of capacity or time. */
  readonly troubled: readonly Exchange[];
  /** The proxies of its pods. */
  readonly servers: readonly ProxyObservation[];
  /** Its pods. */
  readonly pods: readonly Resource<"Pod">[];
  /** Latencies of requests to it that metrics tell. */
  readonly measured: readonly MeasuredLatency[];
  /** Those of all requests in the mesh. */
  readonly allMeasured: readonly MeasuredLatency[];
  /** The answers of Prometheus by name of their file. */
  readonly answers: ReadonlyMap<string, PrometheusAnswer>;
  /** What the containers of its pods, of its callers' pods and of what both rely on use: name servers, ztunnels. */
  readonly usage: readonly ContainerUsage[];
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}

/** One caller of a service. */
export interface PerformanceEdge {
  /** What all logs together tell of it. */
  readonly edge: TrafficEdge;
  /** The way of its requests, in detail. */
  readonly of: Case;
  /** Its requests to the service, with where their time went. */
  readonly timings: readonly Timing[];
}

/** Most callers that are looked at in detail; the slowest ones come first. */
const MAX_EDGES = 12;

/** Finds out everything about the performance of one service. */
export async function examine(
  host: string,
  { survey, answers, measured, usage, sinceMs = -Infinity }: Overview,
  input: DiagnosisInput,
): Promise<PerformanceCase> {
  const services = input.mesh.services.declarations(host);
  const calls = survey.edges.filter((edge) => edge.host === host || edge.routedTo.has(host))
    .sort((a, b) => b.latency.quantile(0.99) - a.latency.quantile(0.99) || b.requests - a.requests);
  const looked: Omit<PerformanceEdge, "timings">[] = [];
  for (const edge of calls.slice(0, MAX_EDGES)) {
    const of = await caseOf(edge, host, input);
    if (of) looked.push({ edge, of });
  }
  const exchanges = distinct(
    looked.flatMap(({ edge, of }) =>
      of.exchanges.filter((each) =>
        !(startOf(each) < sinceMs) && (edge.host === host || isRoutedTo(each, host))
      )
    ),
  );
  const timings = timingsOf(exchanges);
  const byExchange = new Map(timings.map((timing) => [timing.exchange, timing]));
  const edges = looked.map(({ edge, of }) => ({
    edge,
    of,
    timings: of.exchanges.flatMap((exchange) => byExchange.get(exchange) ?? []),
  }));
  const slow = timings.filter(({ totalMs }) => totalMs >= SLOW_MS).map((each) => each.exchange);
  const pods = podsOf(edges, services, input.mesh);
  const own = [...pods, ...callersOf(edges)];
  return {
    host,
    label: labelOf(host, services[0]),
    services,
    mesh: input.mesh,
    now: input.now,
    edges,
    timings,
    troubled: [...new Set([...exchanges.filter(isGivenUp), ...slow])],
    servers: distinct(edges.flatMap(({ of }) => of.servers), ({ id }) => id),
    pods,
    measured: ofService(measured, services[0]),
    allMeasured: measured,
    answers,
    usage: usageOf(input.mesh, distinct([...own, ...reliedOn(input.mesh, own)]), usage),
    gaps: distinct(edges.flatMap(({ of }) => of.gaps), ({ what, reason }) => `${what} ${reason}`),
  };
}

/** Kinds of requests of one caller that are tried until one leads to the service. */
const MAX_EXAMPLES = 4;

/**
 * The way from a caller to a service, and all of its requests. Other requests of the same caller to the
 * same host may be routed to other services. A caller that the objects do not know, such as a pod that is
 * gone, cannot be asked about.
 */
async function caseOf(
  edge: TrafficEdge,
  host: string,
  input: DiagnosisInput,
): Promise<Case | undefined> {
  const [first, ...others] = edge.asked.slice(0, MAX_EXAMPLES);
  try {
    const usual = await investigate(questionAboutAll(edge, first), input);
    if (leadsTo(usual, host)) return usual;
    for (const example of others) {
      const of = await investigate(questionAboutAll(edge, example), input);
      if (leadsTo(of, host)) return of;
    }
    return usual;
  } catch (error) {
    if (error instanceof Failure && error.code === "USAGE") return undefined;
    throw error;
  }
}

/** Requests that fail for other reasons are a matter of connectivity. */
function isGivenUp({ client, servers, isFailure }: Exchange): boolean {
  const lines = client ? [client, ...servers] : servers;
  return isFailure && lines.some(({ entry }) => isOverload(entry));
}

function leadsTo({ walk: { targets } }: Case, host: string): boolean {
  return targets.some(({ parsed }) => parsed?.host === host);
}

function startOf({ client, servers }: Exchange): number {
  return (client ?? servers[0])?.entry.startMs ?? NaN;
}

function callersOf(edges: readonly PerformanceEdge[]): Resource<"Pod">[] {
  return edges.flatMap(({ of }) => of.clients.flatMap(({ pod }) => pod ?? []));
}

/** The name servers, and the ztunnels of the nodes of some pods. */
function reliedOn(mesh: Mesh, pods: readonly Resource<"Pod">[]): Resource<"Pod">[] {
  return [
    ...mesh.select("Pod", { "k8s-app": "kube-dns" }, "kube-system"),
    ...new Set(pods.flatMap((pod) => ztunnelOf(mesh, pod) ?? [])),
  ];
}

function isRoutedTo({ client }: Exchange, host: string): boolean {
  return parseEnvoyClusterName(client?.entry.upstreamCluster ?? "")?.host === host;
}

/** The latencies of requests to a service; a query may have left its namespace out. */
function ofService(
  measured: readonly MeasuredLatency[],
  service: MeshService | undefined,
): MeasuredLatency[] {
  return measured.filter((each) =>
    each.service !== "" && each.service === service?.resource.name &&
    (each.namespace === "" || each.namespace === service.namespace)
  );
}

function podsOf(
  edges: readonly PerformanceEdge[],
  services: readonly MeshService[],
  mesh: Mesh,
): Resource<"Pod">[] {
  return distinct([
    ...services.flatMap(({ resource, namespace }) =>
      resource.identifier === "Service" ? podsSelected(mesh, resource.spec.selector, namespace) : []
    ),
    ...edges.flatMap(({ of }) => [
      ...of.destination.pods,
      ...of.servers.flatMap(({ pod }) => pod ?? []),
    ]),
  ]).sort(byName);
}

function labelOf(host: string, service: MeshService | undefined): string {
  return service?.resource.identifier === "Service"
    ? `${service.resource.name}.${service.namespace}`
    : host;
}

/** The last of each group of items with the same key. */
export function distinct<T>(
  items: readonly T[],
  keyOf: (item: T) => unknown = (item) => item,
): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
