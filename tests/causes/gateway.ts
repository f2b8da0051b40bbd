/** Rows of the causes that lie at gateways, of Istio's API. @module */
import type { CaseParts, LogLine } from "../cases/case_of.ts";
import { object } from "../cases/objects.ts";
import {
  atGateway,
  type CauseRow,
  certificates,
  CONNECTION,
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
const SECURE = { port: { number: 443, name: "https", protocol: "HTTPS" } };
const SIMPLE = { ...SECURE, tls: { mode: "SIMPLE", credentialName: "shop" } };
const MUTUAL = { ...SECURE, tls: { mode: "MUTUAL", credentialName: "shop" } };
const PASSTHROUGH = { ...SECURE, tls: { mode: "PASSTHROUGH" } };
const NOT_FOUND = atGateway(times(3, refused(404, "NR", "route_not_found")));
const NO_CHAIN = { ...CONNECTION, flags: ["NR"], details: "filter_chain_not_found" };
const SECRET = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { namespace: "istio-system", name: "shop" },
};

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-G01",
    fires: routedBy({ hosts: ["www.example.com"] }),
    object: "VirtualService/shop/web",
    near: routedBy({ hosts: [HOST] }),
    nearly: "the VirtualService has the host",
  },
  {
    cause: "MM-G02",
    fires: selecting({ istio: "gateway" }),
    object: "Gateway/shop/edge",
    near: selecting({ istio: "ingressgateway" }),
    nearly: "the gateway's pod has the label",
  },
  {
    cause: "MM-G03",
    fires: { ...onPort(8443), to: `https://${HOST}:8443` },
    object: "Service/istio-system/istio-ingressgateway",
    near: { ...onPort(443), to: `https://${HOST}` },
    nearly: "the Service has the port",
  },
  {
    cause: "MM-G04",
    fires: secured([], NO_CHAIN),
    object: "Secret/istio-system/shop",
    near: secured([SECRET], NO_CHAIN),
    nearly: "the Secret is there",
  },
  {
    cause: "MM-G05",
    fires: showing({ names: [HOST], until: "2025-12-31T00:00:00Z" }),
    object: "Gateway/shop/edge",
    near: showing({ names: ["*.example.com"] }),
    nearly: "the certificate is valid, and for any name of the domain",
  },
  {
    cause: "MM-G08",
    fires: passing({ http: [{ route: [toWeb()] }] }),
    object: "VirtualService/shop/web",
    near: passing({ tls: [{ match: [{ sniHosts: [HOST], port: 443 }], route: [toWeb()] }] }),
    nearly: "the VirtualService has TLS routes",
  },
  {
    cause: "MM-G09",
    fires: {
      ...secured([SECRET], { ...NO_CHAIN, serverName: "www.example.com" }),
      to: "https://www.example.com",
    },
    object: "Gateway/shop/edge",
    near: secured([SECRET], refused(404, "NR", "route_not_found")),
    nearly: "the handshake came about",
  },
  {
    cause: "MM-G10",
    fires: { ...outside(gateway(MUTUAL), route(), SECRET), to: `https://${HOST}` },
    object: "Gateway/shop/edge",
    near: { ...outside(gateway(SIMPLE), route(), SECRET), to: `https://${HOST}` },
    nearly: "the gateway asks clients for no certificate",
  },
  {
    cause: "MM-G01",
    when: "and passes TLS through",
    fires: {
      ...outside(gateway(PASSTHROUGH), route({ hosts: ["www.example.com"] })),
      to: `https://${HOST}`,
    },
    object: "VirtualService/shop/web",
    near: passing({ tls: [{ match: [{ sniHosts: [HOST], port: 443 }], route: [toWeb()] }] }),
    nearly: "the VirtualService has TLS routes for the host",
  },
];

function gateway(server: object, selector: object = { istio: "ingressgateway" }): object {
  const servers = [{ hosts: [HOST], ...server }];
  return object("networking.istio.io/v1 Gateway shop/edge", { selector, servers });
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

function routedBy(spec: object): CaseParts {
  return { ...outside(gateway(PLAIN), route(spec)), logs: NOT_FOUND };
}

function selecting(selector: object): CaseParts {
  return { ...outside(gateway(PLAIN, selector), route()), logs: NOT_FOUND };
}

function onPort(number: number): CaseParts {
  const server = { ...SIMPLE, port: { number, name: "https", protocol: "HTTPS" } };
  return outside(gateway(server), route(), SECRET);
}

function secured(objects: readonly object[], line: LogLine): CaseParts {
  const serverName = HOST;
  return {
    ...outside(gateway(SIMPLE), route(), ...objects),
    to: `https://${HOST}`,
    logs: atGateway(times(3, { serverName, upstreamCluster: "", ...line })),
  };
}

function showing(certificate: Parameters<typeof certificates>[0]): CaseParts {
  return {
    ...outside(gateway(SIMPLE), route(), SECRET),
    to: `https://${HOST}`,
    files: {
      "proxies/istio-system/istio-ingressgateway-1/certs.json": certificates(certificate),
    },
  };
}

function passing(spec: object): CaseParts {
  return {
    ...outside(gateway(PASSTHROUGH), route({ http: undefined, ...spec })),
    to: `https://${HOST}`,
    logs: atGateway(times(3, { ...NO_CHAIN, serverName: HOST, upstreamCluster: "" })),
  };
}
