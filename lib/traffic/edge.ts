import { compare } from "../core/mod.ts";
import type { Workload } from "../mesh/mod.ts";
import type { AccessLogEntry } from "../evidence/mod.ts";
import { isFailure } from "../connectivity/mod.ts";
import { parseEnvoyClusterName } from "../proxy/mod.ts";
import { Latency } from "./latency.ts";

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
  /** How long they took, as the sending side saw it. */
  readonly latency: Latency;
  /** How long those took that each address answered, by `ip:port`; empty where the log does not say. */
  readonly byUpstream: ReadonlyMap<string, Latency>;
  /** Hosts of the services that requests were routed to, which may be others than were asked for. */
  readonly routedTo: ReadonlySet<string>;
  /** The ways in which requests failed, the most frequent first. */
  readonly forms: readonly FailureForm[];
}

/** Requests of one edge that failed in the same way. */
export interface FailureForm {
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

interface CountedForm {
  count: number;
  readonly byRequest: Map<string, number>;
}

/** An edge that requests are being added to. */
export class EdgeCounter implements TrafficEdge {
  readonly #forms = new Map<string, CountedForm>();
  readonly byUpstream = new Map<string, Latency>();
  readonly routedTo = new Set<string>();
  readonly latency = new Latency();
  readonly source: Workload | "external";
  readonly host: string;
  readonly port: number | undefined;
  readonly isTls: boolean;
  requests = 0;
  failures = 0;

  constructor({ source, host, port, isTls }: EdgeEnds) {
    this.source = source;
    this.host = host;
    this.port = port;
    this.isTls = isTls;
  }

  add(entry: AccessLogEntry): void {
    this.requests++;
    const { durationMs, upstreamHost, upstreamCluster } = entry;
    const routedTo = parseEnvoyClusterName(upstreamCluster)?.host;
    if (routedTo) this.routedTo.add(routedTo);
    if (durationMs !== undefined) {
      this.latency.add(durationMs);
      if (upstreamHost !== "") this.#upstream(upstreamHost)?.add(durationMs);
    }
    if (isFailure(entry)) this.#fail(entry);
  }

  get forms(): readonly FailureForm[] {
    return [...this.#forms.values()].map(({ count, byRequest }) => {
      const all = [...byRequest].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
      const [method = "", path = ""] = all[0]![0].split(" ");
      return { count, method, path };
    }).sort((a, b) => b.count - a.count || compare(a.path, b.path));
  }

  #upstream(address: string): Latency | undefined {
    let latency = this.byUpstream.get(address);
    if (!latency && this.byUpstream.size < MAX_UPSTREAMS) {
      this.byUpstream.set(address, latency = new Latency());
    }
    return latency;
  }

  #fail({ code, flags, details, upstreamCluster, routeName, method, path }: AccessLogEntry): void {
    this.failures++;
    const key = `${code} ${flags.join()} ${details} ${upstreamCluster} ${routeName}`;
    const form = this.#form(key);
    form.count++;
    const request = `${method} ${path.split("?", 1)[0]}`;
    const { byRequest } = form;
    if (byRequest.has(request) || byRequest.size < MAX_REQUESTS) {
      byRequest.set(request, (byRequest.get(request) ?? 0) + 1);
    }
  }

  #form(key: string): CountedForm {
    const known = this.#forms.get(key);
    if (known) return known;
    if (this.#forms.size >= MAX_FORMS) return [...this.#forms.values()].at(-1)!;
    const form = { count: 0, byRequest: new Map() };
    this.#forms.set(key, form);
    return form;
  }
}
