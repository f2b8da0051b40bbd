/** Rows of the causes of ambient mode: ztunnel, waypoints, and what istio-cni does on nodes. @module */
import type { CaseParts } from "../cases/case_of.ts";
import {
  ambientNamespace,
  ambientPod,
  endpointSlice,
  object,
  pod,
  service,
  waypoint,
  ztunnel,
} from "../cases/objects.ts";
import { type ConnectionParts, ztunnelLog } from "../cases/ztunnel_line.ts";
import {
  authorizationPolicy,
  type CauseRow,
  NO_FILTER_CHAIN,
  peerAuthentication,
  requestAuthentication,
  times,
  virtualService,
} from "./row.ts";

const ZTUNNEL_LOG = "proxies/istio-system/ztunnel-node-1/access.log";
const NAMESPACES = [ambientNamespace("client"), ambientNamespace("shop")];
const SLEEP = ambientPod("client/sleep-1", { ip: "10.0.0.1" });
const WEB = ambientPod("shop/web-1", { ip: "10.0.0.2" });
const SLICE = endpointSlice("shop/web", ["10.0.0.2"]);
const WEB_SERVICE = service("shop/web");
const ENROLLED = service("shop/web", {}, { labels: { "istio.io/use-waypoint": "waypoint" } });
const REJECTED = "connection closed due to policy rejection";
const NONE_ALLOWED = `${REJECTED}: allow policies exist, but none allowed`;
const STATIC_STRICT =
  `${REJECTED}: explicitly denied by: istio-system/istio_converted_static_strict`;
const HBONE_TIMEOUT =
  "connection timed out, maybe a NetworkPolicy is blocking HBONE port 15008: deadline has elapsed";
const STRICT = peerAuthentication({ mtls: { mode: "STRICT" } });
const HTTP_RULE = { to: [{ operation: { methods: ["GET"] } }] };

/** Caller and server in ambient mode, without waypoint, and three connections with this end. */
function ambient(end: ConnectionParts, ...objects: readonly object[]): CaseParts {
  return {
    objects: [...NAMESPACES, SLEEP, WEB, SLICE, WEB_SERVICE, ztunnel(), ...objects],
    files: connections(end),
  };
}

function connections(...ends: readonly ConnectionParts[]): Record<string, string> {
  return { [ZTUNNEL_LOG]: ztunnelLog(ends.flatMap((end) => [end, end, end])) };
}

/** The same behind a waypoint that logged what it answered. */
function behindWaypoint(code: number, end: ConnectionParts, ...objects: object[]): CaseParts {
  const flags = code === 503 ? ["UC"] : [];
  return {
    objects: [
      ...NAMESPACES,
      SLEEP,
      WEB,
      SLICE,
      ENROLLED,
      ztunnel(),
      ...waypoint("shop/waypoint"),
      ...objects,
    ],
    logs: { "shop/waypoint-1": times(3, { code, flags }) },
    files: connections({
      direction: "inbound",
      source: "10.0.0.5:50000",
      identity: "spiffe://cluster.local/ns/shop/sa/waypoint",
      ...end,
    }),
  };
}

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-Z01",
    fires: ambient({ error: HBONE_TIMEOUT }, networkPolicy([{ port: 8080 }])),
    object: "NetworkPolicy/shop/web",
    near: ambient({ error: "connection failed" }, networkPolicy([{ port: 8080 }, { port: 15008 }])),
    nearly: "the policy opens port 15008 too",
  },
  {
    cause: "MM-Z01",
    when: "by a policy that Kubernetes does not know",
    fires: ambient({ error: HBONE_TIMEOUT }),
    object: "Pod/shop/web-1",
    near: ambient({ error: HBONE_TIMEOUT }, networkPolicy([{ port: 80 }])),
    nearly: "a policy that does not want the caller at all closes the application's port too",
  },
  {
    cause: "MM-C05",
    when: "between pods in ambient mode",
    fires: ambient({ error: HBONE_TIMEOUT }, networkPolicy([{ port: 80 }])),
    object: "NetworkPolicy/shop/web",
    near: ambient({ error: HBONE_TIMEOUT }, networkPolicy([{ port: 8080 }])),
    nearly: "only the tunnel's port is closed",
  },
  {
    cause: "MM-T01",
    when: "of ztunnel towards a sidecar without HBONE",
    fires: toSidecar({ app: "web" }),
    object: "PeerAuthentication/shop/default",
    near: toSidecar({ app: "web", "networking.istio.io/tunnel": "http" }),
    nearly: "the sidecar takes HBONE",
  },
  {
    cause: "MM-C52",
    when: "behind ztunnel",
    fires: ambient({
      direction: "inbound",
      error: "connection failed: Connection refused (os error 111)",
    }),
    object: "Pod/shop/web-1",
    near: ambient({ error: "connection failed: Connection refused (os error 111)" }),
    nearly: "it is the server's ztunnel that nobody answers for",
  },
  {
    cause: "MM-C07",
    fires: fromSidecar([{ port: 8080 }]),
    object: "NetworkPolicy/shop/web",
    near: fromSidecar([{ port: 8080 }, { port: 15008 }]),
    nearly: "the policy opens port 15008 too",
  },
  {
    cause: "MM-Z02",
    fires: notReady([{ from: [{ namespaceSelector: {} }] }]),
    object: "NetworkPolicy/shop/web",
    near: notReady([{ from: [{ ipBlock: { cidr: "169.254.7.127/32" } }] }]),
    nearly: "the policy lets the probes' address in",
  },
  {
    cause: "MM-Z03",
    fires: withoutZtunnel({ desiredNumberScheduled: 2, numberReady: 1 }),
    object: "Node//node-2",
    near: withoutZtunnel({ desiredNumberScheduled: 2, numberReady: 2 }),
    nearly: "all ztunnels are ready, so that one was just not recorded",
  },
  {
    cause: "MM-Z04",
    fires: uncapturedCaller({}),
    object: "Pod/client/sleep-1",
    near: { ...uncapturedCaller({}), objects: [...strictServer(), bareCaller({})] },
    nearly: "nobody enrolled the caller",
  },
  {
    cause: "MM-Z04",
    when: "on the host network",
    fires: uncapturedCaller({ spec: { hostNetwork: true } }),
    object: "Pod/client/sleep-1",
    near: ambient({}, STRICT),
    nearly: "the caller is captured",
  },
  {
    cause: "MM-Z04",
    when: "on the side of the server",
    fires: uncapturedServer({}),
    object: "Pod/shop/web-1",
    near: uncapturedServer({ "istio.io/dataplane-mode": "none" }),
    nearly: "somebody took the server out of ambient mode on purpose",
  },
  {
    cause: "MM-Z05",
    fires: both({ "ambient.istio.io/redirection": "enabled" }),
    object: "Pod/shop/web-1",
    near: both({}),
    nearly: "ambient leaves the pod with a sidecar alone",
  },
  {
    cause: "MM-Z06",
    fires: ambient({}, ENROLLED),
    object: "Gateway/shop/waypoint",
    near: ambient({}, ENROLLED, ...waypoint("shop/waypoint")),
    nearly: "the waypoint is ready",
  },
  {
    cause: "MM-Z06",
    when: "while the waypoint has no address",
    fires: ambient(
      { error: "unknown waypoint: shop/waypoint" },
      ENROLLED,
      ...waypoint("shop/waypoint", {
        status: { conditions: [{ type: "Programmed", status: "False", message: "no pods" }] },
      }),
    ),
    object: "Gateway/shop/waypoint",
    near: {
      ...ambient({}, ENROLLED),
      from: "curl.client",
      objects: [
        ...ambient({}, ENROLLED).objects,
        pod("client/curl-1", { ip: "10.0.0.3", proxy: false }),
      ],
    },
    nearly: "the caller would not use a waypoint anyway",
  },
  {
    cause: "MM-Z06",
    when: "after its pods are gone",
    fires: ambient(
      { error: "no healthy upstream: 10.1.0.5:15008" },
      ENROLLED,
      ...waypoint("shop/waypoint").slice(0, 1),
    ),
    object: "Gateway/shop/waypoint",
    near: ambient({}, elsewhere(), ...admitting(waypoint("edge/waypoint").slice(0, 1))),
    nearly: "no pod of the waypoint's namespace was read",
  },
  {
    cause: "MM-Z07",
    fires: ambient(
      { direction: "inbound", error: NONE_ALLOWED },
      authorizationPolicy({ rules: [HTTP_RULE] }),
    ),
    object: "AuthorizationPolicy/shop/policy",
    near: ambient(
      { direction: "inbound", error: NONE_ALLOWED },
      authorizationPolicy({ rules: [{ from: [{ source: { namespaces: ["ops"] } }] }] }),
    ),
    nearly: "the policy is for connections and wants another caller",
  },
  {
    cause: "MM-Z07",
    when: "of a DENY policy",
    fires: ambient(
      { direction: "inbound", error: `${REJECTED}: explicitly denied by: shop/policy` },
      authorizationPolicy({ action: "DENY", rules: [{ to: [{ operation: { paths: ["/x"] } }] }] }),
    ),
    object: "AuthorizationPolicy/shop/policy",
    near: ambient({}, authorizationPolicy({ rules: [HTTP_RULE] })),
    nearly: "connections get through",
  },
  {
    cause: "MM-Z08",
    fires: behindWaypoint(
      503,
      { error: NONE_ALLOWED },
      authorizationPolicy({ rules: [HTTP_RULE] }),
    ),
    object: "AuthorizationPolicy/shop/policy",
    near: behindWaypoint(200, {}, waypointPolicy()),
    nearly: "the policy names the Service",
  },
  {
    cause: "MM-Z08",
    when: "of a RequestAuthentication",
    fires: behindWaypoint(200, {}, requestAuthentication()),
    object: "RequestAuthentication/shop/tokens",
    near: ambient({}, requestAuthentication()),
    nearly: "there is no waypoint at all",
  },
  {
    cause: "MM-Z09",
    fires: ambient({}, virtualService({ http: [{ fault: { abort: { httpStatus: 500 } } }] })),
    object: "VirtualService/shop/web",
    near: behindWaypoint(200, {}, virtualService({ http: [{ fault: {} }] })),
    nearly: "a waypoint carries the routes out",
  },
  {
    cause: "MM-Z11",
    fires: ambient(
      {},
      ENROLLED,
      ...waypoint("shop/waypoint", { labels: { "istio.io/waypoint-for": "workload" } }),
    ),
    object: "Gateway/shop/waypoint",
    near: ambient(
      {},
      ENROLLED,
      ...waypoint("shop/waypoint", { labels: { "istio.io/waypoint-for": "all" } }),
    ),
    nearly: "the waypoint takes all traffic",
  },
  {
    cause: "MM-Z12",
    fires: ambient({}, elsewhere(), ...waypoint("edge/waypoint")),
    object: "Gateway/edge/waypoint",
    near: ambient({}, ENROLLED, ...waypoint("shop/waypoint")),
    nearly: "the waypoint is of the same namespace",
  },
  {
    cause: "MM-Z13",
    fires: ambient(
      { direction: "inbound", error: NONE_ALLOWED },
      authorizationPolicy({ rules: [{ from: [{ source: { namespaces: ["ops"] } }] }] }),
    ),
    object: "AuthorizationPolicy/shop/policy",
    near: ambient(
      {},
      authorizationPolicy({ rules: [{ from: [{ source: { namespaces: ["client"] } }] }] }),
    ),
    nearly: "the policy lets the caller in",
  },
  {
    cause: "MM-Z13",
    when: "where only the client's ztunnel was read",
    fires: ambient(
      { error: "http status: 401 Unauthorized" },
      authorizationPolicy({ rules: [{ from: [{ source: { namespaces: ["ops"] } }] }] }),
    ),
    object: "AuthorizationPolicy/shop/policy",
    near: ambient({ error: "http status: 401 Unauthorized" }),
    nearly: "there is no policy",
  },
  {
    cause: "MM-Z13",
    when: "of a waypoint that the policy forgot",
    fires: behindWaypoint(
      503,
      { error: NONE_ALLOWED },
      authorizationPolicy({ rules: [{ from: [{ source: { namespaces: ["client"] } }] }] }),
    ),
    object: "AuthorizationPolicy/shop/policy",
    near: behindWaypoint(
      200,
      {},
      authorizationPolicy({ rules: [{ from: [{ source: { namespaces: ["shop"] } }] }] }),
    ),
    nearly: "the policy lets the waypoint in",
  },
  {
    cause: "MM-Z14",
    fires: plainCaller(STATIC_STRICT),
    object: "PeerAuthentication/shop/default",
    near: ambient({ direction: "inbound" }, STRICT),
    nearly: "the caller is in ambient mode and has an identity",
  },
  {
    cause: "MM-Z15",
    fires: ambient({ error: "no service for target address: 10.1.0.1:80" }),
    object: "Pod/istio-system/ztunnel-node-1",
    near: ambient({ error: "http status: 503 Service Unavailable" }),
    nearly: "ztunnel knew where to send the connection",
  },
  {
    cause: "MM-Z15",
    when: "as its configuration shows",
    fires: knowing("api.shop.svc.cluster.local"),
    object: "Pod/istio-system/ztunnel-node-1",
    near: knowing("web.shop.svc.cluster.local"),
    nearly: "ztunnel knows the Service",
  },
  {
    cause: "MM-Z16",
    fires: withoutQuota("insufficient quota to match these scopes: [{PriorityClass In []}]"),
    object: "DaemonSet/istio-system/ztunnel",
    near: withoutQuota("exceeded quota: compute, requested: pods=1"),
    nearly: "the quota admits critical pods, and is used up",
  },
  {
    cause: "MM-Z17",
    fires: onK3s("/etc/cni/net.d"),
    object: "DaemonSet/istio-system/istio-cni-node",
    near: onK3s("/var/lib/rancher/k3s/agent/etc/cni/net.d"),
    nearly: "istio-cni is where k3s looks",
  },
  {
    cause: "MM-Z18",
    fires: withCilium({ "bpf-lb-sock": "true" }),
    object: "ConfigMap/kube-system/cilium-config",
    near: withCilium({ "bpf-lb-sock": "true", "bpf-lb-sock-hostns-only": "true" }),
    nearly: "Cilium balances for the host only",
  },
];

function waypointPolicy(): object {
  return object("security.istio.io/v1 AuthorizationPolicy shop/policy", {
    targetRefs: [{ kind: "Service", group: "", name: "web" }],
    rules: [HTTP_RULE],
  });
}

function toSidecar(labels: Readonly<Record<string, string>>): CaseParts {
  const web = pod("shop/web-1", { ip: "10.0.0.2", labels });
  return {
    objects: [ambientNamespace("client"), SLEEP, web, SLICE, WEB_SERVICE, ztunnel(), STRICT],
    logs: { "shop/web-1": times(3, NO_FILTER_CHAIN) },
    files: connections({ error: "connection closed", destination: "10.0.0.2:8080", tunnelled: "" }),
  };
}

function knowing(hostname: string): CaseParts {
  const dump = { services: [{ hostname }], workloads: [{ workloadIps: ["10.0.0.2"] }] };
  const { objects } = ambient({});
  return { objects, files: { "proxies/istio-system/ztunnel-node-1/config_dump.json": dump } };
}

function networkPolicy(ports: readonly object[]): object {
  return object("networking.k8s.io/v1 NetworkPolicy shop/web", {
    podSelector: { matchLabels: { app: "web" } },
    policyTypes: ["Ingress"],
    ingress: [{ ports }],
  });
}

/** A sidecar that sends through HBONE, as the endpoint in its configuration says. */
function fromSidecar(ports: readonly object[]): CaseParts {
  return {
    objects: [
      ...NAMESPACES,
      pod("client/sleep-1", { ip: "10.0.0.1" }),
      WEB,
      WEB_SERVICE,
      networkPolicy(ports),
    ],
    proxy: ({ endpoints }) => {
      const address = "envoy://connect_originate/10.0.0.2:8080";
      for (const name of endpoints.keys()) endpoints.set(name, [{ address, health: "HEALTHY" }]);
    },
    logs: {
      "client/sleep-1": times(3, {
        code: 503,
        flags: ["UF"],
        details: "upstream_reset_before_response_started{connection_timeout}",
      }),
    },
  };
}

function notReady(ingress: readonly object[]): CaseParts {
  const readinessProbe = { httpGet: { path: "/", port: 8080 } };
  const containers = [{ name: "app", ports: [{ containerPort: 8080 }], readinessProbe }];
  const web = ambientPod("shop/web-1", { ip: "10.0.0.2", ready: false, spec: { containers } });
  return {
    objects: [
      ...NAMESPACES,
      SLEEP,
      web,
      WEB_SERVICE,
      endpointSlice("shop/web", []),
      ztunnel(),
      object("networking.k8s.io/v1 NetworkPolicy shop/web", {
        podSelector: {},
        policyTypes: ["Ingress"],
        ingress: [...ingress, { ports: [{ port: 15008 }] }],
      }),
      event(
        "Pod shop/web-1",
        "Unhealthy",
        'Readiness probe failed: Get "http://10.0.0.2:8080/": context deadline exceeded',
      ),
    ],
  };
}

function event(about: string, reason: string, message: string): object {
  const [kind, path = ""] = about.split(" ");
  const [namespace, name] = path.split("/");
  return {
    apiVersion: "v1",
    kind: "Event",
    metadata: { namespace, name: `${name}.1` },
    involvedObject: { kind, namespace, name },
    reason,
    message,
    type: "Warning",
  };
}

function daemonSet(id: string, status: object, spec: object = {}): object {
  return {
    ...object(`apps/v1 DaemonSet ${id}`, spec, { labels: { app: id.split("/")[1] } }),
    status,
  };
}

function withoutZtunnel(status: object): CaseParts {
  const web = ambientPod("shop/web-1", { ip: "10.0.0.2", spec: { nodeName: "node-2" } });
  return {
    objects: [
      ...NAMESPACES,
      SLEEP,
      web,
      SLICE,
      WEB_SERVICE,
      ztunnel(),
      daemonSet("istio-system/ztunnel", status),
    ],
    files: connections({ error: "connection failed: Connection refused (os error 111)" }),
  };
}

function withoutQuota(message: string): CaseParts {
  const { objects, ...rest } = withoutZtunnel({ desiredNumberScheduled: 2, numberReady: 0 });
  return {
    ...rest,
    objects: [...objects, event("DaemonSet istio-system/ztunnel", "FailedCreate", message)],
  };
}

function strictServer(): object[] {
  return [ambientNamespace("shop"), WEB, SLICE, WEB_SERVICE, ztunnel(), STRICT];
}

function bareCaller(parts: object): object {
  return pod("client/sleep-1", {
    ip: "10.0.0.1",
    proxy: false,
    spec: { nodeName: "node-1" },
    ...parts,
  });
}

/** Plain text that a STRICT server's ztunnel refuses. */
function refusedPlainText(error: string): Record<string, string> {
  return connections({
    direction: "inbound",
    identity: "",
    destination: "10.0.0.2:8080",
    tunnelled: "",
    error,
  });
}

function uncapturedCaller(parts: object): CaseParts {
  return {
    objects: [...strictServer(), ambientNamespace("client"), bareCaller(parts)],
    files: refusedPlainText(STATIC_STRICT),
  };
}

function uncapturedServer(labels: Readonly<Record<string, string>>): CaseParts {
  const web = pod("shop/web-1", {
    ip: "10.0.0.2",
    proxy: false,
    labels: { app: "web", ...labels },
  });
  return {
    objects: [...NAMESPACES, SLEEP, web, SLICE, WEB_SERVICE, ztunnel(), STRICT],
    files: connections({ destination: "10.0.0.2:8080", tunnelled: "" }),
  };
}

function plainCaller(error: string): CaseParts {
  return { objects: [...strictServer(), bareCaller({})], files: refusedPlainText(error) };
}

function both(annotations: Readonly<Record<string, string>>): CaseParts {
  return {
    objects: [
      ...NAMESPACES,
      pod("client/sleep-1", { ip: "10.0.0.1" }),
      pod("shop/web-1", { ip: "10.0.0.2", annotations }),
      WEB_SERVICE,
    ],
    logs: { "client/sleep-1": times(3, { code: 503, flags: ["UC"], details: "upstream_reset" }) },
  };
}

function elsewhere(): object {
  const labels = {
    "istio.io/use-waypoint": "waypoint",
    "istio.io/use-waypoint-namespace": "edge",
  };
  return service("shop/web", {}, { labels });
}

/** The Gateway of a waypoint for all namespaces. */
function admitting([gateway]: readonly object[]): object[] {
  const allowedRoutes = { namespaces: { from: "All" } };
  const listeners = [{ name: "mesh", port: 15008, protocol: "HBONE", allowedRoutes }];
  return [{ ...gateway, spec: { gatewayClassName: "istio-waypoint", listeners } }];
}

function onK3s(path: string): CaseParts {
  const { objects, ...rest } = uncapturedCaller({});
  const volumes = [{ name: "cni-net-dir", hostPath: { path } }];
  return {
    ...rest,
    objects: [
      ...objects,
      daemonSet("istio-system/istio-cni-node", {}, { template: { spec: { volumes } } }),
      {
        apiVersion: "v1",
        kind: "Node",
        metadata: { name: "node-1" },
        status: { nodeInfo: { kubeletVersion: "v1.35.1+k3s1" } },
      },
    ],
  };
}

function withCilium(data: Readonly<Record<string, string>>): CaseParts {
  return {
    objects: [
      ...strictServer(),
      ambientNamespace("client"),
      SLEEP,
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { namespace: "kube-system", name: "cilium-config" },
        data,
      },
    ],
    files: refusedPlainText(STATIC_STRICT),
  };
}
