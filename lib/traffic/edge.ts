import { compare } from "../core/mod.ts";
import type { Workload } from "../mesh/mod.ts";
import type { AccessLogEntry } from "../evidence/mod.ts";
import { isFailure } from "../connectivity/mod.ts";
import { parseEnvoyClusterName } from "../proxy/mod.ts";
import { Latency } from "./latency.ts";
import { latencyOf } from "./timing.ts";

/** From whom to where: the key of an {@linkcode TrafficEdge}. */
export interface EdgeEnds {
  /** The workload that sends; `external` for clients outside that come in through a gateway. */
  readonly source: Workload | "external";
  /** Host that was asked for: fully qualified where the mesh knows it. */
  readonly host: string;
  /** Port that was asked for, where the log tells. */
  readonly port: number | undefined;
  /** Whether it was asked for with TLS of the caller's own. */
  readonly isTls: boolean;
}

/** The requests of one source to one host and port, as all logs together tell. */
export interface TrafficEdge extends EdgeEnds {
  /** How many requests or connections there were. */
  readonly requests: number;
  /** How many came to a bad end. */
  readonly failures: number;
  /** How many of those for want of capacity or time: a limit was reached, or a timeout. */
  readonly overloads: number;
  /** How many arrived in mesh TLS, as the receiving side saw it; 0 for what the sending side logged. */
  readonly secured: number;
  /** How long those took that are requests, as the side that logged them saw it. */
  readonly latency: Latency;
  /** How long those took that each address answered, by `ip:port`; empty where the log does not say. */
  readonly byUpstream: ReadonlyMap<string, Latency>;
  /** Hosts of the services that requests were routed to, which may be others than were asked for. */
  readonly routedTo: ReadonlySet<string>;
  /** What was asked for, the most frequent first; of very many paths only some. */
  readonly asked: readonly RequestForm[];
  /** The ways in which requests failed, the most frequent first. */
  readonly forms: readonly RequestForm[];
}

/** Requests of one edge that are alike. */
export interface RequestForm {
  /** How many. */
  readonly count: number;
  /** Method of most of them; `""` for connections. */
  readonly method: string;
  /** Path of most of them; `""` for connections. */
  readonly path: string;
}

/** Forms of failures that are told apart for each edge; what is more is counted with the last. */
const MAX_FORMS = 16;

/** Methods with paths that are told apart for each form, and addresses for each edge. */
const MAX_REQUESTS = 64;
const MAX_UPSTREAMS = 256;
const MAX_SECONDS = 4096;

/** Flags of what a proxy gave up: upstream overflow, overload manager, upstream request timeout. */
const OVERLOAD: ReadonlySet<string> = new Set(["UO", "OM", "UT"]);

/** Whether a proxy gave a request up for want of capacity or time. */
export function isOverload({ flags }: AccessLogEntry): boolean {
  return flags.some((flag) => OVERLOAD.has(flag));
}

/** Requests counted by method and path. */
class RequestCounter {
  readonly #counts = new Map<string, number>();
  count = 0;

  add({ method, path }: AccessLogEntry): void {
    this.count++;
    const request = `${method} ${path.split("?", 1)[0]}`;
    const count = this.#counts.get(request);
    if (count !== undefined || this.#counts.size < MAX_REQUESTS) {
      this.#counts.set(request, (count ?? 0) + 1);
    }
  }

  get forms(): readonly RequestForm[] {
    return [...this.#counts].map(([request, count]) => {
      const [method = "", path = ""] = request.split(" ");
      return { count, method, path };
    }).sort((a, b) => b.count - a.count || compare(a.path, b.path));
  }
}

/** An edge that requests are being added to. */
export class EdgeCounter implements TrafficEdge {
  readonly #asked = new RequestCounter();
  readonly #forms = new Map<string, RequestCounter>();
  readonly byUpstream = new Map<string, Latency>();
  readonly routedTo = new Set<string>();
  /** Failed requests that the other side did not answer, by second since 1970. */
  readonly unanswered = new Map<number, number>();
  readonly latency = new Latency();
  readonly source: Workload | "external";
  readonly host: string;
  readonly port: number | undefined;
  readonly isTls: boolean;
  requests = 0;
  failures = 0;
  overloads = 0;
  secured = 0;

  constructor({ source, host, port, isTls }: EdgeEnds) {
    this.source = source;
    this.host = host;
    this.port = port;
    this.isTls = isTls;
  }

  add(entry: AccessLogEntry): void {
    this.requests++;
    if (entry.serverName.startsWith("outbound_.") || entry.peerIdentity !== "") this.secured++;
    this.#asked.add(entry);
    const { upstreamHost, upstreamCluster } = entry;
    const durationMs = latencyOf(entry);
    const routedTo = parseEnvoyClusterName(upstreamCluster)?.host;
    if (routedTo) this.routedTo.add(routedTo);
    if (durationMs !== undefined) {
      this.latency.add(durationMs);
      if (upstreamHost !== "") this.#upstream(upstreamHost)?.add(durationMs);
    }
    if (isFailure(entry)) this.#fail(entry);
  }

  get asked(): readonly RequestForm[] {
    return this.#asked.forms;
  }

  get forms(): readonly RequestForm[] {
    return [...this.#forms.values()].map(({ count, forms }) => ({ ...forms[0]!, count }))
      .sort((a, b) => b.count - a.count || compare(a.path, b.path));
  }

  #upstream(address: string): Latency | undefined {
    let latency = this.byUpstream.get(address);
    if (!latency && this.byUpstream.size < MAX_UPSTREAMS) {
      this.byUpstream.set(address, latency = new Latency());
    }
    return latency;
  }

  #fail(entry: AccessLogEntry): void {
    const { code, flags, details, upstreamCluster, routeName, startMs } = entry;
    this.failures++;
    if (isOverload(entry)) this.overloads++;
    if (details !== "via_upstream" && this.unanswered.size < MAX_SECONDS) {
      const second = Math.floor(startMs / 1000);
      this.unanswered.set(second, (this.unanswered.get(second) ?? 0) + 1);
    }
    const key = `${code} ${flags.join()} ${details} ${upstreamCluster} ${routeName}`;
    this.#form(key).add(entry);
  }

  #form(key: string): RequestCounter {
    const known = this.#forms.get(key);
    if (known) return known;
    if (this.#forms.size >= MAX_FORMS) return [...this.#forms.values()].at(-1)!;
    const form = new RequestCounter();
    this.#forms.set(key, form);
    return form;
  }
}
