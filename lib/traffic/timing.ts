import type { Exchange, LoggedRequest, ProxyObservation } from "../connectivity/mod.ts";
import type { AccessLogEntry } from "../evidence/mod.ts";
import { addressOf, isFailure, isInbound } from "../connectivity/mod.ts";

/**
 * Where the time of a request may go. `upload` is the time until the last byte of a large request has
 * come, `retries` that of the tries before the last one, `application` the server's own time, `downstream`
 * what it waits for the services that it calls, `transfer` the time from the first to the last byte of the answer.
 */
export const PARTS = [
  "upload",
  "clientProxy",
  "network",
  "serverProxy",
  "retries",
  "application",
  "downstream",
  "transfer",
] as const;

/** One of {@linkcode PARTS}. */
export type Part = typeof PARTS[number];

/** Milliseconds by part. */
export type Parts = Readonly<Record<Part, number>>;

/** How long one request took, and where the time went. */
export interface Timing {
  /** The request as all proxies saw it. */
  readonly exchange: Exchange;
  /** The line of the proxy that answered it; `undefined` where only the caller's proxy logged it. */
  readonly server: LoggedRequest | undefined;
  /** From the first byte in to the last byte out at the first proxy that logged it, in milliseconds. */
  readonly totalMs: number;
  /** The same, split. Without the server's line `application` holds all that lies behind the caller's proxy. */
  readonly parts: Parts;
  /** Whether the lines of both sides were there, so that the split is known. */
  readonly isSplit: boolean;
  /** Requests that the server made meanwhile to answer this one. */
  readonly calls: readonly LoggedRequest[];
  /** Lines of the servers that were tried; more than one where the request was retried. */
  readonly attempts: readonly LoggedRequest[];
}

/** Splits the durations of requests; connections and streams, which last as long as they like, are left out. */
export function timingsOf(exchanges: readonly Exchange[]): Timing[] {
  const callsOf = new Map<ProxyObservation, CallIndex>();
  return exchanges.flatMap((exchange) => {
    const attempts = attemptsOf(exchange);
    const server = attempts.at(-1);
    const first = exchange.client ?? server;
    const totalMs = first && latencyOf(first.entry);
    if (first === undefined || totalMs === undefined) return [];
    let calls: readonly LoggedRequest[] = [];
    if (server) {
      let index = callsOf.get(server.proxy);
      if (!index) callsOf.set(server.proxy, index = new CallIndex(server.proxy));
      calls = index.during(server);
    }
    const parts = partsOf(exchange.client, server, attempts, calls);
    const isSplit = exchange.client !== undefined && server !== undefined;
    return [{ exchange, server, totalMs, parts, isSplit, calls, attempts }];
  });
}

/** Bodies up to this size take no time to carry: what delays their last byte is whoever sends them. */
const SMALL_BYTES = 64 * 1024;

/** Whether a body of this size may take time to carry. */
export function isLarge(bytes = 0): boolean {
  return bytes > SMALL_BYTES;
}

/**
 * Milliseconds that a logged request took; `undefined` for what is not one request with one answer: a TCP
 * connection, an upgraded one, and a stream that its client ended after the answer had begun.
 */
export function latencyOf(entry: AccessLogEntry): number | undefined {
  const { method, code, flags, durationMs } = entry;
  const isConnection = method === "" || method === "CONNECT" || code === 101;
  const isStream = code > 0 && code < 400 && flags.includes("DC");
  return isConnection || isStream ? undefined : durationMs;
}

/** The lines of the servers that this very request reached, in order of time. */
function attemptsOf({ client, servers }: Exchange): LoggedRequest[] {
  const byTime = servers.toSorted((a, b) => a.entry.startMs - b.entry.startMs);
  if (!client || byTime.length < 2) return byTime;
  // An application that passes on the request id may call the same service several times.
  const { startMs, durationMs = 0 } = client.entry;
  const end = startMs + durationMs;
  const during = byTime.filter(({ entry }) => entry.startMs >= startMs - 1 && entry.startMs <= end);
  const own = during.length > 0 ? during : [nearest(byTime, startMs)];
  // Only what failed is tried again: of several answers one belongs to this request.
  const failed = own.filter(({ entry }) => isFailure(entry));
  const answers = own.filter(({ entry }) => !isFailure(entry));
  return answers.length > 0 ? [...failed, nearest(answers, startMs)] : failed;
}

function nearest(lines: readonly LoggedRequest[], ms: number): LoggedRequest {
  const away = ({ entry }: LoggedRequest) => Math.abs(entry.startMs - ms);
  return lines.reduce((best, line) => away(line) < away(best) ? line : best);
}

function partsOf(
  client: LoggedRequest | undefined,
  server: LoggedRequest | undefined,
  attempts: readonly LoggedRequest[],
  calls: readonly LoggedRequest[],
): Parts {
  const whole = (client ?? server)!.entry.durationMs ?? 0;
  const toHeaders = client?.entry.upstreamMs ?? whole;
  const served = server?.entry.durationMs ?? toHeaders;
  const answered = server?.entry.upstreamMs ?? served;
  const afterHeaders = Math.max(0, whole - toHeaders);
  const servedAfter = Math.max(0, served - answered);
  // Before the answer's first byte lies what a proxy took itself, or the request that was still coming.
  const isUpload = isLarge((client ?? server)!.entry.bytesReceived);
  const transfer = server && client && !isUpload ? Math.min(afterHeaders, servedAfter) : 0;
  const held = { client: afterHeaders - transfer, server: servedAfter - transfer };
  const earlier = attempts.slice(0, -1).reduce(
    (sum, { entry }) => sum + (entry.durationMs ?? 0),
    0,
  );
  const downstream = server ? Math.min(answered, coveredMs(calls, server)) : 0;
  return {
    upload: isUpload ? Math.max(held.client, held.server) : 0,
    clientProxy: isUpload ? 0 : held.client,
    network: server && client ? Math.max(0, toHeaders - (served - transfer) - earlier) : 0,
    serverProxy: isUpload ? 0 : held.server,
    retries: earlier,
    application: answered - downstream,
    downstream,
    transfer,
  };
}

/** Milliseconds of a server's answer during which at least one of its calls was under way. */
function coveredMs(calls: readonly LoggedRequest[], { entry }: LoggedRequest): number {
  const end = entry.startMs + (entry.durationMs ?? 0);
  let covered = 0;
  let reached = entry.startMs;
  for (const { entry: call } of calls.toSorted((a, b) => a.entry.startMs - b.entry.startMs)) {
    const from = Math.max(reached, call.startMs);
    const to = Math.min(end, call.startMs + (call.durationMs ?? 0));
    if (to > from) {
      covered += to - from;
      reached = to;
    }
  }
  return covered;
}

/** The requests that one proxy's application sent, by what they belong to. */
class CallIndex {
  readonly #byId: ReadonlyMap<string, readonly LoggedRequest[]>;
  readonly #sent: readonly LoggedRequest[];
  readonly #received: readonly LoggedRequest[];

  constructor(proxy: ProxyObservation) {
    const lines = (proxy.log?.requests ?? []).map((entry) => ({ entry, proxy }))
      .sort((a, b) => a.entry.startMs - b.entry.startMs);
    this.#received = lines.filter(({ entry }) => isInbound(entry));
    this.#sent = lines.filter(({ entry }) => !isInbound(entry));
    this.#byId = Map.groupBy(
      this.#sent.filter(({ entry }) => entry.requestId !== ""),
      ({ entry }) => entry.requestId,
    );
  }

  /** What was sent while a request was answered: by request id, else where no other was under way. */
  during(server: LoggedRequest): readonly LoggedRequest[] {
    const { startMs, durationMs = 0, requestId } = server.entry;
    const end = startMs + durationMs;
    const own = this.#byId.get(requestId)?.filter((call) => overlaps(call, startMs, end));
    if (own && own.length > 0) return own;
    const others = between(this.#received, startMs, end);
    const isAlone = others?.every(({ entry }) => entry === server.entry) ?? false;
    return isAlone ? between(this.#sent, startMs, end) ?? [] : [];
  }
}

/** What is looked through for requests without an id: longer and denser traffic is not told apart. */
const LONGEST_MS = 60_000;
const DENSEST = 200;

/** The lines that overlap a time; `undefined` where there are too many to tell. */
function between(
  lines: readonly LoggedRequest[],
  from: number,
  to: number,
): readonly LoggedRequest[] | undefined {
  const [first, last] = [firstFrom(lines, from - LONGEST_MS), firstFrom(lines, to + 1)];
  return last - first > DENSEST
    ? undefined
    : lines.slice(first, last).filter((line) => overlaps(line, from, to));
}

function overlaps({ entry }: LoggedRequest, from: number, to: number): boolean {
  return entry.startMs <= to && entry.startMs + (entry.durationMs ?? 0) >= from;
}

/** Index of the first line that begins at `ms` or later. */
function firstFrom(lines: readonly LoggedRequest[], ms: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.entry.startMs < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The address that answered a request, as far as anyone logged it. */
export function upstreamOf({ exchange: { client }, server }: Timing): string | undefined {
  const at = server ? server.entry.downstreamLocal : client?.entry.upstreamHost ?? "";
  return addressOf(at).ip;
}
