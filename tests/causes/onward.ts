/** Rows of the causes that show behind the caller's route: copies, headers, gateways and pods further on. @module */
import type { CaseParts } from "../cases/case_of.ts";
import { object, pod, service } from "../cases/objects.ts";
import { http, listener } from "../cases/proxy_files.ts";
import {
  answered,
  type CauseRow,
  logs,
  meshWith,
  refused,
  SLEEP,
  times,
  toWeb,
  virtualService,
  WEB,
  WEB_SERVICE,
} from "./row.ts";

const CONFIG = "/apis/networking.istio.io/v1/namespaces/shop/virtual-service/web";
const WRITTEN = { filter_metadata: { istio: { config: CONFIG } } };
const CLUSTER = "outbound|80||web.shop.svc.cluster.local";
const COPY = "outbound|80||copy.shop.svc.cluster.local";
const HOST = "api.example.com";

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-R04",
    fires: letGo(refused(503, "NC", "cluster_not_found")),
    object: "Pod/shop/web-1",
    near: letGo({ code: 503 }),
    nearly: "the application answers itself",
  },
  {
    cause: "MM-R14",
    fires: withHeader("v1"),
    object: "VirtualService/shop/web",
    near: withHeader("v2"),
    nearly: "the requests take the rule for the header",
  },
  {
    cause: "MM-R26",
    fires: mirroring(COPY),
    object: "VirtualService/shop/web",
    near: mirroring(CLUSTER),
    nearly: "the proxy has the mirror's cluster",
  },
  {
    cause: "MM-R28",
    fires: throughGateway([]),
    object: "VirtualService/client/api",
    near: throughGateway([{
      name: `${HOST}:80`,
      domains: [HOST, `${HOST}:80`],
      routes: [{ match: { prefix: "/" }, route: { cluster: CLUSTER } }],
    }]),
    nearly: "the gateway has a route for the host",
  },
];

function letGo(line: object): CaseParts {
  return {
    objects: [SLEEP, WEB, service("shop/web", { selector: { app: "web", version: "v2" } })],
    proxy: ({ endpoints }) =>
      endpoints.set(CLUSTER, [{ address: "10.0.0.2:8080", health: "HEALTHY" }]),
    logs: logs(times(3, answered(503)), times(3, line)),
  };
}

function withHeader(reached: string): CaseParts {
  const subset = (name: string) => `outbound|80|${name}|web.shop.svc.cluster.local`;
  const route = (name: string, match: object) => ({
    name,
    match,
    metadata: WRITTEN,
    route: { cluster: subset(name) },
  });
  const string_match = { exact: "jason" };
  return {
    objects: meshWith(virtualService({
      http: [
        {
          match: [{ headers: { "end-user": { exact: "jason" } } }],
          route: [toWeb({ subset: "v2" })],
        },
        { route: [toWeb({ subset: "v1" })] },
      ],
    })),
    request: { headers: ["end-user: jason"] },
    proxy: ({ clusters, routes }) => {
      for (const name of ["v1", "v2"]) clusters.set(subset(name), { type: "EDS" });
      for (const virtualHost of routes.get("80") ?? []) {
        virtualHost.routes = [
          route("v2", { prefix: "/", headers: [{ name: "end-user", string_match }] }),
          route("v1", { prefix: "/" }),
        ];
      }
    },
    logs: logs(
      [
        ...times(3, { ...answered(200), upstreamCluster: subset(reached) }),
        { authority: "sleep.client", upstreamCluster: "inbound|8080||", requestId: "own" },
      ],
    ),
  };
}

function mirroring(cluster: string): CaseParts {
  const mirror = { host: "copy.shop.svc.cluster.local" };
  return {
    objects: meshWith(virtualService({ http: [{ route: [toWeb()], mirror }] })),
    proxy: ({ routes }) => {
      for (const virtualHost of routes.get("80") ?? []) {
        virtualHost.routes = [{
          match: { prefix: "/" },
          metadata: WRITTEN,
          route: { cluster: CLUSTER, request_mirror_policies: [{ cluster }] },
        }];
      }
    },
    logs: logs(times(3, answered(200)), times(3, {})),
  };
}

/** Requests for a host outside, which the caller's proxy sends to an egress gateway with these virtual hosts. */
function throughGateway(virtualHosts: readonly object[]): CaseParts {
  const egress = "outbound|80||istio-egressgateway.istio-system.svc.cluster.local";
  const labels = { istio: "egressgateway" };
  const route_config = { name: "http.8080", virtual_hosts: virtualHosts };
  const cluster = { name: CLUSTER, type: "EDS" };
  const bound = listener("0.0.0.0", 8080, { filter_chains: [http("http.8080")] });
  const admin = "type.googleapis.com/envoy.admin.v3.";
  return {
    to: `${HOST}:80`,
    objects: [
      SLEEP,
      WEB,
      WEB_SERVICE,
      pod("istio-system/istio-egressgateway-1", { ip: "10.0.0.8", gateway: true, labels }),
      service("istio-system/istio-egressgateway", {
        selector: labels,
        ports: [{ name: "http2", port: 80, targetPort: 8080 }],
      }),
      object("networking.istio.io/v1 ServiceEntry client/api", {
        hosts: [HOST],
        resolution: "DNS",
        ports: [{ number: 80, name: "http", protocol: "HTTP" }],
      }),
      object("networking.istio.io/v1 Gateway client/egress", {
        selector: labels,
        servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts: [HOST] }],
      }),
      object("networking.istio.io/v1 VirtualService client/api", {
        hosts: [HOST],
        http: [{
          route: [{ destination: { host: "istio-egressgateway.istio-system.svc.cluster.local" } }],
        }],
      }),
    ],
    proxy: ({ routes }) => {
      routes.get("80")?.push({
        name: `${HOST}:80`,
        domains: [HOST, `${HOST}:80`],
        routes: [{ match: { prefix: "/" }, route: { cluster: egress } }],
      });
    },
    files: {
      "proxies/istio-system/istio-egressgateway-1/config_dump.json": {
        configs: [
          {
            "@type": `${admin}ListenersConfigDump`,
            dynamic_listeners: [{
              name: "0.0.0.0_8080",
              active_state: { listener: { name: "0.0.0.0_8080", ...bound } },
            }],
          },
          { "@type": `${admin}RoutesConfigDump`, dynamic_route_configs: [{ route_config }] },
          { "@type": `${admin}ClustersConfigDump`, dynamic_active_clusters: [{ cluster }] },
        ],
      },
    },
    logs: {
      "client/sleep-1": times(3, { ...answered(404), upstreamCluster: egress, authority: HOST }),
      "istio-system/istio-egressgateway-1": times(3, {
        ...refused(404, "NR", "route_not_found"),
        upstreamCluster: "",
        authority: HOST,
      }),
    },
  };
}
