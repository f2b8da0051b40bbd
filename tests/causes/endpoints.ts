/** Rows of the causes that lie behind the Service: pods, ports and addresses. @module */
import { endpointSlice, object, pod, service } from "../cases/objects.ts";
import {
  answered,
  type CauseRow,
  CONNECTION_REFUSED,
  destinationRule,
  type Logs,
  logs,
  meshWith,
  refused,
  SLEEP,
  times,
  unconnected,
  WEB,
  WEB_SERVICE,
} from "./row.ts";

const NO_HEALTHY = times(4, refused(503, "UH", "no_healthy_upstream"));
const EJECTS = {
  consecutive5xxErrors: 1,
  baseEjectionTime: "3m",
  maxEjectionPercent: 100,
};
const EJECTED = {
  logs: logs([...times(3, answered(500)), ...NO_HEALTHY], times(3, { code: 500 })),
};
const DEAD = { logs: logs(times(3, unconnected(CONNECTION_REFUSED, "10.9.9.9:8080"))) };
const REFUSED_INSIDE = logs(times(4, answered(503)), times(4, unconnected(CONNECTION_REFUSED)));
const MANUAL = service("shop/web", { selector: undefined });

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-C01",
    fires: {
      objects: [SLEEP, pod("shop/web-1", { ready: false }), WEB_SERVICE],
      logs: logs(NO_HEALTHY),
    },
    object: "Service/shop/web",
    near: { objects: meshWith(), logs: logs(NO_HEALTHY) },
    nearly: "a pod is ready by now",
  },
  {
    cause: "MM-C02",
    fires: {
      objects: [SLEEP, WEB, service("shop/web", { selector: { app: "wbe" } })],
      logs: logs(NO_HEALTHY),
    },
    object: "Service/shop/web",
    near: {
      objects: [SLEEP, pod("shop/web-1", { ready: false }), WEB_SERVICE],
      logs: logs(NO_HEALTHY),
    },
    nearly: "the selector matches a pod, although it is not ready",
  },
  {
    cause: "MM-C03",
    fires: {
      objects: [
        SLEEP,
        WEB,
        service("shop/web", { ports: [{ name: "http", port: 80, targetPort: "web" }] }),
      ],
      logs: logs(NO_HEALTHY),
    },
    object: "Service/shop/web",
    near: {
      objects: [
        SLEEP,
        WEB,
        service("shop/web", { ports: [{ name: "http", port: 80, targetPort: "http" }] }),
      ],
      logs: logs(NO_HEALTHY),
    },
    nearly: "the pod has a port of that name",
  },
  {
    cause: "MM-C29",
    fires: {
      objects: meshWith(destinationRule({ trafficPolicy: { outlierDetection: EJECTS } })),
      ...EJECTED,
    },
    object: "DestinationRule/shop/web",
    near: { objects: meshWith(destinationRule({ trafficPolicy: {} })), ...EJECTED },
    nearly: "nothing is ejected without outlierDetection",
  },
  {
    cause: "MM-C39",
    fires: external(false),
    object: "ServiceEntry/client/api",
    near: external(true),
    nearly: "the name resolves",
  },
  {
    cause: "MM-C52",
    fires: {
      objects: meshWith(),
      logs: logs(times(4, answered(503)), times(4, unconnected(CONNECTION_REFUSED))),
    },
    object: "Pod/shop/web-1",
    near: {
      objects: meshWith(),
      logs: logs(times(4, answered(503)), times(4, answered(503))),
    },
    nearly: "the application takes the connection and answers itself",
  },
  {
    cause: "MM-C52",
    when: "the application hangs",
    fires: {
      objects: meshWith(),
      logs: logs(times(4, answered(503)), times(4, unconnected("connection_timeout"))),
    },
    object: "Pod/shop/web-1",
    near: {
      objects: meshWith(),
      logs: logs(times(4, unconnected("connection_timeout")), []),
    },
    nearly: "the caller's own connection times out: the packets are lost on the way",
  },
  {
    cause: "MM-C54",
    fires: { objects: twoPods(), logs: fromTwo(503) },
    object: "Pod/shop/web-2",
    near: { objects: twoPods(), logs: fromTwo(404) },
    nearly: "the pod answers what it was asked for wrongly",
  },
  {
    cause: "MM-C56",
    fires: { objects: [SLEEP, MANUAL, endpointSlice("shop/web", ["10.9.9.9"])], ...DEAD },
    object: "EndpointSlice/shop/web-1",
    near: {
      objects: [
        SLEEP,
        pod("shop/web-1", { ip: "10.9.9.9" }),
        WEB_SERVICE,
        endpointSlice("shop/web", ["10.9.9.9"]),
      ],
      ...DEAD,
    },
    nearly: "the address is a pod's",
  },
  {
    cause: "MM-C57",
    fires: { objects: meshWith(sidecarTo("127.0.0.1:9999")), ...atLoopback("127.0.0.1:9999") },
    object: "Sidecar/shop/web",
    near: { objects: meshWith(sidecarTo("127.0.0.1:8080")), ...atLoopback("127.0.0.1:8080") },
    nearly: "the Sidecar names the application's own port",
  },
  {
    cause: "MM-C39",
    when: "and whose proxies' configuration was not read",
    fires: { ...external(false), dumps: false },
    object: "ServiceEntry/client/api",
    near: { ...external(true), dumps: false },
    nearly: "the name resolves",
  },
  {
    cause: "MM-C04",
    fires: listening("Listening on http://127.0.0.1:8080"),
    object: "Pod/shop/web-1",
    near: listening("Listening on http://0.0.0.0:8080"),
    nearly: "the application listens on every address",
  },
  {
    cause: "MM-C04",
    when: "as its arguments say",
    fires: startedWith("--bind=127.0.0.1:8080"),
    object: "Pod/shop/web-1",
    near: startedWith("--database-url=127.0.0.1:5432"),
    nearly: "the address is one that the application connects to",
  },
  {
    cause: "MM-C30",
    when: "as the log shows",
    fires: comingBack(4),
    object: "DestinationRule/shop/web",
    near: comingBack(1),
    nearly: "the endpoint came back once",
  },
  {
    cause: "MM-C30",
    fires: ejecting(12),
    object: "DestinationRule/shop/web",
    near: ejecting(1),
    nearly: "there was one ejection",
  },
];

function external(isResolved: boolean): CauseRow["fires"] {
  const envoyCluster = "outbound|80||api.example.com";
  const host_statuses = isResolved
    ? [{ address: { socket_address: { address: "203.0.113.1", port_value: 80 } } }]
    : [];
  return {
    to: "api.example.com:80",
    objects: meshWith(object("networking.istio.io/v1 ServiceEntry client/api", {
      hosts: ["api.example.com"],
      resolution: "DNS",
      ports: [{ number: 80, name: "http", protocol: "HTTP" }],
    })),
    proxy: ({ clusters, routes }) => {
      clusters.set(envoyCluster, { type: "STRICT_DNS" });
      routes.get("80")?.push({
        name: "api.example.com:80",
        domains: ["api.example.com", "api.example.com:80"],
        routes: [{ match: { prefix: "/" }, route: { cluster: envoyCluster } }],
      });
    },
    files: {
      "proxies/client/sleep-1/clusters.json": {
        cluster_statuses: [{ name: envoyCluster, host_statuses }],
      },
    },
    logs: logs(times(3, {
      ...refused(503, "UH", "no_healthy_upstream"),
      upstreamCluster: envoyCluster,
      authority: "api.example.com",
    })),
  };
}

function twoPods(): readonly object[] {
  return meshWith(pod("shop/web-2", { ip: "10.0.0.3" }));
}

/** Requests that the second pod answers with `code`, and the first one well. */
function fromTwo(code: number): Logs {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const isBad = (i: number) => i % 2 === 1;
  const received = ids.map((requestId, i) => ({ requestId, code: isBad(i) ? code : 200 }));
  return {
    "client/sleep-1": received,
    "shop/web-1": received.filter((_, i) => !isBad(i)),
    "shop/web-2": received.filter((_, i) => isBad(i)),
  };
}

function sidecarTo(defaultEndpoint: string): object {
  return object("networking.istio.io/v1 Sidecar shop/web", {
    workloadSelector: { labels: { app: "web" } },
    ingress: [{ port: { number: 8080, protocol: "HTTP", name: "http" }, defaultEndpoint }],
  });
}

function atLoopback(host: string): { readonly logs: Logs } {
  return {
    logs: logs(times(4, answered(503)), times(4, unconnected(CONNECTION_REFUSED, host))),
  };
}

function listening(said: string): CauseRow["fires"] {
  return {
    objects: meshWith(),
    logs: REFUSED_INSIDE,
    files: { "logs/shop/web-1/app.log": `starting\n${said}\n` },
  };
}

function startedWith(argument: string): CauseRow["fires"] {
  const containers = [
    { name: "app", image: "example.com/app:1", args: [argument] },
    { name: "istio-proxy", image: "istio/proxyv2:1.32.0", args: ["proxy", "sidecar"] },
  ];
  return {
    objects: [SLEEP, pod("shop/web-1", { ip: "10.0.0.2", spec: { containers } }), WEB_SERVICE],
    logs: REFUSED_INSIDE,
  };
}

/** Some errors, after which the caller's proxy has counted this many ejections. */
function ejecting(count: number): CauseRow["fires"] {
  const outlierDetection = { consecutive5xxErrors: 1, baseEjectionTime: "1s" };
  const name = "cluster.outbound|80||web.shop.svc.cluster.local.outlier_detection";
  return {
    objects: meshWith(destinationRule({ trafficPolicy: { outlierDetection } })),
    logs: logs([...times(3, answered(200)), refused(503, "UC", "upstream_reset{x}")]),
    files: {
      "proxies/client/sleep-1/stats.json": {
        stats: [{ name: `${name}.ejections_enforced_total`, value: count }],
      },
    },
  };
}

/** Requests to two pods, of which the second is out after each error and comes back this many times. */
function comingBack(count: number): CauseRow["fires"] {
  const outlierDetection = { consecutive5xxErrors: 1, baseEjectionTime: "1s" };
  const well = { ...answered(200), upstreamHost: "10.0.0.2:8080" };
  const badly = { ...refused(503, "UC", "upstream_reset{x}"), upstreamHost: "10.0.0.3:8080" };
  const rounds = Array.from({ length: count }, () => [badly, ...times(10, well)]).flat();
  return {
    objects: [...twoPods(), destinationRule({ trafficPolicy: { outlierDetection } })],
    logs: logs([...rounds, badly, { ...badly, upstreamHost: "10.0.0.2:8080" }]),
  };
}
