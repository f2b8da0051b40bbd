import type { Question, SourceName } from "../connectivity/mod.ts";
import type { Workload } from "../mesh/mod.ts";
import type { TrafficEdge } from "./edge.ts";

/** The request that a question is about, where one kind of request of the edge is meant. */
export interface AskedRequest {
  /** HTTP method; `""` for connections. */
  readonly method: string;
  /** Path; `""` for connections. */
  readonly path: string;
}

/** The question whether, and how well, the source of an edge reaches its destination. */
export function questionAbout(edge: TrafficEdge, request?: AskedRequest): Question {
  const { source, host, port, isTls } = edge;
  const isHttp = request === undefined || request.method !== "";
  return {
    source: source === "external" ? source : namedBy(source),
    target: {
      host,
      ...(port === undefined ? {} : { port }),
      ...(source === "external" && (isHttp || isTls) ? { scheme: isTls ? "https" : "http" } : {}),
    },
    request: {
      ...(request?.method ? { method: request.method } : {}),
      ...(request?.path ? { path: request.path } : {}),
      headers: new Map(),
    },
  };
}

function namedBy({ name, namespace, cluster }: Workload): SourceName {
  return { name, namespace, cluster };
}

/** The same about all requests of the edge, of which one shows the way. */
export function questionAboutAll(edge: TrafficEdge, example: AskedRequest | undefined): Question {
  const question = questionAbout(edge, example);
  return { ...question, request: { ...question.request, isExample: true } };
}

/** The ends of an edge for sentences: `sleep.client → reviews.shop.svc.cluster.local:9080`. */
export function edgeLabel({ source, host, port }: TrafficEdge): string {
  const from = source === "external" ? "outside" : `${source.name}.${source.namespace}`;
  return `${from} → ${port === undefined ? host : `${host}:${port}`}`;
}
