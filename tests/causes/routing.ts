/** Rows of the causes that lie in the routes inside the mesh: VirtualServices and their subsets. @module */
import type { CaseParts } from "../cases/case_of.ts";
import { endpointSlice, object, pod, service } from "../cases/objects.ts";

import {
  answered,
  type CauseRow,
  destinationRule,
  logs,
  meshWith,
  NO_CLUSTER,
  refused,
  SLEEP,
  times,
  toWeb,
  virtualService,
  WEB_SERVICE,
} from "./row.ts";

const OK = logs(times(3, answered(200)), times(3, {}));
const V1 = { name: "v1", labels: { version: "v1" } };
const V2 = { name: "v2", labels: { version: "v2" } };

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-R01",
    fires: toSubset("v2", { subsets: [V1] }),
    object: "VirtualService/shop/web",
    near: toSubset("v1", { subsets: [V1] }),
    nearly: "the DestinationRule defines the subset",
  },
  {
    cause: "MM-R02",
    fires: { ...inSubset({ app: "web" }), logs: logs(times(3, refusedBySubset())) },
    object: "DestinationRule/shop/web",
    near: inSubset({ app: "web", version: "v2" }),
    nearly: "a pod has the subset's labels",
  },
  {
    cause: "MM-R05",
    fires: { dumps: false, objects: meshWith(rule("shop/web"), rule("shop/web-2")), logs: OK },
    object: "VirtualService/shop/web-2",
    near: {
      dumps: false,
      objects: meshWith(rule("shop/web"), rule("shop/web-2", { gateways: ["istio-system/edge"] })),
      logs: OK,
    },
    nearly: "one of the two acts on a gateway only",
  },
  {
    cause: "MM-R07",
    fires: shadowedBy([V1]),
    object: "DestinationRule/client/web",
    near: shadowedBy([V1, V2]),
    nearly: "the nearer rule defines the subset too",
  },
  {
    cause: "MM-R10",
    fires: routeInNamespaceOfCaller("web"),
    object: "VirtualService/client/web",
    near: routeInNamespaceOfCaller("web.shop.svc.cluster.local"),
    nearly: "the host is fully qualified",
  },
  {
    cause: "MM-R11",
    fires: toTwoPorts({}),
    object: "VirtualService/shop/web",
    near: toTwoPorts({ port: { number: 8080 } }),
    nearly: "the destination names a port",
  },
  {
    cause: "MM-R12",
    fires: inOrder([{ route: [toWeb()] }, { match: [{ uri: { exact: "/a" } }], route: [toWeb()] }]),
    object: "VirtualService/shop/web",
    near: inOrder([{ match: [{ uri: { exact: "/a" } }], route: [toWeb()] }, { route: [toWeb()] }]),
    nearly: "the specific rule stands first",
  },
  {
    cause: "MM-R13",
    fires: matching("/api", refused(404, "NR", "route_not_found")),
    object: "VirtualService/shop/web",
    near: matching("/", answered(404)),
    nearly: "a route matches, and the application does not know the path",
  },
  {
    cause: "MM-R16",
    fires: { dumps: false, objects: meshWith(rule("shop/web", { gateways: ["edge"] })), logs: OK },
    object: "VirtualService/shop/web",
    near: {
      dumps: false,
      objects: meshWith(rule("shop/web", { gateways: ["edge", "mesh"] })),
      logs: OK,
    },
    nearly: "the list has the word mesh",
  },
  {
    cause: "MM-R17",
    fires: delegatingTo({ hosts: ["web.shop.svc.cluster.local"] }),
    object: "VirtualService/shop/web",
    near: delegatingTo({}),
    nearly: "the delegate is one",
  },
  {
    cause: "MM-R32",
    fires: toHost("wbe.shop.svc.cluster.local"),
    object: "VirtualService/shop/web",
    near: toHost("web.shop.svc.cluster.local"),
    nearly: "the host is a Service's",
  },
  {
    cause: "MM-R33",
    fires: toHost("web.shop.svc.cluster.local", 8081),
    object: "VirtualService/shop/web",
    near: toHost("web.shop.svc.cluster.local", 80),
    nearly: "the Service has the port",
  },
  {
    cause: "MM-R13",
    when: "and whose proxies' configuration was not read",
    fires: { ...matching("/api", refused(404, "NR", "route_not_found")), dumps: false },
    object: "VirtualService/shop/web",
    near: { ...matching("/", answered(404)), dumps: false },
    nearly: "a rule matches",
  },
];

function rule(id: string, spec: object = {}): object {
  return virtualService({ http: [{ route: [toWeb()] }], ...spec }, id);
}

function toSubset(subset: string, rule: object): CaseParts {
  return {
    dumps: false,
    objects: meshWith(
      virtualService({ http: [{ route: [toWeb({ subset })] }] }),
      destinationRule(rule),
    ),
    logs: NO_CLUSTER,
  };
}

function inSubset(labels: Record<string, string>): CaseParts {
  return {
    dumps: false,
    objects: [
      SLEEP,
      pod("shop/web-1", { ip: "10.0.0.2", labels }),
      WEB_SERVICE,
      endpointSlice("shop/web", ["10.0.0.2"]),
      virtualService({ http: [{ route: [toWeb({ subset: "v2" })] }] }),
      destinationRule({ subsets: [V2] }),
    ],
  };
}

function refusedBySubset(): object {
  const upstreamCluster = "outbound|80|v2|web.shop.svc.cluster.local";
  return { ...refused(503, "UH", "no_healthy_upstream"), upstreamCluster };
}

function shadowedBy(subsets: readonly object[]): CaseParts {
  return {
    dumps: false,
    objects: meshWith(
      virtualService({ http: [{ route: [toWeb({ subset: "v2" })] }] }),
      destinationRule({ subsets: [V1, V2] }),
      destinationRule({ subsets }, "client/web"),
    ),
    logs: NO_CLUSTER,
  };
}

function routeInNamespaceOfCaller(host: string): CaseParts {
  const http = [{ route: [{ destination: { host } }] }];
  return {
    dumps: false,
    objects: meshWith(virtualService({ http }, "client/web")),
    logs: NO_CLUSTER,
  };
}

function toTwoPorts(destination: object): CaseParts {
  const ports = [{ name: "http", port: 8080 }, { name: "http-admin", port: 9090 }];
  const host = "api.shop.svc.cluster.local";
  return {
    dumps: false,
    objects: meshWith(
      service("shop/api", { ports }),
      virtualService({ http: [{ route: [{ destination: { host, ...destination } }] }] }),
    ),
    logs: NO_CLUSTER,
  };
}

function inOrder(http: readonly object[]): CaseParts {
  return { dumps: false, objects: meshWith(virtualService({ http })), logs: OK };
}

function matching(prefix: string, line: object): CaseParts {
  const http = [{ match: [{ uri: { prefix } }], route: [toWeb()] }];
  const config = "/apis/networking.istio.io/v1/namespaces/shop/virtual-service/web";
  return {
    objects: meshWith(virtualService({ http })),
    proxy: ({ routes }) => {
      for (const virtualHost of routes.get("80") ?? []) {
        virtualHost.routes = virtualHost.routes.map((route) => ({
          ...route,
          match: { prefix },
          metadata: { filter_metadata: { istio: { config } } },
        }));
      }
    },
    request: { path: "/web" },
    logs: logs(times(3, { ...line, path: "/web" })),
  };
}

function delegatingTo(delegate: object): CaseParts {
  return {
    dumps: false,
    objects: meshWith(
      virtualService({ http: [{ delegate: { name: "web2", namespace: "shop" } }] }),
      object("networking.istio.io/v1 VirtualService shop/web2", {
        http: [{ route: [toWeb()] }],
        ...delegate,
      }),
    ),
    logs: logs(times(3, refused(404, "NR", "route_not_found"))),
  };
}

function toHost(host: string, number?: number): CaseParts {
  const port = number === undefined ? {} : { port: { number } };
  return {
    dumps: false,
    objects: meshWith(virtualService({ http: [{ route: [{ destination: { host, ...port } }] }] })),
    logs: NO_CLUSTER,
  };
}
