/** Rows of the causes by which a host or port is not to the caller what it was meant to be. @module */
import type { CaseParts } from "../cases/case_of.ts";
import { meshConfig, object, service } from "../cases/objects.ts";
import { listener, tcpProxy } from "../cases/proxy_files.ts";
import {
  answered,
  type CauseRow,
  CONNECTION,
  logs,
  meshWith,
  refused,
  SLEEP,
  times,
  toWeb,
  unconnected,
  virtualService,
  WEB,
} from "./row.ts";

const REGISTRY_ONLY = meshConfig({ outboundTrafficPolicy: { mode: "REGISTRY_ONLY" } });
const BLOCKED = logs(times(3, {
  ...refused(502, "", "direct_response"),
  upstreamCluster: "",
  routeName: "block_all",
}));

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-C08",
    fires: onPort("tcp-web", { ...CONNECTION, upstreamHost: "10.0.0.2:8080" }),
    object: "Service/shop/web",
    near: onPort("http-web", answered(200)),
    nearly: "the port is declared as HTTP",
  },
  {
    cause: "MM-C14",
    fires: {
      objects: meshWith(),
      to: "web.shop:8081",
      logs: logs(times(3, {
        ...unconnected("delayed_connect_error:_Connection_refused", "10.1.0.1:8081"),
        upstreamCluster: "PassthroughCluster",
      })),
    },
    object: "Service/shop/web",
    near: { objects: meshWith(), logs: logs(times(3, answered(404)), times(3, { code: 404 })) },
    nearly: "the Service has the port",
  },
  {
    cause: "MM-C15",
    fires: toPartner(REGISTRY_ONLY),
    object: "ConfigMap/istio-system/istio",
    near: toPartner(meshConfig({ outboundTrafficPolicy: { mode: "ALLOW_ANY" } })),
    nearly: "the mesh lets any host pass",
  },
  {
    cause: "MM-C17",
    fires: withSidecar("./*"),
    object: "Sidecar/client/default",
    near: withSidecar("shop/*"),
    nearly: "the Sidecar lists the host's namespace",
  },
  {
    cause: "MM-C18",
    fires: exportedTo("."),
    object: "Service/shop/web",
    near: exportedTo("client, shop"),
    nearly: "the Service is exported to the caller's namespace too",
  },
  {
    cause: "MM-C37",
    fires: tcpTakenBy("outbound|3306||db.example.com"),
    object: "ServiceEntry/shop/db",
    near: tcpTakenBy("outbound|3306||web.shop.svc.cluster.local"),
    nearly: "the connection goes to its own service",
  },
  {
    cause: "MM-C40",
    fires: { objects: meshWith(), to: "wbe.shop.svc.cluster.local:80" },
    object: "Service/shop/web",
    near: { objects: meshWith(), to: "www.example.com:80" },
    nearly: "the name is none of the cluster's",
  },
  {
    cause: "MM-C19",
    fires: discovering({ mesh: "yes" }),
    object: "Namespace//shop",
    near: discovering({ team: "shop" }),
    nearly: "the namespace has the label",
  },
  {
    cause: "MM-C36",
    fires: takenByHeadless("outbound|3306||db.shop.svc.cluster.local"),
    object: "Service/shop/db",
    near: takenByHeadless("outbound|3306||web.shop.svc.cluster.local"),
    nearly: "the connection goes to its own service",
  },
  {
    cause: "MM-C38",
    fires: declaredTwice("TCP"),
    object: "ServiceEntry/shop/api",
    near: declaredTwice("HTTP"),
    nearly: "both say the same",
  },
  {
    cause: "MM-C41",
    fires: external("db"),
    object: "Service/shop/web",
    near: external("http-db"),
    nearly: "the port's name says the protocol",
  },
];

function onPort(name: string, line: object): CaseParts {
  return {
    objects: [
      SLEEP,
      WEB,
      service("shop/web", { ports: [{ name, port: 80, targetPort: 8080 }] }),
      virtualService({ http: [{ route: [toWeb()] }] }),
    ],
    logs: logs(times(3, line)),
  };
}

function toPartner(config: object): CaseParts {
  return { dumps: false, objects: meshWith(config), to: "api.example.com:80", logs: BLOCKED };
}

function withSidecar(host: string): CaseParts {
  return {
    dumps: false,
    objects: meshWith(
      REGISTRY_ONLY,
      object("networking.istio.io/v1 Sidecar client/default", { egress: [{ hosts: [host] }] }),
    ),
    logs: BLOCKED,
  };
}

function exportedTo(namespaces: string): CaseParts {
  const annotations = { "networking.istio.io/exportTo": namespaces };
  return {
    dumps: false,
    objects: [SLEEP, WEB, REGISTRY_ONLY, service("shop/web", {}, { annotations })],
    logs: BLOCKED,
  };
}

function tcpTakenBy(upstreamCluster: string): CaseParts {
  const ports = [{ name: "mysql", port: 3306, targetPort: 3306 }];
  return {
    to: "web.shop:3306",
    objects: [
      SLEEP,
      WEB,
      service("shop/web", { ports }),
      object("networking.istio.io/v1 ServiceEntry shop/db", {
        hosts: ["db.example.com"],
        resolution: "DNS",
        ports: [{ number: 3306, name: "mysql", protocol: "MySQL" }],
      }),
    ],
    ...onEveryAddress(upstreamCluster),
  };
}

/** The caller's proxy hands every connection to port 3306 to one Envoy cluster. */
function onEveryAddress(upstreamCluster: string): Pick<CaseParts, "proxy" | "logs"> {
  return {
    proxy: ({ clusters, listeners }) => {
      clusters.set(upstreamCluster, { type: "STRICT_DNS" });
      listeners.clear();
      const filter_chains = [tcpProxy(upstreamCluster)];
      listeners.set("0.0.0.0_3306", listener("0.0.0.0", 3306, { filter_chains }));
      const bound = { use_original_dst: true, filter_chains: [tcpProxy("PassthroughCluster")] };
      listeners.set("virtualOutbound", listener("0.0.0.0", 15001, bound));
    },
    logs: logs(times(3, { ...CONNECTION, upstreamCluster })),
  };
}

function takenByHeadless(upstreamCluster: string): CaseParts {
  const ports = [{ name: "mysql", port: 3306, targetPort: 3306 }];
  return {
    to: "web.shop:3306",
    objects: [
      SLEEP,
      WEB,
      service("shop/web", { ports }),
      service("shop/db", { ports, clusterIP: "None" }),
    ],
    ...onEveryAddress(upstreamCluster),
  };
}

function discovering(matchLabels: object): CaseParts {
  const labels = { team: "shop" };
  return {
    objects: meshWith(
      meshConfig({ discoverySelectors: [{ matchLabels }] }),
      { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop", labels } },
    ),
    proxy: ({ clusters, routes, listeners }) => {
      clusters.delete("outbound|80||web.shop.svc.cluster.local");
      routes.clear();
      listeners.delete("0.0.0.0_80");
    },
    logs: logs(times(3, {
      code: 503,
      flags: ["UC"],
      details: "upstream_reset_before_response_started{connection_termination}",
      upstreamCluster: "PassthroughCluster",
    })),
  };
}

function declaredTwice(protocol: string): CaseParts {
  const entry = (id: string, protocol: string) =>
    object(`networking.istio.io/v1 ServiceEntry ${id}`, {
      hosts: ["api.example.com"],
      resolution: "DNS",
      ports: [{ number: 80, name: "web", protocol }],
    });
  return {
    to: "api.example.com:80",
    objects: meshWith(entry("client/api", "HTTP"), entry("shop/api", protocol)),
    logs: logs(times(3, {
      ...refused(502, "UPE", "upstream_reset_before_response_started{protocol_error}"),
      upstreamCluster: "outbound|80||api.example.com",
      authority: "api.example.com",
    })),
  };
}

function external(name: string): CaseParts {
  const spec = {
    type: "ExternalName",
    externalName: "db.example.com",
    clusterIP: undefined,
    selector: undefined,
    ports: [{ name, port: 5432 }],
  };
  return {
    to: "web.shop:5432",
    objects: [SLEEP, WEB, service("shop/web", spec)],
    logs: logs(times(3, { ...CONNECTION, flags: ["UF"], upstreamCluster: "PassthroughCluster" })),
  };
}
