import { compare, type GraphEdge, type GraphRoute, type GraphTraffic } from "../core/mod.ts";

interface Growing {
  readonly from: string;
  readonly to: string;
  readonly kind: GraphEdge["kind"];
  readonly routes: GraphRoute[];
  tls: GraphEdge["tls"];
  traffic: GraphTraffic | undefined;
}

/** Edges while they are gathered: one for each pair of ends and kind. */
export class Edges {
  readonly #edges = new Map<string, Growing>();

  /** Adds an edge, or returns the one that is there. */
  between(from: string, to: string, kind: GraphEdge["kind"]): void {
    this.#edge(from, to, kind);
  }

  /** Whether there is such an edge. */
  has(from: string, to: string, kind: GraphEdge["kind"]): boolean {
    return this.#edges.has(`${from} ${to} ${kind}`);
  }

  /** Adds a route along an edge. */
  route(from: string, to: string, kind: "route" | "selects", route: GraphRoute): void {
    this.#edge(from, to, kind).routes.push(route);
  }

  /** Adds traffic along an edge; of several kinds of it counts add up and the slowest remains. */
  traffic(from: string, to: string, kind: GraphEdge["kind"], traffic: GraphTraffic): void {
    const edge = this.#edge(from, to, kind);
    edge.traffic = edge.traffic ? sum(edge.traffic, traffic) : traffic;
  }

  /** Says how the ends of an edge speak. */
  tls(from: string, to: string, kind: GraphEdge["kind"], tls: GraphEdge["tls"]): void {
    this.#edge(from, to, kind).tls = tls;
  }

  /** All edges, in the order of their ends. */
  all(): GraphEdge[] {
    return [...this.#edges.values()].map(({ tls, traffic, ...edge }) => ({
      ...edge,
      ...(tls ? { tls } : {}),
      ...(traffic ? { traffic } : {}),
    })).sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.kind, b.kind));
  }

  #edge(from: string, to: string, kind: GraphEdge["kind"]): Growing {
    const key = `${from} ${to} ${kind}`;
    let edge = this.#edges.get(key);
    if (!edge) {
      this.#edges.set(
        key,
        edge = { from, to, kind, routes: [], tls: undefined, traffic: undefined },
      );
    }
    return edge;
  }
}

function sum(a: GraphTraffic, b: GraphTraffic): GraphTraffic {
  const slower = (x: number | undefined, y: number | undefined) =>
    x === undefined ? y : y === undefined ? x : Math.max(x, y);
  const p50Ms = slower(a.p50Ms, b.p50Ms), p99Ms = slower(a.p99Ms, b.p99Ms);
  return {
    requests: a.requests + b.requests,
    failures: a.failures + b.failures,
    ...(p50Ms === undefined ? {} : { p50Ms }),
    ...(p99Ms === undefined ? {} : { p99Ms }),
  };
}
