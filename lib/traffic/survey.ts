import {
  addressOf,
  isFailure,
  isGateway,
  isInbound,
  parserOf,
  windowStartMs,
} from "../connectivity/mod.ts";
import { compare, type Gap } from "../core/mod.ts";
import {
  type AccessLogEntry,
  type AccessLogParser,
  parseProxyLog,
  recordedProxies,
  type RecordedProxy,
  type Recording,
} from "../evidence/mod.ts";
import { hasProxy, isWaypoint, isZtunnel, type Mesh, type Resource } from "../mesh/mod.ts";
import { EdgeCounter, type EdgeEnds, type TrafficEdge } from "./edge.ts";
import { EndsReader } from "./ends.ts";

/** What is surveyed. */
export interface SurveyInput {
  /** The objects of all clusters. */
  readonly mesh: Mesh;
  /** What was observed. */
  readonly recording: Recording;
  /** Requests before this time do not count, in milliseconds since 1970; all do where absent. */
  readonly sinceMs?: number | undefined;
  /** Stops the reading. */
  readonly signal: AbortSignal;
}

/** Who called whom, as all access logs together tell. */
export interface Survey {
  /** The edges, by source, host and port. */
  readonly edges: readonly TrafficEdge[];
  /** The same as the receivers' proxies saw it, of senders that are pods; by source, host and port. */
  readonly received: readonly TrafficEdge[];
  /**
   * Gateways, and pods that others got requests from, whose own proxies' logs were not read: what they did
   * not deliver was seen by nobody. Ordered as the pods of the mesh.
   */
  readonly unheard: readonly Resource<"Pod">[];
  /** Proxies whose log could not be read or used. */
  readonly gaps: readonly Gap[];
}

/** Proxies whose logs are read at the same time. */
const AT_ONCE = 8;

/**
 * Reads the access logs of all proxies once and counts requests by edge. Of a request that both sides
 * logged the sender's line counts. Memory grows with the number of edges, not of requests.
 */
export async function surveyTraffic(input: SurveyInput): Promise<Survey> {
  const survey = new Surveyor(input);
  const all = await recordedProxies(input.recording, input.signal);
  for (let i = 0; i < all.length; i += AT_ONCE) {
    input.signal.throwIfAborted();
    const some = all.slice(i, i + AT_ONCE);
    const texts = await Promise.all(
      some.map(({ folder }) => input.recording.read(`${folder}/access.log`, input.signal)),
    );
    for (const [j, proxy] of some.entries()) survey.take(proxy, texts[j]);
  }
  return survey.result();
}

class Surveyor {
  readonly #mesh: Mesh;
  readonly #ends: EndsReader;
  readonly #parse: AccessLogParser;
  readonly #sinceMs: number;
  readonly #sent = new Map<string, EdgeCounter>();
  /** Edges from the receivers' lines, by the pod that sent. */
  readonly #received = new Map<Resource<"Pod">, Map<string, EdgeCounter>>();
  readonly #senders = new Set<Resource<"Pod">>();
  readonly #heard = new Set<Resource<"Pod">>();
  readonly #gaps: Gap[] = [];

  constructor({ mesh, recording, sinceMs }: SurveyInput) {
    this.#mesh = mesh;
    this.#ends = new EndsReader(mesh);
    this.#parse = parserOf(mesh);
    this.#sinceMs = Math.max(windowStartMs(recording) ?? -Infinity, sinceMs ?? -Infinity);
  }

  take({ folder, namespace, pod: name, cluster }: RecordedProxy, text: string | undefined): void {
    const what = `${folder}/access.log`;
    const pod = this.#mesh.get("Pod", namespace, name, cluster);
    if (text === undefined) return void this.#gaps.push({ what, reason: "not recorded" });
    if (!pod) return void this.#gaps.push({ what, reason: "its pod is not among the resources" });
    this.#heard.add(pod);
    const isShared = isZtunnel(pod) || isWaypoint(pod);
    for (const entry of parseProxyLog(text, this.#parse).requests) {
      if (entry.startMs < this.#sinceMs) continue;
      const peer = this.#podAt(entry.downstreamRemote, cluster);
      if (isShared) {
        this.#takeShared(peer, entry);
        continue;
      }
      if (isInbound(entry) && !isRefusedOutside(pod, entry)) {
        const ends = peer && peer !== pod && this.#ends.received(pod, peer, entry);
        if (ends) counter(this.#edgesFrom(peer), ends).add(entry);
        continue;
      }
      this.#senders.add(pod);
      // A gateway's line of a request from inside stands beside the line of the pod that sent it.
      if (peer && peer !== pod && hasProxy(peer)) continue;
      const ends = this.#ends.sent(pod, entry);
      if (ends) counter(this.#sent, ends).add(entry);
    }
  }

  /** A line of a ztunnel or waypoint, which log the requests of many pods. */
  #takeShared(peer: Resource<"Pod"> | undefined, entry: AccessLogEntry): void {
    if (!peer || isWaypoint(peer)) return;
    const address = isInbound(entry) ? entry.downstreamLocal : entry.upstreamHost;
    const target = this.#podAt(address, peer?.cluster);
    if (isInbound(entry)) {
      const ends = target && this.#ends.received(target, peer, entry);
      if (ends) counter(this.#edgesFrom(peer), ends).add(entry);
      return;
    }
    if (hasProxy(peer)) return;
    this.#senders.add(peer);
    // What a waypoint got it logs itself.
    if (target && isWaypoint(target) && !isFailure(entry)) return;
    const ends = this.#ends.sent(peer, entry, target);
    if (ends) counter(this.#sent, ends).add(entry);
  }

  #podAt(address: string, cluster: string | undefined): Resource<"Pod"> | undefined {
    const { ip } = addressOf(address);
    return ip === undefined ? undefined : this.#mesh.podAt(ip, cluster);
  }

  result(): Survey {
    // Who calls a pod by its address is seen by it like who calls its Service.
    const sent = Map.groupBy(this.#sent.values(), ({ host }) => this.#ends.behind(host));
    const unsent = [...this.#received].filter(([pod]) => !this.#senders.has(pod))
      .flatMap(([, edges]) => [...edges])
      .filter(([, edge]) => !isCountedBy(edge, sent.get(edge.host) ?? []));
    return {
      edges: sorted([...this.#sent, ...unsent]),
      unheard: this.#unheard(),
      received: sorted([...this.#received.values()].flatMap((edges) => [...edges])),
      gaps: this.#gaps,
    };
  }

  #unheard(): Resource<"Pod">[] {
    return this.#mesh.list("Pod").filter((pod) =>
      hasProxy(pod) && !this.#heard.has(pod) &&
      (this.#received.has(pod) || isGateway(pod) && pod.status.phase === "Running")
    );
  }

  #edgesFrom(pod: Resource<"Pod">): Map<string, EdgeCounter> {
    let edges = this.#received.get(pod);
    if (!edges) this.#received.set(pod, edges = new Map());
    return edges;
  }
}

/** Whether a gateway refused a client's connection, which looks like one on the way in to an application. */
function isRefusedOutside(pod: Resource<"Pod">, { details, serverName }: AccessLogEntry): boolean {
  return details === "filter_chain_not_found" && isGateway(pod) &&
    !serverName.startsWith("outbound_.");
}

/** Share of an edge's seconds of failure in which others must have failed as often. */
const SAME_FAILURES = 0.8;

/**
 * Whether an edge that only the receiver logged is traffic that its senders logged too: an address that
 * was translated on the way seems to be another sender. Its failures then fall into the same seconds.
 */
function isCountedBy({ unanswered, failures }: EdgeCounter, sent: readonly EdgeCounter[]): boolean {
  if (failures === 0 || unanswered.size === 0) return false;
  const same = [...unanswered].filter(([second, count]) =>
    [second - 1, second, second + 1].some((near) =>
      sent.reduce((sum, edge) => sum + (edge.unanswered.get(near) ?? 0), 0) >= count
    )
  );
  return same.length >= SAME_FAILURES * unanswered.size;
}

function sorted(edges: readonly (readonly [key: string, edge: EdgeCounter])[]): TrafficEdge[] {
  return edges.toSorted(([a], [b]) => compare(a, b)).map(([, edge]) => edge);
}

function counter(edges: Map<string, EdgeCounter>, ends: EdgeEnds): EdgeCounter {
  const key = edgeKey(ends);
  let edge = edges.get(key);
  if (!edge) edges.set(key, edge = new EdgeCounter(ends));
  return edge;
}

function edgeKey({ source, host, port, isTls }: EdgeEnds): string {
  const from = source === "external"
    ? source
    : `${source.namespace}/${source.name}/${source.kind}/${source.cluster}`;
  return `${from} ${host} ${port ?? ""} ${isTls}`;
}
