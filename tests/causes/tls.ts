/** Rows of the causes that lie in TLS between proxies, and from a proxy to servers outside. @module */
import type { CaseParts } from "../cases/case_of.ts";
import { endpointSlice, object, pod } from "../cases/objects.ts";
import {
  type CauseRow,
  certificates,
  destinationRule,
  logs,
  meshWith,
  NO_FILTER_CHAIN,
  NO_TLS,
  NOT_VERIFIED,
  peerAuthentication,
  refused,
  SLEEP,
  times,
  unconnected,
  WEB,
  WEB_SERVICE,
} from "./row.ts";

const STRICT = peerAuthentication({ mtls: { mode: "STRICT" } });
const PERMISSIVE = peerAuthentication({ mtls: { mode: "PERMISSIVE" } });
const WEB_ID = "spiffe://cluster.local/ns/shop/sa/default";
const SLEEP_ID = "spiffe://cluster.local/ns/client/sa/default";
const CLOSED = refused(503, "UC", "upstream_reset_before_response_started{connection_termination}");

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-T01",
    fires: withoutProxy(STRICT),
    object: "Pod/client/sleep-1",
    near: withoutProxy(PERMISSIVE),
    nearly: "the server takes plain text too",
  },
  {
    cause: "MM-T02",
    fires: plainTo(STRICT),
    object: "DestinationRule/shop/web",
    near: plainTo(PERMISSIVE),
    nearly: "the server takes plain text too",
  },
  {
    cause: "MM-T03",
    fires: unproxied(false),
    object: "DestinationRule/shop/web",
    near: unproxied(true),
    nearly: "the server has a proxy",
  },
  {
    cause: "MM-T04",
    fires: withoutPort("8080"),
    object: "Pod/shop/web-1",
    near: withoutPort("9090"),
    nearly: "another port is excluded",
  },
  {
    cause: "MM-T08",
    fires: withCertificates({ names: [WEB_ID], root: "0b" }),
    object: "Pod/shop/web-1",
    near: withCertificates({ names: [WEB_ID], root: "01" }),
    nearly: "both trust the same root",
  },
  {
    cause: "MM-T09",
    fires: withCertificates({ names: [WEB_ID], until: "2025-12-31T00:00:00Z" }),
    object: "Pod/shop/web-1",
    near: withCertificates({ names: [WEB_ID] }),
    nearly: "the certificate is valid",
  },
  {
    cause: "MM-T13",
    fires: expecting("spiffe://cluster.local/ns/shop/sa/web"),
    object: "DestinationRule/shop/web",
    near: expecting(WEB_ID),
    nearly: "the server has the expected name",
  },
  {
    cause: "MM-T21",
    fires: mutualTo("DISABLE"),
    object: "DestinationRule/shop/web",
    near: mutualTo("PERMISSIVE"),
    nearly: "the server takes mTLS",
  },
  {
    cause: "MM-R27",
    fires: toPartner([withTls("SIMPLE", "api.example.com")]),
    object: "DestinationRule/shop/web",
    near: toPartner([withTls("DISABLE", "api.example.com")]),
    nearly: "the proxy starts no TLS; whatever the handshake was, it was the application's",
  },
  {
    cause: "MM-T03",
    when: "and whose endpoints were not read",
    fires: { ...unproxied(false), dumps: false },
    object: "DestinationRule/shop/web",
    near: { ...unproxied(true), dumps: false },
    nearly: "the server has a proxy",
  },
  {
    cause: "MM-T21",
    when: "and whose endpoints were not read",
    fires: { ...mutualTo("DISABLE"), dumps: false },
    object: "DestinationRule/shop/web",
    near: { ...mutualTo("PERMISSIVE"), dumps: false },
    nearly: "the server takes mTLS",
  },
];

function withTls(mode: string, host = "web.shop.svc.cluster.local"): object {
  return destinationRule({ host, trafficPolicy: { tls: { mode } } });
}

function unproxied(proxy: boolean): CaseParts {
  const server = pod("shop/web-1", { ip: "10.0.0.2", proxy });
  return {
    objects: [SLEEP, server, WEB_SERVICE, withTls("ISTIO_MUTUAL")],
    logs: logs(times(3, unconnected(NO_TLS))),
  };
}

function withoutProxy(policy: object): CaseParts {
  return {
    objects: [pod("client/sleep-1", { ip: "10.0.0.1", proxy: false }), WEB, WEB_SERVICE, policy],
    logs: { "shop/web-1": times(3, NO_FILTER_CHAIN) },
  };
}

function plainTo(policy: object): CaseParts {
  return {
    objects: meshWith(policy, withTls("DISABLE")),
    logs: logs(times(3, CLOSED), times(3, NO_FILTER_CHAIN)),
  };
}

function withoutPort(excludeInboundPorts: string): CaseParts {
  const annotations = { "traffic.sidecar.istio.io/excludeInboundPorts": excludeInboundPorts };
  return {
    dumps: false,
    objects: [
      SLEEP,
      pod("shop/web-1", { ip: "10.0.0.2", annotations }),
      WEB_SERVICE,
      endpointSlice("shop/web", ["10.0.0.2"]),
    ],
    logs: logs(times(3, unconnected(NO_TLS))),
  };
}

function withCertificates(server: Parameters<typeof certificates>[0]): CaseParts {
  return {
    objects: meshWith(),
    files: {
      "proxies/client/sleep-1/certs.json": certificates({ names: [SLEEP_ID] }),
      "proxies/shop/web-1/certs.json": certificates(server),
    },
    logs: logs(times(3, unconnected(NOT_VERIFIED))),
  };
}

function expecting(name: string): CaseParts {
  const tls = { mode: "ISTIO_MUTUAL", subjectAltNames: [name] };
  return {
    ...withCertificates({ names: [WEB_ID] }),
    objects: meshWith(destinationRule({ trafficPolicy: { tls } })),
  };
}

function mutualTo(mode: string): CaseParts {
  return {
    objects: meshWith(peerAuthentication({ mtls: { mode } }), withTls("ISTIO_MUTUAL")),
    logs: logs(times(3, unconnected(NO_TLS))),
  };
}

function toPartner(objects: readonly object[]): CaseParts {
  const upstreamCluster = "outbound|80||api.example.com";
  return {
    dumps: false,
    to: "api.example.com:80",
    objects: meshWith(
      object("networking.istio.io/v1 ServiceEntry shop/api", {
        hosts: ["api.example.com"],
        resolution: "DNS",
        ports: [{ number: 80, name: "http", protocol: "HTTP" }],
      }),
      ...objects,
    ),
    logs: logs([
      ...times(3, {
        ...unconnected(NO_TLS, "203.0.113.1:80"),
        upstreamCluster,
        authority: "api.example.com",
      }),
    ]),
  };
}
