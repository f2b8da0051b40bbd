/** What the rows of the causes have in common: the usual caller and server, and lines as Envoy writes them. @module */
import type { CaseParts, LogLine } from "../cases/case_of.ts";
import { object, pod, service } from "../cases/objects.ts";

/** A cause with a small mesh that has it, and one that nearly has it. */
export interface CauseRow {
  /** Id of the cause. */
  readonly cause: `MM-${string}`;
  /** What is special about the case, where the cause has other rows too. */
  readonly when?: string;
  /** A case in which it is the first finding. */
  readonly fires: CaseParts;
  /** `Kind/namespace/name` of an object that it must name. */
  readonly object: string;
  /** A case that looks alike and has another cause, or none. */
  readonly near: CaseParts;
  /** Why the cause must be silent there. */
  readonly nearly: string;
}

/** Lines of access logs by `namespace/pod`. */
export type Logs = NonNullable<CaseParts["logs"]>;

/** The caller, at 10.0.0.1. */
export const SLEEP = pod("client/sleep-1", { ip: "10.0.0.1" });

/** The server, at 10.0.0.2. */
export const WEB = pod("shop/web-1", { ip: "10.0.0.2" });

/** The server's Service. */
export const WEB_SERVICE = service("shop/web");

/** A host that clients outside ask for. */
export const HOST = "shop.example.com";

/** The pod of the ingress gateway. */
export const GATEWAY_POD = pod("istio-system/istio-ingressgateway-1", {
  ip: "10.0.0.8",
  gateway: true,
  labels: { istio: "ingressgateway" },
});

/** The ingress gateway's Service. */
export const GATEWAY_SERVICE = service("istio-system/istio-ingressgateway", {
  selector: { istio: "ingressgateway" },
  ports: [
    { name: "http2", port: 80, targetPort: 8080 },
    { name: "https", port: 443, targetPort: 8443 },
  ],
});

/** Caller, server and Service, with further objects. */
export function meshWith(...objects: readonly object[]): readonly object[] {
  return [SLEEP, WEB, WEB_SERVICE, ...objects];
}

/** The access logs of the caller and of the server. */
export function logs(
  sent: readonly LogLine[],
  received: readonly LogLine[] = [],
): Logs {
  return { "client/sleep-1": sent, "shop/web-1": received };
}

/** The access log of the ingress gateway. */
export function atGateway(lines: readonly LogLine[]): Logs {
  const own = { upstreamCluster: "", downstreamLocal: "10.0.0.8:8080", authority: HOST };
  return { "istio-system/istio-ingressgateway-1": lines.map((line) => ({ ...own, ...line })) };
}

/** A line several times. */
export function times(count: number, line: LogLine): LogLine[] {
  return Array.from({ length: count }, () => line);
}

/** The server's answer as the caller's proxy passes it on. */
export function answered(code: number): LogLine {
  return { code, details: "via_upstream", upstreamHost: "10.0.0.2:8080" };
}

/** An answer that a proxy makes by itself; `flags` divided by commas, `details` as Envoy writes them. */
export function refused(code: number, flags: string, details: string): LogLine {
  return { code, flags: flags.split(","), details };
}

/** Requests for which the caller's proxy has no Envoy cluster. */
export const NO_CLUSTER: Logs = logs(
  times(3, { ...refused(503, "NC", "cluster_not_found"), upstreamCluster: "" }),
);

/** A connection to `host` that does not come about, for a reason in Envoy's words. */
export function unconnected(transportFailure: string, host = "10.0.0.2:8080"): LogLine {
  return {
    code: 503,
    flags: ["URX", "UF"],
    details:
      `upstream_reset_before_response_started{remote_connection_failure|${transportFailure}}`,
    transportFailure,
    upstreamHost: host,
  };
}

/** Why nothing answers on a port. */
export const CONNECTION_REFUSED = "delayed_connect_error:_Connection_refused";

/** Why a handshake with something that speaks plain text ends. */
export const NO_TLS =
  "TLS_error:|268435703:SSL_routines:OPENSSL_internal:WRONG_VERSION_NUMBER:TLS_error_end";

/** Why a handshake ends that does not accept the other side's certificate. */
export const NOT_VERIFIED =
  "TLS_error:|268435581:SSL_routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:TLS_error_end";

/** A connection that is not HTTP, or was not understood as such. */
export const CONNECTION: LogLine = {
  method: "",
  path: "",
  protocol: "",
  code: 0,
  details: "",
  requestId: "",
  authority: "",
};

/** A connection that the server's proxy takes for nothing it knows: plain text where only mTLS is taken. */
export const NO_FILTER_CHAIN: LogLine = {
  ...CONNECTION,
  flags: ["NR"],
  details: "filter_chain_not_found",
  upstreamCluster: "",
};

/** A request that the server's proxy denies by policy, for the reason that Envoy gives in brackets. */
export function denied(by: string): LogLine {
  return { code: 403, details: `rbac_access_denied_matched_policy[${by}]` };
}

/** Requests that the server's proxy denies by policy. */
export function denials(by: string): Logs {
  return logs(times(4, answered(403)), times(4, denied(by)));
}

/** The VirtualService `shop/web` for the server's host. */
export function virtualService(spec: object, id = "shop/web"): object {
  const hosts = ["web.shop.svc.cluster.local"];
  return object(`networking.istio.io/v1 VirtualService ${id}`, { hosts, ...spec });
}

/** A destination of the server's host in a route. */
export function toWeb(destination: object = {}): object {
  return { destination: { host: "web.shop.svc.cluster.local", ...destination } };
}

/** The DestinationRule `shop/web` for the server's host. */
export function destinationRule(spec: object, id = "shop/web"): object {
  const host = "web.shop.svc.cluster.local";
  return object(`networking.istio.io/v1 DestinationRule ${id}`, { host, ...spec });
}

/** The PeerAuthentication `shop/default`. */
export function peerAuthentication(spec: object): object {
  return object("security.istio.io/v1 PeerAuthentication shop/default", spec);
}

/** The AuthorizationPolicy `shop/policy` for the server. */
export function authorizationPolicy(spec: object): object {
  return object("security.istio.io/v1 AuthorizationPolicy shop/policy", {
    selector: { matchLabels: { app: "web" } },
    ...spec,
  });
}

/** The RequestAuthentication `shop/tokens` for the server. */
export function requestAuthentication(rule: object = {}): object {
  return object("security.istio.io/v1 RequestAuthentication shop/tokens", {
    selector: { matchLabels: { app: "web" } },
    jwtRules: [{ issuer: "https://issuer.example.com", ...rule }],
  });
}

/** The answer of a proxy's `/certs`: its own certificate and the root that it trusts. */
export function certificates(
  { root = "01", names, until = "2026-01-02T00:00:00Z" }: {
    readonly root?: string;
    readonly names: readonly string[];
    readonly until?: string;
  },
): object {
  const subject_alt_names = names.map((name) =>
    name.startsWith("spiffe:") ? { uri: name } : { dns: name }
  );
  const valid_from = "2025-12-01T00:00:00Z";
  return {
    certificates: [{
      ca_cert: [{ serial_number: root, valid_from, expiration_time: "2036-01-01T00:00:00Z" }],
      cert_chain: [{ serial_number: "02", subject_alt_names, valid_from, expiration_time: until }],
    }],
  };
}
