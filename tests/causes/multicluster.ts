/** Rows of the causes that lie between clusters. @module */
import type { CaseParts } from "../cases/case_of.ts";
import { endpointSlice, meshConfig, object, pod, service } from "../cases/objects.ts";
import {
  type CauseRow,
  CONNECTION_REFUSED,
  destinationRule,
  logs,
  meshWith,
  NO_CLUSTER,
  NOT_VERIFIED,
  refused,
  SLEEP,
  times,
  toWeb,
  unconnected,
  virtualService,
  WEB,
  WEB_SERVICE,
} from "./row.ts";

const NO_HEALTHY = logs(times(3, refused(503, "UH", "no_healthy_upstream")));
const HOME = { id: "home", secretName: "", syncStatus: "synced" };
const WEST = { id: "west", secretName: "istio-system/istio-remote-secret-west" };
const SYNCED = { ...WEST, syncStatus: "synced" };
const ISTIOD = pod("istio-system/istiod-1", { labels: { app: "istiod" }, proxy: false });

/** The address of the west's east-west gateway. */
const GATEWAY = "203.0.113.7";
const GATEWAY_SERVICE = eastWestGateway({ "topology.istio.io/network": "net-west" }, GATEWAY);
const NETWORKZ = [{ Network: "net-west", Cluster: "west", Addr: GATEWAY, Port: 15443 }];
const TIMED_OUT = { ...unconnected(""), details: reset("connection_timeout") };

const DESTINATION_RULE = destinationRule({
  subsets: [{ name: "v2", labels: { version: "v2" } }],
});

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-M01",
    fires: inWest({ clusterz: [HOME] }),
    object: "Secret/istio-system/istio-remote-secret-west",
    near: inWest({ clusterz: [HOME, SYNCED] }),
    nearly: "istiod reads the cluster",
  },
  {
    cause: "MM-M01",
    when: "whose remote secret lacks the label",
    fires: {
      ...inWest({ clusterz: [HOME], objects: [SLEEP, WEB_SERVICE, remoteSecret({})] }),
      clusters: {},
    },
    object: "Secret/istio-system/west-credentials",
    near: {
      ...inWest({
        clusterz: [HOME, SYNCED],
        objects: [SLEEP, WEB_SERVICE, remoteSecret({ "istio/multiCluster": "true" })],
      }),
      clusters: {},
    },
    nearly: "the secret has the label and istiod reads the cluster",
  },
  {
    cause: "MM-M01",
    when: "that istiod has read before",
    fires: {
      ...inWest({ clusterz: [HOME], files: { "istiod/metrics.prom": syncStates(0) } }),
      clusters: {},
    },
    object: "Secret/istio-system/istio-remote-secret-west",
    near: {
      ...inWest({
        clusterz: [HOME],
        objects: [SLEEP, WEB_SERVICE, pod("shop/web-1", { labels: { app: "webb" } })],
        files: { "istiod/metrics.prom": syncStates(0) },
      }),
      clusters: {},
    },
    nearly: "the caller's cluster has pods that seem meant",
  },
  {
    cause: "MM-M02",
    fires: inWest({
      clusterz: [HOME, { ...WEST, syncStatus: "timeout" }],
      files: {
        "istiod/istiod.log": watchError(
          'failed to list *v1.Pod: Get "https://10.9.9.9:6443/api/v1/pods": dial tcp 10.9.9.9:6443: i/o timeout',
        ),
      },
    }),
    object: "Secret/istio-system/istio-remote-secret-west",
    near: inWest({ clusterz: [HOME, SYNCED] }),
    nearly: "istiod reads the cluster",
  },
  {
    cause: "MM-M03",
    fires: inWest({
      clusterz: [HOME, { ...WEST, syncStatus: "timeout" }],
      files: { "istiod/istiod.log": watchError("failed to list *v1.Pod: Unauthorized") },
    }),
    object: "Secret/istio-system/istio-remote-secret-west",
    near: inWest({
      clusterz: [HOME, { ...WEST, syncStatus: "timeout" }],
      files: { "istiod/istiod.log": watchError("failed to list *v1.Pod: x509: unknown authority") },
    }),
    nearly: "the API server is not trusted, and never saw the credentials",
  },
  {
    cause: "MM-M03",
    when: "where the log does not name the cluster",
    fires: inWest({
      clusterz: [HOME, { ...WEST, syncStatus: "syncing" }],
      files: { "istiod/istiod.log": "error\tklog\tfailed to list *v1.Namespace: Unauthorized\n" },
    }),
    object: "Secret/istio-system/istio-remote-secret-west",
    near: inWest({
      clusterz: [
        HOME,
        { ...WEST, syncStatus: "syncing" },
        { id: "east", secretName: "istio-system/istio-remote-secret-east", syncStatus: "syncing" },
      ],
      files: { "istiod/istiod.log": "error\tklog\tfailed to list *v1.Namespace: Unauthorized\n" },
    }),
    nearly: "it may be any of several clusters",
  },
  {
    cause: "MM-M03",
    when: "after the endpoints have become stale",
    fires: {
      ...direct({ log: unconnected("delayed_connect_error:_No_route_to_host", "10.8.0.99:8080") }),
      proxy: ({ endpoints }) => send(endpoints, "10.8.0.99:8080"),
      files: {
        ...multicluster([HOME, SYNCED], []),
        "istiod/istiod.log": watchError("failed to list *v1.Pod: Unauthorized"),
      },
    },
    object: "Secret/istio-system/istio-remote-secret-west",
    near: {
      ...direct({ log: TIMED_OUT, networks: ["net-home", "net-west"] }),
      files: {
        ...multicluster([HOME, SYNCED], []),
        "istiod/istiod.log": watchError("failed to list *v1.Secret: secrets is forbidden"),
      },
    },
    nearly: "the pods at the addresses are there",
  },
  {
    cause: "MM-M04",
    fires: throughGateway(unconnected(NOT_VERIFIED, `${GATEWAY}:15443`)),
    object: "Secret/istio-system/cacerts",
    near: throughGateway({ ...TIMED_OUT, upstreamHost: `${GATEWAY}:15443` }),
    nearly: "no handshake took place",
  },
  {
    cause: "MM-M05",
    fires: direct({
      log: TIMED_OUT,
      networks: ["net-home", "net-west"],
      west: [eastWestGateway({ "topology.istio.io/network": "net-west" })],
    }),
    object: "Service/istio-system/istio-eastwestgateway",
    near: direct({
      log: unconnected(CONNECTION_REFUSED, "10.8.0.2:8080"),
      networks: ["net-home", "net-west"],
      west: [eastWestGateway({ "topology.istio.io/network": "net-west" })],
    }),
    nearly: "the pod is reached, and refuses",
  },
  {
    cause: "MM-M06",
    fires: direct({
      log: TIMED_OUT,
      networks: ["net-home", "net-west"],
      west: [eastWestGateway({}, GATEWAY)],
    }),
    object: "Service/istio-system/istio-eastwestgateway",
    near: direct({
      log: TIMED_OUT,
      networks: ["net-home", "net-home"],
      west: [eastWestGateway({}, GATEWAY)],
    }),
    nearly: "the pods are taken to be in the caller's network",
  },
  {
    cause: "MM-M07",
    fires: direct({
      log: TIMED_OUT,
      networks: ["net-home", undefined],
      west: [GATEWAY_SERVICE],
      networkz: NETWORKZ,
    }),
    object: "Namespace//istio-system",
    near: direct({
      log: TIMED_OUT,
      networks: ["net-home", "net-west"],
      west: [eastWestGateway({}, GATEWAY)],
    }),
    nearly: "both are labelled, and the gateway is not",
  },
  {
    cause: "MM-M08",
    fires: throughGateway(unconnected(CONNECTION_REFUSED, `${GATEWAY}:15443`)),
    object: "Service/istio-system/istio-eastwestgateway",
    near: throughGateway(
      unconnected(CONNECTION_REFUSED, `${GATEWAY}:15443`),
      crossNetworkGateway(["*.local"]),
      ISTIOD,
    ),
    nearly: "a Gateway exposes the service",
  },
  {
    cause: "MM-M08",
    when: "whose Gateway has other hosts",
    fires: throughGateway(
      unconnected("connection_termination", `${GATEWAY}:15443`),
      crossNetworkGateway(["*.billing.svc.cluster.local"]),
      ISTIOD,
    ),
    object: "Gateway/istio-system/cross-network-gateway",
    near: throughGateway({ ...TIMED_OUT, upstreamHost: `${GATEWAY}:15443` }),
    nearly: "the gateway is not reached at all",
  },
  {
    cause: "MM-M09",
    fires: throughGateway({ ...TIMED_OUT, upstreamHost: `${GATEWAY}:15443` }),
    object: "Service/istio-system/istio-eastwestgateway",
    near: throughGateway(unconnected(CONNECTION_REFUSED, `${GATEWAY}:15443`)),
    nearly: "the gateway's address answers, and refuses",
  },
  {
    cause: "MM-M10",
    fires: leftOut(destinationRule({ trafficPolicy: { tls: { mode: "DISABLE" } } })),
    object: "DestinationRule/shop/web",
    near: leftOut(destinationRule({ trafficPolicy: { tls: { mode: "ISTIO_MUTUAL" } } })),
    nearly: "the DestinationRule asks for mTLS",
  },
  {
    cause: "MM-M11",
    fires: {
      objects: [SLEEP, service("client/other")],
      clusters: { west: [WEB_SERVICE, WEB] },
      proxy: forget,
      files: multicluster([HOME, SYNCED], []),
    },
    object: "Service/shop/web",
    near: {
      objects: [
        SLEEP,
        service("client/other"),
        meshConfig({ defaultConfig: { proxyMetadata: { ISTIO_META_DNS_CAPTURE: "true" } } }),
      ],
      clusters: { west: [WEB_SERVICE, WEB] },
      files: multicluster([HOME, SYNCED], []),
    },
    nearly: "the sidecar answers name lookups",
  },
  {
    cause: "MM-M12",
    fires: inWest({
      clusterz: [HOME, SYNCED],
      west: [service("shop/web", { ports: [{ name: "web", port: 80, targetPort: 8080 }] }), WEB],
    }),
    object: "Service/shop/web",
    near: inWest({ clusterz: [HOME, SYNCED], west: [WEB_SERVICE, WEB] }),
    nearly: "the ports are the same",
  },
  {
    cause: "MM-M13",
    fires: subsetIn([DESTINATION_RULE, ISTIOD]),
    object: "DestinationRule/shop/web",
    near: subsetIn([DESTINATION_RULE]),
    nearly: "the other cluster has no control plane that would read it",
  },
  {
    cause: "MM-M14",
    fires: inWest({
      clusterz: [HOME],
      west: [WEB_SERVICE],
      files: { "istiod/istiod.log": passedOver("home") },
    }),
    object: "Secret/istio-system/istio-remote-secret-west",
    near: inWest({
      clusterz: [HOME],
      objects: [SLEEP, WEB_SERVICE, remoteSecret({ "istio/multiCluster": "true" })],
      files: { "istiod/istiod.log": passedOver("home") },
    }),
    nearly: "the secret that the log speaks of is gone",
  },
  {
    cause: "MM-M15",
    fires: inWest({
      clusterz: [HOME, SYNCED],
      objects: [SLEEP, WEB_SERVICE, clusterLocal("*.shop.svc.cluster.local")],
    }),
    object: "ConfigMap/istio-system/istio",
    near: inWest({
      clusterz: [HOME, SYNCED],
      objects: [SLEEP, WEB_SERVICE, clusterLocal("*.billing.svc.cluster.local")],
    }),
    nearly: "other hosts are kept inside",
  },
  {
    cause: "MM-M16",
    fires: waiting([]),
    object: "Service/istio-system/istiod",
    near: waiting([ISTIOD]),
    nearly: "the cluster has an istiod of its own",
  },
];

/** A Service whose pods are in another cluster, with the clusters that istiod reads. */
function inWest(
  { clusterz, objects = [SLEEP, WEB_SERVICE], west = [WEB_SERVICE, WEB], files }: {
    readonly clusterz: readonly object[];
    readonly objects?: readonly object[];
    readonly west?: readonly object[];
    readonly files?: CaseParts["files"];
  },
): CaseParts {
  return {
    objects,
    clusters: { west },
    proxy: ({ endpoints }) => endpoints.clear(),
    files: { ...multicluster(clusterz, []), ...files },
    logs: NO_HEALTHY,
  };
}

/** The proxy calls a pod in the west by its own address. */
function direct(
  { log, networks: [home, away] = [undefined, undefined], west = [], networkz = [] }: {
    readonly log: object;
    readonly networks?: readonly [home: string | undefined, west: string | undefined];
    readonly west?: readonly object[];
    readonly networkz?: readonly object[];
  },
): CaseParts {
  const pods = [WEB_SERVICE, pod("shop/web-9", { ip: "10.8.0.2", labels: { app: "web" } })];
  return {
    objects: [SLEEP, WEB_SERVICE, controlPlane(home)],
    clusters: { west: [...pods, controlPlane(away), ...west] },
    proxy: ({ endpoints }) => send(endpoints, "10.8.0.2:8080"),
    files: multicluster([HOME, SYNCED], networkz),
    logs: logs(times(3, { upstreamHost: "10.8.0.2:8080", ...withHost(log) })),
  };
}

/** The line of a connection goes to the pod in the west unless it names another host. */
function withHost(log: object): object {
  const { upstreamHost } = log as { upstreamHost?: string };
  return upstreamHost === "10.0.0.2:8080" ? { ...log, upstreamHost: "10.8.0.2:8080" } : log;
}

/** The proxy calls the gateway of the west, with further objects there. */
function throughGateway(log: object, ...west: readonly object[]): CaseParts {
  return {
    ...direct({ log, networks: ["net-home", "net-west"], west: [GATEWAY_SERVICE, ...west] }),
    proxy: ({ endpoints }) => send(endpoints, `${GATEWAY}:15443`),
    files: multicluster([HOME, SYNCED], NETWORKZ),
  };
}

/** All pods are in the network of the west, whose gateway is known, and the proxy has no endpoint. */
function leftOut(rule: object): CaseParts {
  const pods = [WEB_SERVICE, pod("shop/web-9", { ip: "10.8.0.2", labels: { app: "web" } })];
  return {
    objects: [SLEEP, WEB_SERVICE, controlPlane("net-home"), rule],
    clusters: { west: [...pods, controlPlane("net-west"), GATEWAY_SERVICE] },
    proxy: ({ endpoints }) => endpoints.clear(),
    files: multicluster([HOME, SYNCED], NETWORKZ),
    logs: NO_HEALTHY,
  };
}

/** Pods in the west that run without becoming ready, because their proxies do not. */
function waiting(further: readonly object[]): CaseParts {
  const containerStatuses = [{ name: "istio-proxy", ready: false, state: { running: {} } }];
  const web = pod("shop/web-9", {
    ip: "10.8.0.2",
    labels: { app: "web" },
    ready: false,
    status: { containerStatuses },
  });
  const istiod = service("istio-system/istiod", {
    selector: undefined,
    ports: [{ name: "https-dns", port: 15012 }],
  });
  return inWest({
    clusterz: [HOME, SYNCED],
    west: [WEB_SERVICE, web, istiod, endpointSlice("istio-system/istiod", []), ...further],
  });
}

/** The route of the caller's cluster leads to a subset, with what the west has. */
function subsetIn(west: readonly object[]): CaseParts {
  return {
    objects: meshWith(ISTIOD, virtualService({ http: [{ route: [toWeb({ subset: "v2" })] }] })),
    clusters: { west },
    proxy: ({ routes }) => {
      const cluster = "outbound|80|v2|web.shop.svc.cluster.local";
      for (const virtualHost of routes.get("80") ?? []) {
        virtualHost.routes = [{ name: "r", match: { prefix: "/" }, route: { cluster } }];
      }
    },
    logs: NO_CLUSTER,
  };
}

function multicluster(clusterz: readonly object[], networkz: readonly object[]) {
  return {
    "istiod/debug/clusterz.json": clusterz,
    "istiod/debug/networkz.json": networkz,
    "istiod/debug/endpointz.json": {},
  };
}

type Endpoints = Parameters<NonNullable<CaseParts["proxy"]>>[0]["endpoints"];

/** Sends all requests to one address in the west. */
function send(endpoints: Endpoints, address: string): void {
  for (const name of endpoints.keys()) {
    endpoints.set(name, [{ address, health: "HEALTHY", cluster: "west" }]);
  }
}

/** What the proxy has of a host that its cluster does not know. */
function forget({ endpoints }: Parameters<NonNullable<CaseParts["proxy"]>>[0]): void {
  endpoints.clear();
}

function controlPlane(network: string | undefined): object {
  const labels = network === undefined ? {} : { "topology.istio.io/network": network };
  return object("v1 Namespace istio-system", {}, { labels });
}

function eastWestGateway(labels: object, ip?: string): object {
  return {
    ...service(
      "istio-system/istio-eastwestgateway",
      {
        type: "LoadBalancer",
        selector: { istio: "eastwestgateway" },
        ports: [{ name: "tls", port: 15443, targetPort: 15443 }],
      },
      { labels },
    ),
    status: { loadBalancer: ip === undefined ? {} : { ingress: [{ ip }] } },
  };
}

function crossNetworkGateway(hosts: readonly string[]): object {
  return object("networking.istio.io/v1 Gateway istio-system/cross-network-gateway", {
    selector: { istio: "eastwestgateway" },
    servers: [{
      port: { number: 15443, name: "tls", protocol: "TLS" },
      tls: { mode: "AUTO_PASSTHROUGH" },
      hosts,
    }],
  });
}

function remoteSecret(labels: Record<string, string>): object {
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: {
      namespace: "istio-system",
      name: "west-credentials",
      labels,
      annotations: { "networking.istio.io/cluster": "west" },
    },
    type: "Opaque",
  };
}

function clusterLocal(host: string): object {
  return meshConfig({ serviceSettings: [{ settings: { clusterLocal: true }, hosts: [host] }] });
}

function syncStates(value: number): string {
  return ["closed", "synced", "syncing", "timeout"].map((status) =>
    `istiod_remote_cluster_sync_status{cluster="west",cluster_type="remote",status="${status}"} ${value}\n`
  ).join("");
}

function watchError(error: string): string {
  return `2026-01-01T11:59:30.000000Z\terror\twatch error in cluster west: ${error}\n`;
}

function passedOver(cluster: string): string {
  return "2026-01-01T11:58:00.000000Z\tinfo\tignoring cluster as it would overwrite the config cluster\t" +
    `cluster=${cluster} secret=istio-system/istio-remote-secret-west\n`;
}

function reset(reason: string): string {
  return `upstream_reset_before_response_started{${reason}}`;
}
