/** Meshes of two clusters: for the rows of their causes. @module */
import type { CaseParts } from "../../cases/case_of.ts";
import { object, pod, service } from "../../cases/objects.ts";
import { logs, refused, SLEEP, times, unconnected, WEB, WEB_SERVICE } from "../row.ts";

export const NO_HEALTHY = logs(times(3, refused(503, "UH", "no_healthy_upstream")));

export const HOME = { id: "home", secretName: "", syncStatus: "synced" };

export const WEST = { id: "west", secretName: "istio-system/istio-remote-secret-west" };

export const SYNCED = { ...WEST, syncStatus: "synced" };

export const ISTIOD = pod("istio-system/istiod-1", { labels: { app: "istiod" }, proxy: false });

/** The address of the west's east-west gateway. */
export const GATEWAY = "203.0.113.7";

export const GATEWAY_SERVICE = eastWestGateway(
  { "topology.istio.io/network": "net-west" },
  GATEWAY,
);

export const NETWORKZ = [{ Network: "net-west", Cluster: "west", Addr: GATEWAY, Port: 15443 }];

export const TIMED_OUT = { ...unconnected(""), details: reset("connection_timeout") };

/** A Service whose pods are in another cluster, with the clusters that istiod reads. */
export function inWest(
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
export function direct(
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
export function throughGateway(log: object, ...west: readonly object[]): CaseParts {
  return {
    ...direct({ log, networks: ["net-home", "net-west"], west: [GATEWAY_SERVICE, ...west] }),
    proxy: ({ endpoints }) => send(endpoints, `${GATEWAY}:15443`),
    files: multicluster([HOME, SYNCED], NETWORKZ),
  };
}

/** What istiod says of the clusters and networks that it knows. */
export function multicluster(
  clusterz: readonly object[],
  networkz: readonly object[],
): Record<string, object> {
  return {
    "istiod/debug/clusterz.json": clusterz,
    "istiod/debug/networkz.json": networkz,
    "istiod/debug/endpointz.json": {},
  };
}

type Endpoints = Parameters<NonNullable<CaseParts["proxy"]>>[0]["endpoints"];

/** Sends all requests to one address in the west. */
export function send(endpoints: Endpoints, address: string): void {
  for (const name of endpoints.keys()) {
    endpoints.set(name, [{ address, health: "HEALTHY", cluster: "west" }]);
  }
}

export function controlPlane(network: string | undefined): object {
  const labels = network === undefined ? {} : { "topology.istio.io/network": network };
  return object("v1 Namespace istio-system", {}, { labels });
}

export function eastWestGateway(labels: object, ip?: string): object {
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

function reset(reason: string): string {
  return `upstream_reset_before_response_started{${reason}}`;
}
