/** Rows of the causes by which a gateway has a host, and its requests go wrong nevertheless. @module */
import type { CaseParts, LogLine } from "../cases/case_of.ts";
import { endpointSlice, object, service } from "../cases/objects.ts";
import {
  answered,
  atGateway,
  type CauseRow,
  destinationRule,
  GATEWAY_POD,
  GATEWAY_SERVICE,
  HOST,
  refused,
  times,
  toWeb,
  WEB,
  WEB_SERVICE,
} from "./row.ts";

const PLAIN = { port: { number: 80, name: "http", protocol: "HTTP" } };
const SECURE = {
  port: { number: 443, name: "https", protocol: "HTTPS" },
  tls: { mode: "SIMPLE", credentialName: "shop" },
};
const NOT_FOUND = atGateway(times(3, refused(404, "NR", "route_not_found")));
const OTHER = "www.example.com";

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-G06",
    fires: reusing(OTHER),
    object: "Gateway/shop/edge",
    near: reusing(HOST),
    nearly: "the handshake was for the host itself",
  },
  {
    cause: "MM-G07",
    fires: beside({ ...SECURE, port: { number: 80, name: "https", protocol: "HTTPS" } }),
    object: "Gateway/istio-system/older",
    near: beside(SECURE),
    nearly: "the other Gateway has another port",
  },
  {
    cause: "MM-G11",
    fires: redirecting({
      ports: [{ port: 80, targetPort: 8080 }, { port: 443, targetPort: 8080 }],
    }),
    object: "Gateway/shop/edge",
    near: redirecting({ ports: [{ port: 80, targetPort: 8080 }, { port: 443, targetPort: 8443 }] }),
    nearly: "TLS comes to a port of its own",
  },
  {
    cause: "MM-G11",
    when: "and whose load balancer ends TLS",
    fires: redirecting({}, { "service.beta.kubernetes.io/aws-load-balancer-ssl-cert": "arn:x" }),
    object: "Service/istio-system/istio-ingressgateway",
    near: redirecting({}, { "service.beta.kubernetes.io/aws-load-balancer-type": "nlb" }),
    nearly: "its load balancer passes TLS on",
  },
  {
    cause: "MM-G12",
    fires: behindBalancer([]),
    object: "Service/istio-system/istio-ingressgateway",
    near: behindBalancer([{ ip: "203.0.113.1" }]),
    nearly: "the load balancer has an address",
  },
  {
    cause: "MM-G13",
    fires: routed(gateway({ ...PLAIN, hosts: [`./${HOST}`] }, "istio-system/edge")),
    object: "Gateway/istio-system/edge",
    near: routed(gateway({ ...PLAIN, hosts: [`shop/${HOST}`] }, "istio-system/edge")),
    nearly: "the Gateway takes routes of the namespace",
  },
  {
    cause: "MM-G13",
    when: "and whose route is not exported to it",
    fires: routed(gateway(PLAIN, "istio-system/edge"), { exportTo: ["."] }),
    object: "VirtualService/shop/web",
    near: routed(gateway(PLAIN, "istio-system/edge"), { exportTo: ["istio-system"] }),
    nearly: "the route is exported to the gateway's namespace",
  },
  {
    cause: "MM-G16",
    fires: toHttps(),
    object: "Service/shop/web",
    near: toHttps(destinationRule({ trafficPolicy: { tls: { mode: "SIMPLE" } } })),
    nearly: "the gateway starts TLS",
  },
];

function gateway(server: object, id = "shop/edge", creationTimestamp?: string): object {
  const selector = { istio: "ingressgateway" };
  const servers = [{ hosts: [HOST], ...server }];
  return object(`networking.istio.io/v1 Gateway ${id}`, { selector, servers }, {
    creationTimestamp,
  });
}

function route(spec: object = {}): object {
  return object("networking.istio.io/v1 VirtualService shop/web", {
    hosts: [HOST],
    gateways: ["edge"],
    http: [{ route: [toWeb()] }],
    ...spec,
  });
}

function outside(...objects: readonly object[]): CaseParts {
  return {
    dumps: false,
    from: "external",
    to: `http://${HOST}`,
    objects: [GATEWAY_POD, GATEWAY_SERVICE, WEB, WEB_SERVICE, ...objects],
  };
}

function routed(from: object, spec: object = {}): CaseParts {
  return {
    ...outside(from, route({ gateways: ["istio-system/edge"], ...spec })),
    logs: NOT_FOUND,
  };
}

function reusing(serverName: string): CaseParts {
  return {
    ...outside(
      gateway(SECURE),
      gateway({ ...SECURE, hosts: [OTHER] }, "shop/other"),
      route(),
    ),
    to: `https://${HOST}`,
    logs: atGateway(times(3, { ...refused(404, "NR", "route_not_found"), serverName })),
  };
}

/** An older Gateway of the same pods. */
function beside(server: object): CaseParts {
  const older = gateway(
    { hosts: [OTHER], ...server },
    "istio-system/older",
    "2025-01-01T00:00:00Z",
  );
  return {
    ...outside(
      older,
      gateway(PLAIN, "shop/edge", "2025-06-01T00:00:00Z"),
      route({ hosts: ["x.y"] }),
    ),
    logs: NOT_FOUND,
  };
}

function redirecting(spec: object, annotations: Record<string, string> = {}): CaseParts {
  const selector = { istio: "ingressgateway" };
  const ports = [{ port: 80, targetPort: 8080 }, { port: 443, targetPort: 8443 }];
  const gatewayService = service("istio-system/istio-ingressgateway", {
    selector,
    ports,
    ...spec,
  }, { annotations });
  const parts = outside(gateway({ ...PLAIN, tls: { httpsRedirect: true } }), route());
  const objects = parts.objects.map((each) => each === GATEWAY_SERVICE ? gatewayService : each);
  return {
    ...parts,
    objects,
    logs: atGateway(times(3, { code: 301, details: "direct_response" })),
  };
}

function behindBalancer(ingress: readonly object[]): CaseParts {
  const parts = outside(gateway(PLAIN), route());
  const pending = {
    ...service("istio-system/istio-ingressgateway", {
      type: "LoadBalancer",
      selector: { istio: "ingressgateway" },
      ports: [{ port: 80, targetPort: 8080 }],
    }),
    status: { loadBalancer: { ingress } },
  };
  const objects = parts.objects.map((each) => each === GATEWAY_SERVICE ? pending : each);
  return { ...parts, objects, logs: atGateway([]) };
}

function toHttps(...objects: readonly object[]): CaseParts {
  const ports = [{ name: "https-web", port: 443, targetPort: 8443 }];
  const line: LogLine = {
    ...answered(400),
    upstreamCluster: "outbound|443||web.shop.svc.cluster.local",
  };
  return {
    ...outside(gateway(PLAIN), route({ http: [{ route: [toWeb({ port: { number: 443 } })] }] })),
    objects: [
      GATEWAY_POD,
      GATEWAY_SERVICE,
      WEB,
      service("shop/web", { ports }),
      endpointSlice("shop/web", ["10.0.0.2"], 8443),
      gateway(PLAIN),
      route({ http: [{ route: [toWeb({ port: { number: 443 } })] }] }),
      ...objects,
    ],
    logs: atGateway(times(3, line)),
  };
}
