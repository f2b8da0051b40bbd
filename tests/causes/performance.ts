/** Rows of the causes of slowness. @module */
import type { CaseParts, LogLine } from "../cases/case_of.ts";
import { http, listener, type ProxyParts } from "../cases/proxy_files.ts";
import { object, pod, service } from "../cases/objects.ts";
import {
  answered,
  type CauseRow,
  CONNECTION,
  destinationRule,
  GATEWAY_POD,
  GATEWAY_SERVICE,
  HOST,
  type Logs,
  meshWith,
  refused,
  SLEEP,
  times,
  toWeb,
  virtualService,
  WEB,
  WEB_SERVICE,
} from "./row.ts";

type Files = NonNullable<CaseParts["files"]>;

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
const BEGIN = Date.parse("2026-01-01T11:59:00Z");

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

function line([durationMs, upstreamMs]: Took): LogLine {
  return { durationMs, upstreamMs };
}

/** Requests that the application answers after three seconds. */
export const SLOW_APPLICATION = requests([5, { client: [3003, 3002], server: [3001, 3000] }]);

/** Requests that lose a second between the proxies. */
export const LOST_ON_THE_WAY = requests([5, { client: [1004, 1003], server: [4, 3] }]);

/** Requests that lose a second in the server's proxy before they get to the application. */
const HELD_AT_SERVER = requests([5, { client: [1004, 1003], server: [1002, 3] }]);

/** Requests that are fast. */
export const FAST = requests([5, {}]);

/** A second pod of the same workload. */
const SIBLING = pod("shop/web-2", { ip: "10.0.0.3", labels: { app: "web" } });
const AT_SIBLING = { by: ["shop/web-2", "10.0.0.3"] } as const;

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

const ISTIO_PROXY = { name: "istio-proxy", image: "proxy" };

function limited(id: string, ip: string, limits: object, more: object = {}): object {
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

const SLEEP_100M = limited("client/sleep-1", "10.0.0.1", { cpu: "100m" });
const SLEEP_10M = limited("client/sleep-1", "10.0.0.1", { cpu: "10m" });
const SLEEP_100MI = limited("client/sleep-1", "10.0.0.1", { memory: "100Mi" });

function gatewayPod(limits: object): object {
  return pod("istio-system/istio-ingressgateway-1", {
    ip: "10.0.0.8",
    gateway: true,
    labels: { istio: "ingressgateway" },
    spec: { containers: [{ ...ISTIO_PROXY, args: ["proxy", "router"], resources: { limits } }] },
  });
}

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

const THROTTLED_QUERY = "rate(container_cpu_cfs_throttled_periods_total[5m]) / " +
  "rate(container_cpu_cfs_periods_total[5m])";

function throttled(share: string): Files {
  const labels = { namespace: "shop", pod: "web-1", container: "istio-proxy" };
  return { "prometheus/throttled.json": answer(THROTTLED_QUERY, [labels, share]) };
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

const TRIED = virtualService({
  http: [{ timeout: "1s", retries: { attempts: 3, perTryTimeout: "500ms" }, route: [toWeb()] }],
});
const TRIES = { retry_on: "5xx", num_retries: 3, per_try_timeout: "0.5s" };
const TIMED_OUT: Logs = {
  "client/sleep-1": times(3, { ...refused(504, "UT", "response_timeout"), durationMs: 1001 }),
};

/** A route of a proxy with a timeout of its own, as a VirtualService of that name makes it. */
function routeWith(
  host: string,
  timeout: string,
  retry_policy?: object,
): (parts: ProxyParts) => void {
  const config = `/apis/networking.istio.io/v1/namespaces/shop/virtual-service/${host}`;
  return ({ routes }) => {
    for (const virtualHost of [...routes.values()].flat()) {
      if (!virtualHost.name.startsWith(`${host}.`)) continue;
      virtualHost.routes = [{
        name: "default",
        match: { prefix: "/" },
        route: { cluster: `outbound|80||${host}.shop.svc.cluster.local`, timeout, retry_policy },
        metadata: { filter_metadata: { istio: { config } } },
      }];
    }
  };
}

/** Web calls `api` for each request, and its caller gives up after a second. */
function nested(innerTimeout: string): CaseParts {
  const at = (i: number) => BEGIN + 5000 * i;
  return {
    objects: meshWith(
      pod("shop/api-1", { ip: "10.0.0.4" }),
      service("shop/api", { clusterIP: "10.1.0.9" }),
      virtualService({ http: [{ timeout: "1s", route: [toWeb()] }] }),
    ),
    proxy: routeWith("web", "1s"),
    servers: routeWith("api", innerTimeout),
    logs: {
      "client/sleep-1": [0, 1, 2].map((i) => ({
        ...refused(504, "UT", "response_timeout"),
        startMs: at(i),
        durationMs: 1000,
        upstreamHost: "10.0.0.2:8080",
      })),
      "shop/web-1": [0, 1, 2].flatMap((i) => [
        {
          startMs: at(i) + 1,
          requestId: `request-${i}`,
          durationMs: 999,
          code: 0,
          flags: ["DC"],
          details: "downstream_remote_disconnect",
        },
        {
          startMs: at(i) + 2,
          requestId: `request-${i}`,
          durationMs: 3000,
          authority: "api",
          upstreamCluster: "outbound|80||api.shop.svc.cluster.local",
          upstreamHost: "10.0.0.4:8080",
          downstreamLocal: "10.1.0.9:80",
          downstreamRemote: "10.0.0.2:40000",
        },
      ]),
    },
  };
}

/** Web calls a service outside the mesh, which takes so long. */
function waitsOutside(ms: number): CaseParts {
  const at = (i: number) => BEGIN + 5000 * i;
  const took = (more: number) => ({ durationMs: ms + more, upstreamMs: ms + more });
  return {
    objects: meshWith(object("networking.istio.io/v1 ServiceEntry shop/api", {
      hosts: ["api.example.com"],
      ports: [{ number: 443, name: "http", protocol: "HTTP" }],
      resolution: "DNS",
    })),
    logs: {
      "client/sleep-1": [0, 1, 2].map((i) => ({ startMs: at(i), ...took(10) })),
      "shop/web-1": [0, 1, 2].flatMap((i) => [
        { startMs: at(i) + 1, requestId: `request-${i}`, ...took(8) },
        {
          startMs: at(i) + 3,
          requestId: `request-${i}`,
          ...took(0),
          authority: "api.example.com",
          upstreamCluster: "outbound|443||api.example.com",
          upstreamHost: "192.0.2.7:443",
          downstreamLocal: "192.0.2.7:443",
          downstreamRemote: "10.0.0.2:40000",
        },
      ]),
    },
  };
}

/** Requests of which each reaches the server several times. */
function tried(count: number): Logs {
  const at = (i: number, ms: number) => BEGIN + 5000 * i + ms;
  return {
    "client/sleep-1": [0, 1, 2, 3].map((i) => ({
      startMs: at(i, 0),
      durationMs: 1210,
      upstreamMs: 1209,
    })),
    "shop/web-1": [0, 1, 2, 3].flatMap((i) =>
      Array.from({ length: count }, (_, n) => ({
        requestId: `request-${i}`,
        startMs: at(i, 1 + 1200 / count * n),
        durationMs: 1200 / count - 1,
        upstreamMs: 1200 / count - 1,
        ...(n < count - 1 ? { code: 503 } : {}),
      }))
    ),
  };
}

const ZONE = "topology.kubernetes.io/zone";

/** Two pods in two zones, of which the far one takes so long on the way. */
function zones(farMs: number): CaseParts {
  const node = (name: string, zone: string) =>
    object(`v1 Node ${name}`, {}, { labels: { [ZONE]: zone } });
  return {
    objects: [
      node("near", "a"),
      node("far", "b"),
      pod("client/sleep-1", { ip: "10.0.0.1", spec: { nodeName: "near" } }),
      pod("shop/web-1", { ip: "10.0.0.2", spec: { nodeName: "near" } }),
      pod("shop/web-2", { ip: "10.0.0.3", labels: { app: "web" }, spec: { nodeName: "far" } }),
      WEB_SERVICE,
    ],
    logs: requests([4, {}], [4, { client: [farMs, farMs], ...AT_SIBLING }]),
  };
}

/** The autoscaler of a workload. */
function autoscaler(id: string, spec: object, status: object = {}): object {
  return { ...object(`autoscaling/v2 HorizontalPodAutoscaler ${id}`, spec), status };
}

const BY_POD_CPU = autoscaler("shop/web", {
  scaleTargetRef: { kind: "ReplicaSet", name: "web" },
  metrics: [{
    type: "Resource",
    resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 60 } },
  }],
});

/** A server whose application has a small share of the CPU that its pod requests. */
function scaled(usage: Readonly<Record<string, string>>): CaseParts {
  const resources = (cpu: string) => ({ resources: { requests: { cpu }, limits: { cpu } } });
  const web = pod("shop/web-1", {
    ip: "10.0.0.2",
    spec: {
      containers: [
        { name: "app", image: "app", ...resources("200m") },
        { ...ISTIO_PROXY, ...resources("1") },
      ],
    },
  });
  return {
    objects: [SLEEP, web, WEB_SERVICE, BY_POD_CPU, podMetrics("shop/web-1", usage)],
    logs: SLOW_APPLICATION,
  };
}

/** A filter on the server's way in. */
function inbound(
  name: string,
  message: string,
  settings: object = {},
): (parts: ProxyParts) => void {
  const type = `type.googleapis.com/envoy.extensions.filters.http.${message}`;
  const filter = {
    name: `envoy.filters.http.${name}`,
    typed_config: { "@type": type, ...settings },
  };
  return ({ listeners }) => {
    listeners.set(
      "virtualInbound",
      listener("0.0.0.0", 15006, { filter_chains: [http("inbound|8080||", [filter])] }),
    );
  };
}

const ASKS_AUTHORIZER = inbound("ext_authz", "ext_authz.v3.ExtAuthz");
const DELAYS = inbound("fault", "fault.v3.HTTPFault", {
  delay: { fixed_delay: "1s", percentage: { numerator: 100 } },
});
const FAULTLESS = inbound("fault", "fault.v3.HTTPFault");
const DELAYING = object("networking.istio.io/v1alpha3 EnvoyFilter shop/delay", {
  workloadSelector: { labels: { app: "web" } },
  configPatches: [{ applyTo: "HTTP_FILTER" }],
});
const CUSTOM = object("security.istio.io/v1 AuthorizationPolicy shop/ask", {
  selector: { matchLabels: { app: "web" } },
  action: "CUSTOM",
  provider: { name: "ext" },
  rules: [{}],
});

/** A proxy with so many Envoy clusters and so much memory. */
function memory(clusters: number, bytes: number): CaseParts {
  return {
    objects: [SLEEP_100MI, WEB, WEB_SERVICE],
    logs: FAST,
    proxy: (parts) => {
      for (let i = 0; i < clusters; i++) parts.clusters.set(`outbound|80||other-${i}.test`, {});
    },
    files: {
      "proxies/client/sleep-1/stats.json": {
        stats: [{ name: "server.memory_allocated", value: bytes }],
      },
    },
  };
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

/** A proxy whose memory is nearly used up and that counts so many series. */
function series(count: number): CaseParts {
  const stats = Array.from({ length: count }, (_, i) => ({
    name: `istiocustom.istio_requests_total.request_path.=.${i}`,
    value: 1,
  }));
  const tags = { request_path: { value: "request.path" } };
  return {
    objects: [
      SLEEP_100MI,
      WEB,
      WEB_SERVICE,
      object("telemetry.istio.io/v1 Telemetry client/paths", {
        metrics: [{ overrides: [{ tagOverrides: tags }] }],
      }),
    ],
    logs: FAST,
    files: {
      "proxies/client/sleep-1/stats.json": {
        stats: [{ name: "server.memory_allocated", value: 95 * 2 ** 20 }, ...stats],
      },
    },
  };
}

/** A proxy without CPU that traces such a share of its requests, in per cent. */
function sampled(randomSamplingPercentage: number): CaseParts {
  return {
    objects: [
      SLEEP_100M,
      WEB,
      WEB_SERVICE,
      podMetrics("client/sleep-1", { "istio-proxy": "95m" }),
      object("telemetry.istio.io/v1 Telemetry istio-system/default", {
        tracing: [{ randomSamplingPercentage }],
      }),
    ],
    logs: LOST_ON_THE_WAY,
  };
}

/** Requests some of which wait for a name server, and what that one says of itself. */
function lookups(steps: number, seconds: string): CaseParts {
  const query = "histogram_quantile(0.99, rate(coredns_dns_request_duration_seconds_bucket[5m]))";
  return {
    objects: meshWith(),
    logs: requests([6, {}], [4, { client: [steps + 3, steps + 2], server: [steps + 1, steps] }]),
    files: { "prometheus/coredns_p99.json": answer(query, [{}, seconds]) },
  };
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

/** An ambient node whose ztunnel uses so much of its CPU. */
function ztunnel(cpu: string): CaseParts {
  const node = { nodeName: "node-1" };
  const limits = { resources: { limits: { cpu: "200m" } } };
  return {
    objects: [
      SLEEP,
      pod("shop/web-1", { ip: "10.0.0.2", spec: node }),
      WEB_SERVICE,
      pod("istio-system/ztunnel-abcde", {
        ip: "10.0.0.6",
        proxy: false,
        labels: { app: "ztunnel" },
        spec: { ...node, containers: [{ ...ISTIO_PROXY, ...limits }] },
      }),
      podMetrics("istio-system/ztunnel-abcde", { "istio-proxy": cpu }),
    ],
    logs: FAST,
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

/** A row of a cause of slowness. */
export interface SlownessRow extends CauseRow {
  /** Whether another cause comes before it: it makes that one worse. */
  readonly isSecond?: true;
}

/** The rows. */
export const rows: readonly SlownessRow[] = [
  {
    cause: "MM-C47",
    fires: { objects: meshWith(TRIED), dumps: false, logs: tried(3) },
    object: "VirtualService/shop/web",
    near: { objects: meshWith(TRIED), dumps: false, logs: tried(1) },
    nearly: "each request reaches the server once",
  },
  {
    cause: "MM-C55",
    fires: {
      objects: meshWith(SIBLING),
      logs: requests([6, { client: [802, 801], server: [801, 800] }], [6, AT_SIBLING]),
    },
    object: "Pod/shop/web-1",
    near: {
      objects: meshWith(SIBLING),
      logs: requests(
        [6, { client: [802, 801], server: [801, 800] }],
        [6, { client: [802, 801], server: [801, 800], ...AT_SIBLING }],
      ),
    },
    nearly: "both pods are slow",
  },
  {
    cause: "MM-P01",
    fires: {
      objects: [
        SLEEP_100M,
        WEB,
        WEB_SERVICE,
        podMetrics("client/sleep-1", { "istio-proxy": "95m" }),
      ],
      logs: LOST_ON_THE_WAY,
    },
    object: "ReplicaSet/client/sleep",
    near: {
      objects: [
        SLEEP_100M,
        WEB,
        WEB_SERVICE,
        podMetrics("client/sleep-1", { "istio-proxy": "20m" }),
      ],
      logs: LOST_ON_THE_WAY,
    },
    nearly: "the proxy uses little of its limit",
  },
  {
    cause: "MM-P01",
    when: "and Prometheus saw it throttled",
    fires: { objects: meshWith(), logs: FAST, files: throttled("0.4") },
    object: "Pod/shop/web-1",
    near: { objects: meshWith(), logs: FAST, files: throttled("0.02") },
    nearly: "it is throttled now and then",
  },
  {
    cause: "MM-P01",
    when: "and nobody measured, but hardly any CPU is allowed",
    fires: { objects: [SLEEP_10M, WEB, WEB_SERVICE], logs: LOST_ON_THE_WAY },
    object: "Pod/client/sleep-1",
    near: { objects: [SLEEP_10M, WEB, WEB_SERVICE], logs: FAST },
    nearly: "it is fast all the same",
  },
  {
    cause: "MM-P02",
    fires: { objects: meshWith(), logs: SLOW_APPLICATION },
    object: "ReplicaSet/shop/web",
    near: { objects: meshWith(), logs: requests([40, {}], [1, { client: [900, 899] }]) },
    nearly: "one request of many is slow",
  },
  {
    cause: "MM-P02",
    when: "outside",
    fires: waitsOutside(3000),
    object: "ServiceEntry/shop/api",
    near: waitsOutside(30),
    nearly: "the service outside is fast",
  },
  {
    cause: "MM-P02",
    when: "and only metrics show it",
    fires: { objects: meshWith(), files: measured(["sleep", "web", 3000, 2900]) },
    object: "ReplicaSet/shop/web",
    near: { objects: meshWith(), files: measured(["sleep", "web", 200, 190]) },
    nearly: "the time is usual for what it does",
  },
  {
    cause: "MM-P03",
    when: "and only metrics show it",
    fires: { objects: meshWith(), files: measured(["sleep", "web", 3000, 20]) },
    object: "Service/shop/web",
    near: { objects: meshWith(), files: measured(["sleep", "web", 750, 375]) },
    nearly: "both figures may stand for requests of 500 ms",
  },
  {
    cause: "MM-P03",
    fires: { objects: meshWith(), logs: LOST_ON_THE_WAY },
    object: "Pod/client/sleep-1",
    near: { objects: meshWith(), logs: requests([5, { client: [60, 59] }]) },
    nearly: "the way takes no longer than a delayed acknowledgement",
  },
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
    cause: "MM-P07",
    fires: memory(600, 95 * 2 ** 20),
    object: "Pod/client/sleep-1",
    near: memory(600, 40 * 2 ** 20),
    nearly: "there is memory left",
  },
  {
    cause: "MM-P08",
    fires: series(3000),
    object: "Telemetry/client/paths",
    near: series(300),
    nearly: "there are few series",
  },
  {
    cause: "MM-P09",
    isSecond: true,
    fires: sampled(100),
    object: "Telemetry/istio-system/default",
    near: sampled(1),
    nearly: "one request of a hundred is traced",
  },
  {
    cause: "MM-P10",
    fires: { objects: meshWith(TRIED), logs: TIMED_OUT, proxy: routeWith("web", "1s", TRIES) },
    object: "VirtualService/shop/web",
    near: { objects: meshWith(TRIED), logs: TIMED_OUT, proxy: routeWith("web", "3s", TRIES) },
    nearly: "all tries fit into the timeout",
  },
  {
    cause: "MM-P10",
    when: "for a call that the server waits for",
    fires: nested("10s"),
    object: "VirtualService/shop/web",
    near: nested("0.5s"),
    nearly: "the call behind it is given up first",
  },
  {
    cause: "MM-P11",
    fires: zones(400),
    object: "Service/shop/web",
    near: zones(30),
    nearly: "the other zone is near",
  },
  {
    cause: "MM-P12",
    fires: scaled({ app: "190m", "istio-proxy": "50m" }),
    object: "HorizontalPodAutoscaler/shop/web",
    near: scaled({ app: "190m", "istio-proxy": "900m" }),
    nearly: "the target is reached, so that pods are added",
  },
  {
    cause: "MM-P13",
    fires: lookups(5010, "2"),
    object: "ReplicaSet/shop/web",
    near: lookups(5010, "0.002"),
    nearly: "nothing but the time looks like a lookup",
  },
  {
    cause: "MM-P14",
    fires: { objects: meshWith(CUSTOM), logs: HELD_AT_SERVER, servers: ASKS_AUTHORIZER },
    object: "AuthorizationPolicy/shop/ask",
    near: { objects: meshWith(CUSTOM), logs: SLOW_APPLICATION, servers: ASKS_AUTHORIZER },
    nearly: "the time passes in the application",
  },
  {
    cause: "MM-P14",
    when: "by intent",
    fires: { objects: meshWith(DELAYING), logs: HELD_AT_SERVER, servers: DELAYS },
    object: "EnvoyFilter/shop/delay",
    near: { objects: meshWith(DELAYING), logs: HELD_AT_SERVER, servers: FAULTLESS },
    nearly: "the filter that every sidecar has does nothing",
  },
  {
    cause: "MM-P15",
    fires: twoCallers(900),
    object: "DestinationRule/shop/web",
    near: twoCallers(60),
    nearly: "the server carries all of them",
  },
  {
    cause: "MM-P16",
    fires: behindGateway(
      gatewayPod({ cpu: "1" }),
      podMetrics("istio-system/istio-ingressgateway-1", { "istio-proxy": "950m" }),
    ),
    object: "ReplicaSet/istio-system/istio-ingressgateway",
    near: behindGateway(GATEWAY_POD),
    nearly: "nothing says that its pods are at their limit",
  },
  {
    cause: "MM-P17",
    fires: largeAnswers(40),
    object: "Pod/client/sleep-1",
    near: largeAnswers(0),
    nearly: "nobody was held back by a window",
  },
  {
    cause: "MM-P18",
    fires: ztunnel("190m"),
    object: "Node//node-1",
    near: ztunnel("20m"),
    nearly: "it has CPU left",
  },
  {
    cause: "MM-P20",
    fires: guessed(12),
    object: "Service/shop/web",
    near: guessed(0),
    nearly: "the first bytes told in time",
  },
];
