/** Rows of the causes by which ends disagree on TLS although somebody meant them to agree. @module */
import type { CaseParts } from "../cases/case_of.ts";
import { endpointSlice, object, pod, service } from "../cases/objects.ts";
import {
  atGateway,
  type CauseRow,
  certificates,
  destinationRule,
  GATEWAY_POD,
  GATEWAY_SERVICE,
  HOST,
  logs,
  meshWith,
  NO_FILTER_CHAIN,
  NOT_VERIFIED,
  peerAuthentication,
  refused,
  requestAuthentication,
  SLEEP,
  times,
  toWeb,
  unconnected,
  WEB,
  WEB_SERVICE,
} from "./row.ts";

const STRICT = peerAuthentication({ mtls: { mode: "STRICT" } });
const BARE = pod("client/sleep-1", { ip: "10.0.0.1", proxy: false });
const CLOSED = refused(503, "UC", "upstream_reset_before_response_started{connection_termination}");
const UNHEALTHY = refused(503, "UH", "no_healthy_upstream");
const OF_WEB = { selector: { matchLabels: { app: "web" } } };

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-T06",
    fires: plainly(policy("shop/port", { ...OF_WEB, portLevelMtls: on(80) })),
    object: "PeerAuthentication/shop/port",
    near: plainly(policy("shop/port", { ...OF_WEB, portLevelMtls: on(9090) })),
    nearly: "the policy is for another port",
  },
  {
    cause: "MM-T06",
    when: "and whose policy has no selector",
    fires: plainly(policy("shop/port", { mtls: { mode: "STRICT" }, portLevelMtls: on(8080) })),
    object: "PeerAuthentication/shop/port",
    near: plainly(policy("shop/port", { ...OF_WEB, portLevelMtls: on(8080) })),
    nearly: "the policy has one, so that plain text is taken",
  },
  {
    cause: "MM-T06",
    when: "and whose policy is in the root namespace",
    fires: plainly(policy("istio-system/port", { ...OF_WEB, portLevelMtls: on(8080) })),
    object: "PeerAuthentication/istio-system/port",
    near: plainly(policy("istio-system/port", {
      selector: { matchLabels: { app: "db" } },
      portLevelMtls: on(8080),
    })),
    nearly: "the policy selects others",
  },
  {
    cause: "MM-T07",
    fires: plainly(policy("shop/open", { mtls: { mode: "PERMISSIVE" } }, "2026-01-01T00:00:00Z")),
    object: "PeerAuthentication/shop/open",
    near: plainly(policy("client/open", { mtls: { mode: "PERMISSIVE" } }, "2026-01-01T00:00:00Z")),
    nearly: "the other policy is of another namespace",
  },
  {
    cause: "MM-T11",
    fires: requesting("Unauthenticated desc = request authenticate failure"),
    object: "ServiceAccount/shop/default",
    near: requesting("Unavailable desc = connection error"),
    nearly: "istiod did not answer at all",
  },
  {
    cause: "MM-T12",
    fires: { ...meeting("2026-01-01T12:10:00Z"), logs: logs(times(3, unconnected(NOT_VERIFIED))) },
    object: "Pod/shop/web-1",
    near: { ...meeting("2026-01-01T11:00:00Z"), logs: logs(times(3, unconnected(NOT_VERIFIED))) },
    nearly: "the certificate has begun",
  },
  {
    cause: "MM-T12",
    when: "and whose node tells the time",
    fires: onNode("2026-01-01T12:05:00Z"),
    object: "Node//node-1",
    near: onNode("2026-01-01T12:00:05Z"),
    nearly: "the node's clock is right",
  },
  ...[
    ["MM-T08", "unable_to_get_local_issuer_certificate", "SAN_matcher"],
    ["MM-T09", "certificate_has_expired", "SAN_matcher"],
    ["MM-T13", "SAN_matcher", "certificate_has_expired"],
  ].map(([id = "", reason = "", other = ""]): CauseRow => ({
    cause: `MM-${id.slice(3)}`,
    when: "by the words of the caller's proxy alone",
    fires: verifying(reason),
    object: "Service/shop/web",
    near: verifying(other),
    nearly: `Envoy says ${other}`,
  })),
  {
    cause: "MM-T17",
    fires: toPartner({ credentialName: "partner" }),
    object: "DestinationRule/client/web",
    near: toPartner({ caCertificates: "/etc/certs/ca.pem" }),
    nearly: "the certificate is a file of the pod",
  },
  {
    cause: "MM-T17",
    when: "and whose rule selects the caller",
    fires: toPartner({ credentialName: "partner" }, {
      workloadSelector: { matchLabels: { app: "sleep" } },
    }),
    object: "Secret/client/partner",
    near: toPartner({ credentialName: "other" }, {
      workloadSelector: { matchLabels: { app: "sleep" } },
    }),
    nearly: "the Secret is there",
  },
  {
    cause: "MM-T18",
    fires: scraping("/metrics"),
    object: "Pod/shop/web-1",
    near: scraping("/orders"),
    nearly: "the request is not for metrics",
  },
  {
    cause: "MM-T19",
    fires: probing("read: connection reset by peer", STRICT),
    object: "Pod/shop/web-1",
    near: probing("read: connection reset by peer"),
    nearly: "the server takes plain text too",
  },
  {
    cause: "MM-T19",
    when: "and whose probes are not to be rewritten",
    fires: probing("", STRICT, { "sidecar.istio.io/rewriteAppHTTPProbers": "false" }),
    object: "Pod/shop/web-1",
    near: probing("HTTP probe failed with statuscode: 500", STRICT),
    nearly: "the application answers the probe",
  },
  {
    cause: "MM-T20",
    fires: passing("SIMPLE"),
    object: "DestinationRule/shop/web",
    near: passing("ISTIO_MUTUAL"),
    nearly: "the server's proxy takes the outer TLS off",
  },
];

function policy(id: string, spec: object, creationTimestamp?: string): object {
  return object(`security.istio.io/v1 PeerAuthentication ${id}`, spec, { creationTimestamp });
}

function on(port: number): object {
  return { [port]: { mode: "PERMISSIVE" } };
}

/** A caller without proxy before a namespace that is STRICT but for a policy. */
function plainly(...policies: readonly object[]): CaseParts {
  return {
    objects: [BARE, WEB, WEB_SERVICE, STRICT, ...policies],
    logs: { "shop/web-1": times(3, NO_FILTER_CHAIN) },
  };
}

function requesting(answer: string): CaseParts {
  const text =
    "2026-01-01T11:59:00.000Z\twarn\tsds\tfailed to warm certificate: failed to generate " +
    `workload certificate: create certificate: rpc error: code = ${answer}\n`;
  return {
    objects: [SLEEP, pod("shop/web-1", { ip: "10.0.0.2", ready: false }), WEB_SERVICE],
    files: { "proxies/shop/web-1/access.log": text },
    logs: { "client/sleep-1": times(3, UNHEALTHY) },
  };
}

/** A handshake that ends because the caller's proxy does not accept the certificate. */
function verifying(reason: string): CaseParts {
  const words = `${NOT_VERIFIED.replace(":TLS_error_end", "")}:verify_cert_failed:_${reason}`;
  return { objects: meshWith(), logs: logs(times(3, unconnected(words))) };
}

/** Proxies of which the server's has a certificate that begins at a time. */
function meeting(from: string): CaseParts {
  const identity = (rest: string) => certificates({ names: [`spiffe://cluster.local/ns/${rest}`] });
  const late = JSON.stringify(identity("shop/sa/default")).replaceAll("2025-12-01T00:00:00Z", from);
  return {
    objects: meshWith(),
    files: {
      "proxies/client/sleep-1/certs.json": identity("client/sa/default"),
      "proxies/shop/web-1/certs.json": late,
    },
  };
}

function onNode(renewTime: string): CaseParts {
  const server = pod("shop/web-1", { ip: "10.0.0.2", spec: { nodeName: "node-1" } });
  const lease = object("coordination.k8s.io/v1 Lease kube-node-lease/node-1", { renewTime });
  const line = { code: 401, details: "jwt_authn_access_denied{Jwt_is_expired}" };
  return {
    objects: [SLEEP, server, WEB_SERVICE, requestAuthentication(), lease],
    logs: logs(times(3, { code: 401, upstreamHost: "10.0.0.2:8080" }), times(3, line)),
  };
}

function toPartner(tls: object, spec: object = {}): CaseParts {
  return {
    dumps: false,
    to: "api.example.com:443",
    objects: meshWith(
      object("networking.istio.io/v1 ServiceEntry shop/api", {
        hosts: ["api.example.com"],
        resolution: "DNS",
        ports: [{ number: 443, name: "http", protocol: "HTTP" }],
      }),
      destinationRule({
        host: "api.example.com",
        trafficPolicy: { tls: { mode: "MUTUAL", ...tls } },
        ...spec,
      }, "client/web"),
      { apiVersion: "v1", kind: "Secret", metadata: { namespace: "client", name: "other" } },
    ),
    logs: logs(times(3, {
      ...CLOSED,
      authority: "api.example.com",
      upstreamCluster: "outbound|443||api.example.com",
      downstreamLocal: "203.0.113.1:443",
    })),
  };
}

function scraping(path: string): CaseParts {
  return { ...plainly(), request: { path } };
}

function probing(
  message: string,
  mode?: object,
  annotations: Record<string, string> = {},
): CaseParts {
  const containers = [
    {
      name: "app",
      ports: [{ containerPort: 8080 }],
      readinessProbe: { httpGet: { path: "/ready", port: 8080 } },
    },
    { name: "istio-proxy", args: ["proxy", "sidecar"] },
  ];
  const event = {
    apiVersion: "v1",
    kind: "Event",
    metadata: { namespace: "shop", name: "web-1.1" },
    involvedObject: { kind: "Pod", namespace: "shop", name: "web-1" },
    reason: "Unhealthy",
    message: `Readiness probe failed: ${message}`,
  };
  return {
    objects: [
      SLEEP,
      pod("shop/web-1", { ip: "10.0.0.2", ready: false, annotations, spec: { containers } }),
      WEB_SERVICE,
      ...(message ? [event] : []),
      ...(mode ? [mode] : []),
    ],
    logs: logs(times(3, UNHEALTHY)),
  };
}

function passing(mode: string): CaseParts {
  const port = { number: 443, name: "tls", protocol: "TLS" };
  return {
    dumps: false,
    from: "external",
    to: `https://${HOST}`,
    objects: [
      GATEWAY_POD,
      GATEWAY_SERVICE,
      WEB,
      service("shop/web", { ports: [{ name: "tls", port: 443, targetPort: 8443 }] }),
      endpointSlice("shop/web", ["10.0.0.2"], 8443),
      destinationRule({ trafficPolicy: { tls: { mode } } }),
      object("networking.istio.io/v1 Gateway shop/edge", {
        selector: { istio: "ingressgateway" },
        servers: [{ hosts: [HOST], port, tls: { mode: "PASSTHROUGH" } }],
      }),
      object("networking.istio.io/v1 VirtualService shop/web", {
        hosts: [HOST],
        gateways: ["edge"],
        tls: [{ match: [{ sniHosts: [HOST] }], route: [toWeb({ port: { number: 443 } })] }],
      }),
    ],
    logs: atGateway(times(3, {
      ...CLOSED,
      serverName: HOST,
      upstreamCluster: "outbound|443||web.shop.svc.cluster.local",
    })),
  };
}
