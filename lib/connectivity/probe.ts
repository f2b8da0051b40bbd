import type { ProbeAttempt, ProbeCounter, ProbeReport } from "../core/mod.ts";
import { blankEntry, type LocalReply, localReplyOf } from "../evidence/mod.ts";
import type { ProxyObservation } from "./observation.ts";
import type { Exchange, LoggedRequest } from "./traffic.ts";
import type { Walk, WalkRequest } from "./walk.ts";

/** Requests that were sent, and what the proxies on their way had counted before. */
export interface ProbeRun extends Omit<ProbeReport, "counters"> {
  /** The counters of each proxy before the first request, by its folder. */
  readonly before: CountersByProxy;
}

/** Counters by name, by the folder of the proxy. */
export type CountersByProxy = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What tells of the fate of requests and connections, among the thousands of counters of an Envoy. */
const TELLING =
  /\.(?:upstream_rq_(?:\d{3}|timeout|per_try_timeout|pending_overflow|retry|rx_reset|tx_reset)|upstream_cx_(?:connect_fail|connect_timeout|overflow|none_healthy)|no_filter_chain_match|ssl\.(?:fail_\w+|connection_error)|rbac\.(?:allowed|denied))$/;

/** The same among the counters of one endpoint. */
const TELLING_OF_HOST: ReadonlySet<string> = new Set([
  "cx_connect_fail",
  "rq_error",
  "rq_success",
  "rq_timeout",
]);

const CLUSTER = "cluster.";

/** What proxies have counted on the way of a request: of the Envoy clusters it may be sent to, and on the way in. */
export function countersOf(
  proxies: readonly ProxyObservation[],
  { targets }: Walk,
): CountersByProxy {
  const names = new Set(targets.map(({ name }) => name));
  const isOnTheWay = (name: string) => names.has(name) || name.startsWith("inbound|");
  return new Map(proxies.map(({ folder, stats, envoyClusters }) => {
    const counters = new Map<string, number>();
    for (const [name, value] of stats ?? []) {
      const match = TELLING.exec(name);
      if (match === null) continue;
      const cluster = name.startsWith(CLUSTER)
        ? name.slice(CLUSTER.length, match.index).replace(/;$/, "")
        : undefined;
      if (cluster === undefined || isOnTheWay(cluster)) counters.set(name, value);
    }
    for (const { name, hosts } of envoyClusters?.values() ?? []) {
      if (!isOnTheWay(name)) continue;
      for (const { address, stats } of hosts) {
        for (const [counter, value] of Object.entries(stats)) {
          if (TELLING_OF_HOST.has(counter)) counters.set(`${name} ${address} ${counter}`, value);
        }
      }
    }
    return [folder, counters];
  }));
}

/** The counters that rose. One that was not there before began at nothing. */
export function risen(before: CountersByProxy, after: CountersByProxy): ProbeCounter[] {
  return [...after].flatMap(([folder, counters]) => {
    const earlier = before.get(folder);
    if (earlier === undefined || earlier.size === 0 && counters.size > 0) return [];
    return [...counters].flatMap(([name, value]) => {
      const rise = value - (earlier.get(name) ?? 0);
      const file = name.includes(" ") ? "clusters.json" : "stats.json";
      return rise > 0 ? [{ source: `${folder}/${file}`, name, rise }] : [];
    });
  });
}

/** Which request was sent, and by whose proxies it may have been taken. */
export interface ProbedRequest {
  /** The proxies of the caller. */
  readonly clients: readonly ProxyObservation[];
  /** The request that was walked. */
  readonly request: WalkRequest;
  /** Its way through them. */
  readonly walk: Walk;
}

/** Milliseconds between two clocks at which a connection still is that of an attempt. */
const SAME_TIME_MS = 2_000;

/**
 * The requests that were seen, each attempt of a probe among them: with the lines that proxies logged under
 * its id, or at its time where connections have none, or with the line that its answer implies.
 */
export function withProbe(
  exchanges: readonly Exchange[],
  probe: ProbeRun | undefined,
  probed: ProbedRequest,
): readonly Exchange[] {
  if (probe === undefined) return exchanges;
  const byId = new Map(probe.attempts.map((one) => [traceless(one.requestId), one]));
  const seen = new Set<ProbeAttempt>();
  const logged = exchanges.map((exchange) => {
    const lines = [...exchange.client ? [exchange.client] : [], ...exchange.servers];
    const attempt = lines.map(({ entry }) => byId.get(traceless(entry.requestId)))
      .find((one) => one !== undefined) ??
      (lines.every(({ entry }) => entry.requestId === "")
        ? probe.attempts.find((one) => !seen.has(one) && lines.some((line) => isAt(line, one)))
        : undefined);
    if (attempt === undefined) return exchange;
    seen.add(attempt);
    const isOwn = lines.some(({ entry }) =>
      entry.code >= 400 && entry.details !== "" && entry.details !== "via_upstream"
    );
    return { ...exchange, isFailure: attempt.isFailure || isOwn, probe: attempt };
  });
  const unlogged = probe.attempts.filter((attempt) => !seen.has(attempt)).map((attempt) => ({
    client: lineOf(attempt, probe, probed),
    servers: [],
    isFailure: attempt.isFailure,
    probe: attempt,
  }));
  return [...logged, ...unlogged];
}

function isAt({ entry }: LoggedRequest, { startedAt }: ProbeAttempt): boolean {
  return Math.abs(entry.startMs - Date.parse(startedAt)) <= SAME_TIME_MS;
}

/** Envoy writes its decision to trace into the fifteenth character of a request id (a UUID of version 4). */
function traceless(id: string): string {
  return id.length === 36 ? `${id.slice(0, 14)}_${id.slice(15)}` : id;
}

/** What the caller's proxy would have logged, where that follows from the answer. */
function lineOf(
  { requestId, startedAt, status, grpcStatus, message, answeredBy, upstreamMs }: ProbeAttempt,
  { pod, through, method }: ProbeRun,
  { clients, walk, request: { authority, path } }: ProbedRequest,
): LoggedRequest | undefined {
  const client = clients.find(({ id }) => id === pod);
  if (through !== "sidecar" || client === undefined || status === undefined) return undefined;
  const reply = answeredBy !== "caller-proxy"
    ? undefined
    : message === undefined
    ? bareReplyOf(grpcStatus === GRPC_UNIMPLEMENTED ? 404 : status, walk)
    : localReplyOf(grpcStatus === undefined ? status : "grpc", message);
  if (reply === undefined && upstreamMs === undefined) return undefined;
  const { flags, details, transportFailure } = reply ??
    { flags: [], details: "via_upstream", transportFailure: "" };
  const entry = blankEntry({
    startMs: Date.parse(startedAt),
    method,
    path,
    protocol: "HTTP/1.1",
    code: status,
    flags,
    details,
    transportFailure,
    requestId,
    authority,
    ...(upstreamMs !== undefined && { upstreamMs }),
    ...(grpcStatus !== undefined && { grpcStatus: String(grpcStatus) }),
  });
  return { entry, proxy: client, isInferred: true };
}

/** What Envoy makes of a 404 where a gRPC call is answered. */
const GRPC_UNIMPLEMENTED = 12;

/** Answers of Envoy without a text tell something where the configuration says the same. */
function bareReplyOf(
  status: number,
  { targets, verdict }: Walk,
): Pick<LocalReply, "details" | "flags" | "transportFailure"> | undefined {
  const transportFailure = "";
  if (status === 503 && targets.length > 0 && targets.every(({ isDefined }) => !isDefined)) {
    return { flags: ["NC"], details: "cluster_not_found", transportFailure };
  }
  return status === 404 && (verdict === "no_route" || verdict === "no_virtual_host")
    ? { flags: ["NR"], details: "route_not_found", transportFailure }
    : undefined;
}
