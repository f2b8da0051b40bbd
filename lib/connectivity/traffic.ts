import { compare, type ProbeAttempt } from "../core/mod.ts";
import type { AccessLogEntry } from "../evidence/mod.ts";
import { isWaypoint, isZtunnel } from "../mesh/mod.ts";
import { addressOf, type Destination } from "./destination.ts";
import type { ProxyObservation } from "./observation.ts";
import type { RequestDescription } from "./question.ts";

/** A line of an access log and the proxy that wrote it. */
export interface LoggedRequest {
  /** The line. */
  readonly entry: AccessLogEntry;
  /** Who wrote it. */
  readonly proxy: ProxyObservation;
  /** Set where nothing was logged, and the line says what follows from the answer to a probe. */
  readonly isInferred?: true;
}

/** One request as all proxies on its way saw it. */
export interface Exchange {
  /** The line of the caller's proxy, or of the gateway that a caller outside came in through. */
  readonly client: LoggedRequest | undefined;
  /** The lines of the destination's proxies; several where the request was retried. */
  readonly servers: readonly LoggedRequest[];
  /** Whether it came to a bad end, as far as anyone saw. */
  readonly isFailure: boolean;
  /** The attempt that it was, of a probe. */
  readonly probe?: ProbeAttempt;
}

/** Whose traffic to whom is wanted. */
export interface TrafficQuery {
  /** Proxies of the caller, or gateways. */
  readonly clients: readonly ProxyObservation[];
  /** Proxies of the destination. */
  readonly servers: readonly ProxyObservation[];
  /** Addresses of the caller's pods; empty where the caller is outside. */
  readonly clientAddresses: ReadonlySet<string>;
  /** Addresses of the waypoints that connect to the servers in the caller's stead. */
  readonly waypointAddresses?: ReadonlySet<string>;
  /** Where to. */
  readonly destination: Destination;
  /** Which requests; what matches none of the lines is not used to narrow them. */
  readonly request: RequestDescription;
  /** Whether the caller is outside, so that gateways listen on other ports than were asked for. */
  readonly isExternal: boolean;
}

/** The requests from a caller to a destination, each with the lines of both sides. */
export function trafficBetween(query: TrafficQuery): Exchange[] {
  const sent = query.clients.flatMap((proxy) =>
    (proxy.log?.requests ?? [])
      .filter((entry) => isTo(entry, query) && isOfCaller(entry, proxy, query))
      .map((entry) => ({ entry, proxy }))
  );
  const received = query.servers.flatMap((proxy) =>
    (proxy.log?.requests ?? [])
      .filter((entry) => isInbound(entry))
      .map((entry) => ({ entry, proxy }))
  );
  const clients = narrow(withoutCarried(sent, query), query);
  return clients.length > 0
    ? join(clients, received, query)
    : narrow(received.filter(({ entry }) => isFrom(entry, query)), query)
      .map((line) => exchange(undefined, [line]));
}

function isTo(entry: AccessLogEntry, { destination, isExternal }: TrafficQuery): boolean {
  // A gateway has no application: what it finds no filter chain for comes from outside all the same.
  if (!isExternal && isInbound(entry)) return false;
  const { host, port } = splitAuthority(entry.authority);
  const { port: localPort, ip: localIp } = addressOf(entry.downstreamLocal);
  const asked = destination.names.has(host) ||
    destination.names.has(entry.serverName.toLowerCase());
  if (isExternal) return asked || entry.authority === "" && entry.serverName === "";
  const portFits = destination.port === undefined || localPort === destination.port ||
    localPort === undefined && (port === destination.port ||
        port === undefined && isTargetPort(entry, destination));
  if (asked) return portFits;
  const [direction, clusterPort, , clusterHost = ""] = entry.upstreamCluster.split("|");
  if (direction === "outbound" && destination.names.has(clusterHost)) {
    return portFits || Number(clusterPort) === destination.port;
  }
  return localIp !== undefined && destination.addresses.has(localIp) && portFits;
}

/** Whether a line that tells of no port of the Service was sent to one of the pods' ports that it leads to. */
function isTargetPort({ upstreamHost }: AccessLogEntry, { targetPorts }: Destination): boolean {
  const { port } = addressOf(upstreamHost);
  return port === undefined || targetPorts.size === 0 || targetPorts.has(port);
}

/** ztunnels and waypoints log the requests of many callers, others those of their own pod. */
function isOfCaller(
  { downstreamRemote }: AccessLogEntry,
  { pod }: ProxyObservation,
  { clientAddresses, isExternal }: TrafficQuery,
): boolean {
  if (isExternal || !pod || !isZtunnel(pod) && !isWaypoint(pod)) return true;
  return clientAddresses.has(addressOf(downstreamRemote).ip ?? "");
}

/** Where a waypoint logged the requests, the connections that carried them to it say nothing more. */
function withoutCarried(
  lines: readonly LoggedRequest[],
  { waypointAddresses = new Set() }: TrafficQuery,
): LoggedRequest[] {
  const isLogged = lines.some(({ proxy: { pod } }) => pod && isWaypoint(pod));
  return lines.filter(({ entry }) =>
    !isLogged || isFailure(entry) ||
    !waypointAddresses.has(addressOf(entry.upstreamHost).ip ?? "")
  );
}

/** Whether a line was written on the way in to an application. */
export function isInbound({ upstreamCluster, details, serverName }: AccessLogEntry): boolean {
  return upstreamCluster.startsWith("inbound|") ||
    upstreamCluster === "InboundPassthroughCluster" ||
    serverName.startsWith("outbound_.") ||
    details === "filter_chain_not_found" && upstreamCluster === "";
}

function isFrom(entry: AccessLogEntry, { clientAddresses, destination }: TrafficQuery): boolean {
  const { ip } = addressOf(entry.downstreamRemote);
  const { port } = addressOf(entry.downstreamLocal);
  return ip !== undefined && clientAddresses.has(ip) &&
    (port === undefined || destination.targetPorts.size === 0 || destination.targetPorts.has(port));
}

/**
 * Keeps the lines that fit the described request, unless none does. A connection of the caller's may carry
 * it, whatever it is; those of a gateway may be anybody's.
 */
function narrow(lines: LoggedRequest[], query: TrafficQuery): LoggedRequest[] {
  const { request: { path, method, isExample }, isExternal } = query;
  if (isExample) return lines;
  const mayCarryIt = ({ entry }: LoggedRequest) =>
    !isExternal && entry.method === "" && entry.path === "";
  const byPath = path === undefined
    ? lines
    : lines.filter((line) => samePath(line.entry.path, path) || mayCarryIt(line));
  const rest = byPath.length > 0 ? byPath : lines;
  const byMethod = method === undefined
    ? rest
    : rest.filter((line) => line.entry.method === method || mayCarryIt(line));
  return byMethod.length > 0 ? byMethod : rest;
}

function samePath(a: string, b: string): boolean {
  return a === b || a.split("?", 1)[0] === b.split("?", 1)[0];
}

/** Milliseconds by which the clocks and start times of two proxies may differ for one connection. */
const SAME_TIME_MS = 2000;

function join(
  clients: readonly LoggedRequest[],
  received: readonly LoggedRequest[],
  query: TrafficQuery,
): Exchange[] {
  const byId = Map.groupBy(
    received.filter(({ entry }) => entry.requestId !== ""),
    ({ entry }) => entry.requestId,
  );
  // Connections have no id: they are joined by the caller's address and the time, each one once.
  const { clientAddresses, waypointAddresses = clientAddresses } = query;
  const connections = received.filter(({ entry }) =>
    entry.requestId === "" &&
    (isFrom(entry, query) || isFrom(entry, { ...query, clientAddresses: waypointAddresses }))
  );
  const taken = new Set<LoggedRequest>();
  return clients.map((client) => {
    const { requestId, startMs } = client.entry;
    const servers = requestId === "" ? [] : byId.get(requestId) ?? [];
    if (servers.length > 0) return exchange(client, servers);
    const near = connections.find((line) =>
      !taken.has(line) && Math.abs(line.entry.startMs - startMs) <= SAME_TIME_MS
    );
    if (near) taken.add(near);
    return exchange(client, near ? [near] : []);
  });
}

function exchange(
  client: LoggedRequest | undefined,
  servers: readonly LoggedRequest[],
): Exchange {
  const seen = client ?? servers.at(-1);
  // The caller's proxy sees a connection that was refused by policy as one that was closed.
  const isDenied = servers.some(({ entry }) => entry.termination.startsWith(DENIED));
  return { client, servers, isFailure: isDenied || seen !== undefined && isFailure(seen.entry) };
}

/** How Envoy begins to say that a policy ended a connection. */
const DENIED = "rbac_access_denied";

/**
 * Whether a logged request came to a bad end: an error response, or none at all. A TCP connection fails
 * when a response flag says so; a gRPC error inside a 200 is not visible in an access log.
 */
export function isFailure(entry: AccessLogEntry): boolean {
  if (entry.protocol === "" && entry.method === "") {
    return entry.flags.some((flag) => flag !== "DC") || entry.transportFailure !== "" ||
      entry.termination.startsWith(DENIED);
  }
  return entry.code === 0 || entry.code >= 400;
}

/** The form of request that fails most often, or where none fails is made most often; `undefined` for connections. */
export function usualForm(
  exchanges: readonly Exchange[],
): Pick<AccessLogEntry, "method" | "path"> | undefined {
  const failing = exchanges.filter(({ isFailure }) => isFailure);
  const entries = (failing.length > 0 ? failing : exchanges).flatMap(({ client, servers }) =>
    (client ?? servers[0])?.entry ?? []
  ).filter(({ method, path }) => method !== "" && path.startsWith("/"));
  const forms = Map.groupBy(entries, ({ method, path }) => `${method} ${path.split("?", 1)[0]}`);
  const [most] = [...forms].toSorted((a, b) => b[1].length - a[1].length || compare(a[0], b[0]));
  return most?.[1][0];
}

function splitAuthority(authority: string): { host: string; port: number | undefined } {
  const match = /^(.*?)(?::(\d+))?$/.exec(authority)!;
  return { host: match[1]!.toLowerCase(), port: match[2] ? Number(match[2]) : undefined };
}
