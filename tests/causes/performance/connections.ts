/** Rows of slowness: connections and their limits. @module */
import type { CaseParts, LogLine } from "../../cases/case_of.ts";
import { object, pod, service } from "../../cases/objects.ts";
import { CONNECTION, destinationRule, type Logs, meshWith, SLEEP, WEB } from "../row.ts";
import {
  BEGIN,
  clusterStatus,
  FAST,
  ISTIO_PROXY,
  LOST_ON_THE_WAY,
  maxConnections,
  podMetrics,
  requests,
  SIBLING,
  type SlownessRow,
  type Took,
} from "./requests.ts";

function counters(stats: Readonly<Record<string, number>>): object {
  return {
    host_statuses: [{
      address: { socket_address: { address: "10.0.0.2", port_value: 8080 } },
      stats: Object.entries(stats).map(([name, value]) => ({ name, value })),
    }],
  };
}

const ONE_CONNECTION = destinationRule({
  trafficPolicy: { connectionPool: { tcp: { maxConnections: 1 } } },
});

const ONE_REQUEST = destinationRule({
  trafficPolicy: { connectionPool: { http: { maxRequestsPerConnection: 1 } } },
});

const INBOUND_POOL = object("networking.istio.io/v1 Sidecar shop/limits", {
  workloadSelector: { labels: { app: "web" } },
  inboundConnectionPool: { tcp: { maxConnections: 1 } },
});

/** Requests that all begin at the same moment and take ever longer. */
const AT_ONCE = atOnce([1004, 1003], [4, 3]);

const AT_ONCE_AT_SERVER = atOnce([1004, 1003], [1003, 1002]);

function atOnce(client: Took, server: Took): Logs {
  return requests([5, {
    client,
    server,
    sent: { startMs: BEGIN },
    received: { startMs: BEGIN },
  }]);
}

/** The server's port as TCP, and a pod of it that does all the work. */
const OPAQUE = service("shop/web", { ports: [{ name: "tcp-web", port: 80, targetPort: 8080 }] });

const BUSY = pod("shop/web-1", {
  ip: "10.0.0.2",
  spec: {
    containers: [
      { name: "app", image: "app", resources: { limits: { cpu: "1" } } },
      ISTIO_PROXY,
    ],
  },
});

function connections(busy: number, idle: number): Logs {
  const to = (host: string, bytesSent: number): LogLine => ({
    ...CONNECTION,
    upstreamHost: `${host}:8080`,
    bytesSent,
    durationMs: 600_000,
  });
  return { "client/sleep-1": [to("10.0.0.2", busy), to("10.0.0.3", idle)] };
}

/** Two callers that may each send two requests at a time to one server. */
function twoCallers(busyMs: number): CaseParts {
  const calls = (begin: number, prefix: string): LogLine[] =>
    Array.from({ length: 8 }, (_, i) => ({
      requestId: `${prefix}-${i}`,
      startMs: begin + (i < 4 ? 10_000 * i : 50_000 + 5_000 * (i >> 1)),
      upstreamHost: "10.0.0.2:8080",
      durationMs: i < 4 ? 20 : busyMs + 2,
      upstreamMs: i < 4 ? 19 : busyMs + 1,
    }));
  const [first, second] = [calls(BEGIN, "a"), calls(BEGIN + 5, "b")];
  const received = [...first, ...second].map(({ upstreamHost: _, ...line }) => ({
    ...line,
    durationMs: line.durationMs! - 1,
    upstreamMs: line.upstreamMs! - 1,
  }));
  const limits = { circuit_breakers: { thresholds: [{ max_requests: 2 }] } };
  return {
    objects: meshWith(
      pod("client/sleep-2", { ip: "10.0.0.5" }),
      destinationRule({ trafficPolicy: { connectionPool: { http: { http2MaxRequests: 2 } } } }),
    ),
    logs: { "client/sleep-1": first, "client/sleep-2": second, "shop/web-1": received },
    files: { ...clusterStatus(limits), ...clusterStatus(limits, "client/sleep-2") },
  };
}

/** Large answers that take seconds, and what the caller's proxy counted meanwhile. */
function largeAnswers(paused: number): CaseParts {
  const large = { bytesSent: 20_000_000 };
  return {
    objects: meshWith(),
    logs: requests([5, { client: [4000, 20], server: [3990, 15], sent: large, received: large }]),
    files: {
      "proxies/client/sleep-1/stats.json": {
        stats: [{
          name: "cluster.outbound|80||web.upstream_flow_control_paused_reading_total",
          value: paused,
        }],
      },
    },
  };
}

/** A port without a protocol, and how many connections waited until it was guessed. */
function guessed(count: number): CaseParts {
  return {
    objects: [SLEEP, WEB, service("shop/web", { ports: [{ port: 80, targetPort: 8080 }] })],
    logs: FAST,
    files: {
      "proxies/client/sleep-1/stats.json": {
        stats: [{ name: "listener.0.0.0.0_80.downstream_pre_cx_timeout", value: count }],
      },
    },
  };
}

/** The rows. */
export const rows: readonly SlownessRow[] = [
  {
    cause: "MM-P04",
    fires: {
      objects: meshWith(ONE_CONNECTION),
      logs: AT_ONCE,
      files: clusterStatus(maxConnections(1)),
    },
    object: "DestinationRule/shop/web",
    near: {
      objects: meshWith(ONE_CONNECTION),
      logs: AT_ONCE,
      files: clusterStatus(maxConnections(100)),
    },
    nearly: "there is room for all of them",
  },
  {
    cause: "MM-P04",
    when: "at the server",
    fires: {
      objects: meshWith(INBOUND_POOL),
      logs: AT_ONCE_AT_SERVER,
      files: clusterStatus(maxConnections(1), "shop/web-1", "inbound|8080||"),
    },
    object: "Sidecar/shop/limits",
    near: {
      objects: meshWith(INBOUND_POOL),
      logs: requests([5, { client: [90, 89], server: [89, 88] }]),
      files: clusterStatus(maxConnections(1), "shop/web-1", "inbound|8080||"),
    },
    nearly: "one request comes after the other",
  },
  {
    cause: "MM-P05",
    fires: {
      objects: meshWith(ONE_REQUEST),
      logs: LOST_ON_THE_WAY,
      files: clusterStatus(counters({ cx_total: 200, rq_total: 200 })),
    },
    object: "DestinationRule/shop/web",
    near: {
      objects: meshWith(ONE_REQUEST),
      logs: FAST,
      files: clusterStatus(counters({ cx_total: 200, rq_total: 200 })),
    },
    nearly: "the handshakes cost nothing that can be felt",
  },
  {
    cause: "MM-P06",
    fires: {
      objects: [SLEEP, BUSY, SIBLING, OPAQUE, podMetrics("shop/web-1", { app: "950m" })],
      logs: connections(9_000_000, 1_000),
    },
    object: "Service/shop/web",
    near: {
      objects: [SLEEP, BUSY, SIBLING, OPAQUE, podMetrics("shop/web-1", { app: "950m" })],
      logs: connections(9_000_000, 8_000_000),
    },
    nearly: "both pods carry about the same",
  },
  {
    cause: "MM-P15",
    fires: twoCallers(900),
    object: "DestinationRule/shop/web",
    near: twoCallers(60),
    nearly: "the server carries all of them",
  },
  {
    cause: "MM-P17",
    fires: largeAnswers(40),
    object: "Pod/client/sleep-1",
    near: largeAnswers(0),
    nearly: "nobody was held back by a window",
  },
  {
    cause: "MM-P20",
    fires: guessed(12),
    object: "Service/shop/web",
    near: guessed(0),
    nearly: "the first bytes told in time",
  },
];
