/** Rows of the causes that lie in DestinationRules, and in the shares of the subsets that they define. @module */
import type { CaseParts } from "../cases/case_of.ts";
import { endpointSlice, object, pod } from "../cases/objects.ts";
import {
  answered,
  type CauseRow,
  CONNECTION_REFUSED,
  destinationRule,
  logs,
  meshWith,
  NO_CLUSTER,
  refused,
  SLEEP,
  times,
  toWeb,
  unconnected,
  virtualService,
  WEB_SERVICE,
} from "./row.ts";

const OK = logs(times(3, answered(200)), times(3, {}));
const V1 = { name: "v1", labels: { version: "v1" } };
const V2 = { name: "v2", labels: { version: "v2" } };
const TO_V2 = virtualService({ http: [{ route: [toWeb({ subset: "v2" })] }] });
const NOT_YET = times(2, { ...refused(503, "NC", "cluster_not_found"), upstreamCluster: "" });

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-R03",
    fires: {
      dumps: false,
      objects: [...versions(true), TO_V2, destinationRule({ subsets: [V2] })],
      logs: logs([...NOT_YET, ...times(4, answered(200))]),
    },
    object: "VirtualService/shop/web",
    near: {
      dumps: false,
      objects: [...versions(true), TO_V2, destinationRule({ subsets: [V2] })],
      logs: logs([...times(4, answered(200)), ...NOT_YET]),
    },
    nearly: "the requests fail to the end",
  },
  {
    cause: "MM-R06",
    fires: twoRules({ connectionPool: { tcp: { maxConnections: 1 } } }),
    object: "DestinationRule/shop/web-2",
    near: twoRules(undefined),
    nearly: "the second rule has subsets only",
  },
  {
    cause: "MM-R08",
    fires: {
      dumps: false,
      objects: meshWith(
        TO_V2,
        destinationRule({ host: "wbe.shop.svc.cluster.local", subsets: [V2] }, "client/web"),
      ),
      logs: NO_CLUSTER,
    },
    object: "DestinationRule/client/web",
    near: {
      dumps: false,
      objects: meshWith(
        TO_V2,
        destinationRule({ host: "wbe.shop.svc.cluster.local", subsets: [V1] }, "client/web"),
      ),
      logs: NO_CLUSTER,
    },
    nearly: "the rule that is for no service does not have the subset either",
  },
  {
    cause: "MM-R10",
    when: "of a DestinationRule",
    fires: {
      dumps: false,
      objects: meshWith(TO_V2, destinationRule({ host: "web", subsets: [V2] }, "client/web")),
      logs: NO_CLUSTER,
    },
    object: "DestinationRule/client/web",
    near: {
      dumps: false,
      objects: meshWith(TO_V2, destinationRule({ host: "web", subsets: [V1] }, "shop/web")),
      logs: NO_CLUSTER,
    },
    nearly: "the rule is in the service's namespace, and lacks the subset",
  },
  {
    cause: "MM-R15",
    fires: shared({ v2: false }),
    object: "VirtualService/shop/web",
    near: shared({ v2: true }),
    nearly: "a pod of the version is ready",
  },
  {
    cause: "MM-R23",
    fires: inZones({}),
    object: "DestinationRule/shop/web",
    near: inZones({ outlierDetection: { consecutive5xxErrors: 3 } }),
    nearly: "outlier detection takes the failing zone out",
  },
  {
    cause: "MM-R25",
    fires: hashing([]),
    object: "DestinationRule/shop/web",
    near: hashing([{ header: { header_name: "x-user" } }]),
    nearly: "the route hashes a header, which differs from request to request",
  },
  {
    cause: "MM-R31",
    fires: weighing(80, 10),
    object: "VirtualService/shop/web",
    near: weighing(9, 1),
    nearly: "the weights are a proportion",
  },
];

/** Two versions of the server; the second one is ready, or is scaled to zero. */
function versions(isRunning: boolean): readonly object[] {
  const [v1, v2] = ["v1", "v2"].map((version) => ({ app: "web", version }));
  return [
    SLEEP,
    WEB_SERVICE,
    pod("shop/web-1", { ip: "10.0.0.2", labels: v1! }),
    ...(isRunning ? [pod("shop/web-2", { ip: "10.0.0.3", labels: v2! })] : []),
    object("apps/v1 Deployment shop/web-v2", {
      replicas: isRunning ? 1 : 0,
      template: { metadata: { labels: v2 } },
    }),
    endpointSlice("shop/web", isRunning ? ["10.0.0.2", "10.0.0.3"] : ["10.0.0.2"]),
  ];
}

function shared({ v2 }: { v2: boolean }): CaseParts {
  const upstreamCluster = "outbound|80|v2|web.shop.svc.cluster.local";
  return {
    dumps: false,
    objects: [
      ...versions(v2),
      destinationRule({ subsets: [V1, V2] }),
      virtualService({
        http: [{
          route: [
            { ...toWeb({ subset: "v1" }), weight: 80 },
            { ...toWeb({ subset: "v2" }), weight: 20 },
          ],
        }],
      }),
    ],
    logs: logs([
      ...times(4, answered(200)),
      { ...refused(503, "UH", "no_healthy_upstream"), upstreamCluster },
    ]),
  };
}

function twoRules(trafficPolicy: object | undefined): CaseParts {
  const [first, second] = ["2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z"].map((time) => ({
    creationTimestamp: time,
  }));
  const host = "web.shop.svc.cluster.local";
  const kind = "networking.istio.io/v1 DestinationRule";
  return {
    objects: meshWith(
      object(`${kind} shop/web`, { host, trafficPolicy: { tls: { mode: "ISTIO_MUTUAL" } } }, first),
      object(`${kind} shop/web-2`, { host, subsets: [V1], trafficPolicy }, second),
    ),
    logs: OK,
  };
}

function node(zone: string): object {
  const labels = { "topology.kubernetes.io/region": "eu", "topology.kubernetes.io/zone": zone };
  return { apiVersion: "v1", kind: "Node", metadata: { name: `node-${zone}`, labels } };
}

function inZones(trafficPolicy: object): CaseParts {
  const loadBalancer = { localityLbSetting: { failoverPriority: ["topology.kubernetes.io/zone"] } };
  return {
    objects: [
      SLEEP,
      WEB_SERVICE,
      node("a"),
      node("b"),
      pod("shop/web-1", { ip: "10.0.0.2", spec: { nodeName: "node-a" } }),
      pod("shop/web-2", { ip: "10.0.0.3", spec: { nodeName: "node-b" } }),
      destinationRule({ trafficPolicy: { loadBalancer, ...trafficPolicy } }),
    ],
    logs: logs([
      ...times(3, unconnected(CONNECTION_REFUSED, "10.0.0.2:8080")),
      ...times(3, { ...answered(200), upstreamHost: "10.0.0.3:8080" }),
    ]),
  };
}

function hashing(hash_policy: readonly object[]): CaseParts {
  return {
    objects: [
      ...versions(true),
      destinationRule({
        trafficPolicy: { loadBalancer: { consistentHash: { useSourceIp: true } } },
      }),
    ],
    proxy: ({ clusters, routes }) => {
      const cluster = "outbound|80||web.shop.svc.cluster.local";
      clusters.set(cluster, { ...clusters.get(cluster), lb_policy: "RING_HASH" });
      for (const virtualHost of routes.get("80") ?? []) {
        virtualHost.routes = virtualHost.routes.map((route) => ({
          ...route,
          route: { cluster, hash_policy },
        }));
      }
    },
    logs: logs([
      { ...answered(200), upstreamHost: "10.0.0.2:8080" },
      { ...answered(200), upstreamHost: "10.0.0.3:8080" },
    ]),
  };
}

function weighing(one: number, other: number): CaseParts {
  const { dumps, objects } = shared({ v2: true });
  return {
    dumps: dumps!,
    objects: [
      ...objects.filter((each) => !("kind" in each) || each.kind !== "VirtualService"),
      virtualService({
        http: [{
          route: [
            { ...toWeb({ subset: "v1" }), weight: one },
            { ...toWeb({ subset: "v2" }), weight: other },
          ],
        }],
      }),
    ],
    logs: OK,
  };
}
