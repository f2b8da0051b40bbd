/** Requests that take their time, and what is measured of them: for the rows of slowness. @module */
import type { CaseParts, LogLine } from "../../cases/case_of.ts";
import { object, pod } from "../../cases/objects.ts";
import { http, listener } from "../../cases/proxy_files.ts";
import {
  answered,
  type CauseRow,
  GATEWAY_SERVICE,
  HOST,
  type Logs,
  times,
  WEB,
  WEB_SERVICE,
} from "../row.ts";

export type Files = NonNullable<CaseParts["files"]>;

/** How long a request takes at a proxy: to the last byte, and to the first. */
export type Took = readonly [totalMs: number, upstreamMs: number];

/** How long requests take at the caller's proxy and at the server's. */
export interface Timed {
  /** At the caller's. */
  readonly client?: Took;
  /** At the server's. */
  readonly server?: Took;
  /** What else is special about the caller's lines. */
  readonly sent?: LogLine;
  /** What else is special about the server's lines. */
  readonly received?: LogLine;
  /** Which pod answers; `web-1` at 10.0.0.2 where absent. */
  readonly by?: readonly [pod: string, ip: string];
}

/** The beginning of what is logged, within the last minute. */
export const BEGIN = Date.parse("2026-01-01T11:59:00Z");

/** The logs of some requests of sleep to web, one after the other, each `count` times. */
export function requests(...kinds: readonly (readonly [count: number, Timed])[]): Logs {
  const sent: LogLine[] = [];
  const received = new Map<string, LogLine[]>();
  for (const [count, timed] of kinds) {
    const { client = [5, 4], server = [4, 3], by: [id, ip] = ["shop/web-1", "10.0.0.2"] } = timed;
    for (let i = 0; i < count; i++) {
      const same = { requestId: `request-${sent.length}`, startMs: BEGIN + 100 * sent.length };
      sent.push({ ...line(client), upstreamHost: `${ip}:8080`, ...same, ...timed.sent });
      const lines = received.get(id) ?? [];
      received.set(id, [...lines, { ...line(server), ...same, ...timed.received }]);
    }
  }
  return { "client/sleep-1": sent, ...Object.fromEntries(received) };
}

export function line([durationMs, upstreamMs]: Took): LogLine {
  return { durationMs, upstreamMs };
}

/** Requests that the application answers after three seconds. */
export const SLOW_APPLICATION = requests([5, { client: [3003, 3002], server: [3001, 3000] }]);

/** Requests that lose a second between the proxies. */
export const LOST_ON_THE_WAY = requests([5, { client: [1004, 1003], server: [4, 3] }]);

/** Requests that are fast. */
export const FAST = requests([5, {}]);

/** A second pod of the same workload. */
export const SIBLING = pod("shop/web-2", { ip: "10.0.0.3", labels: { app: "web" } });

/** What the containers of a pod use. */
export function podMetrics(id: string, usage: Readonly<Record<string, string>>): object {
  return {
    ...object(`metrics.k8s.io/v1beta1 PodMetrics ${id}`, {}),
    containers: Object.entries(usage).map(([name, cpu]) => ({
      name,
      usage: { cpu, memory: "10Mi" },
    })),
  };
}

export const ISTIO_PROXY = { name: "istio-proxy", image: "proxy" };

export function limited(id: string, ip: string, limits: object, more: object = {}): object {
  return pod(id, {
    ip,
    spec: {
      containers: [
        { name: "app", image: "app", ports: [{ name: "http", containerPort: 8080 }] },
        { ...ISTIO_PROXY, resources: { limits } },
      ],
      ...more,
    },
  });
}

export const SLEEP_100M = limited("client/sleep-1", "10.0.0.1", { cpu: "100m" });

export const SLEEP_100MI = limited("client/sleep-1", "10.0.0.1", { memory: "100Mi" });

/** The answer of Prometheus to a query. */
export function answer(
  query: string,
  ...result: readonly (readonly [labels: Readonly<Record<string, string>>, value: string])[]
): object {
  return {
    query,
    data: {
      resultType: "vector",
      result: result.map(([metric, value]) => ({ metric, value: [1, value] })),
    },
  };
}

/** What Prometheus tells of calls: who, whom, and the median milliseconds by the sender and the receiver. */
export function measured(
  ...calls: readonly (readonly [from: string, to: string, sender: number, receiver: number])[]
): Files {
  const rows = calls.flatMap(([source_workload, to, sender, receiver]) =>
    ([["source", sender], ["destination", receiver]] as const).map(([reporter, ms]) =>
      [{
        reporter,
        source_workload,
        destination_workload: to,
        destination_service_name: to,
        destination_service_namespace: "shop",
      }, String(ms)] as const
    )
  );
  const query = "histogram_quantile(0.5, rate(istio_request_duration_milliseconds_bucket[5m]))";
  return { "prometheus/latency_p50_ms.json": answer(query, ...rows) };
}

const CLUSTER = "outbound|80||web.shop.svc.cluster.local";

/** What the caller's proxy says under `/clusters` of its way to web. */
export function clusterStatus(status: object, folder = "client/sleep-1", name = CLUSTER): Files {
  return {
    [`proxies/${folder}/clusters.json`]: { cluster_statuses: [{ name, ...status }] },
  };
}

/** A limit of connections, as it stands there. */
export function maxConnections(max_connections: number): object {
  return { circuit_breakers: { thresholds: [{ max_connections }] } };
}

/** Requests from outside that the gateway holds up. */
const HELD_AT_GATEWAY: Logs = {
  "istio-system/istio-ingressgateway-1": times(5, {
    ...answered(200),
    durationMs: 1004,
    upstreamMs: 4,
    path: "/buy",
    authority: HOST,
    downstreamLocal: "10.0.0.8:8080",
    upstreamCluster: CLUSTER,
  }),
  "shop/web-1": times(5, { durationMs: 4, upstreamMs: 3, downstreamRemote: "10.0.0.8:40000" }),
};

/** A gateway that holds requests up, with further objects. */
export function behindGateway(gateway: object, ...more: readonly object[]): CaseParts {
  return {
    from: "external",
    to: `http://${HOST}/`,
    objects: [gateway, GATEWAY_SERVICE, WEB, WEB_SERVICE, ...more],
    logs: HELD_AT_GATEWAY,
    proxy: ({ listeners, routes }) => {
      listeners.set(
        "0.0.0.0_8080",
        listener("0.0.0.0", 8080, { filter_chains: [http("http.8080")] }),
      );
      routes.set("http.8080", [{
        name: `${HOST}:80`,
        domains: [HOST],
        routes: [{ name: "buy", match: { path: "/buy" }, route: { cluster: CLUSTER } }],
      }]);
    },
  };
}

/** A row of a cause of slowness. */
export interface SlownessRow extends CauseRow {
  /** Whether another cause comes before it: it makes that one worse. */
  readonly isSecond?: true;
}
