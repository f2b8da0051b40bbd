/** Rows of causes between clusters: what control planes read of each other. @module */
import type { CaseParts } from "../../cases/case_of.ts";
import { endpointSlice, pod, service } from "../../cases/objects.ts";
import { type CauseRow, NOT_VERIFIED, SLEEP, unconnected, WEB_SERVICE } from "../row.ts";
import {
  direct,
  GATEWAY,
  HOME,
  inWest,
  ISTIOD,
  multicluster,
  send,
  SYNCED,
  throughGateway,
  TIMED_OUT,
  WEST,
} from "./mesh.ts";

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
    cause: "MM-M16",
    fires: waiting([]),
    object: "Service/istio-system/istiod",
    near: waiting([ISTIOD]),
    nearly: "the cluster has an istiod of its own",
  },
];
