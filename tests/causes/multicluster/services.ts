/** Rows of causes between clusters: what is configured in one of them only. @module */
import type { CaseParts } from "../../cases/case_of.ts";
import { meshConfig, service } from "../../cases/objects.ts";
import {
  type CauseRow,
  destinationRule,
  meshWith,
  NO_CLUSTER,
  SLEEP,
  toWeb,
  virtualService,
  WEB,
  WEB_SERVICE,
} from "../row.ts";
import { HOME, inWest, ISTIOD, multicluster, SYNCED } from "./mesh.ts";

const DESTINATION_RULE = destinationRule({
  subsets: [{ name: "v2", labels: { version: "v2" } }],
});

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

/** What the proxy has of a host that its cluster does not know. */
function forget({ endpoints }: Parameters<NonNullable<CaseParts["proxy"]>>[0]): void {
  endpoints.clear();
}

function clusterLocal(host: string): object {
  return meshConfig({ serviceSettings: [{ settings: { clusterLocal: true }, hosts: [host] }] });
}

/** The rows. */
export const rows: readonly CauseRow[] = [
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
];
