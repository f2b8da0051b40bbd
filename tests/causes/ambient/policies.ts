/** Rows of causes in ambient mode: policies, at ztunnel and behind waypoints. @module */
import type { CaseParts } from "../../cases/case_of.ts";
import {
  ambientNamespace,
  ambientPod,
  endpointSlice,
  object,
  pod,
  ztunnel,
} from "../../cases/objects.ts";
import {
  authorizationPolicy,
  type CauseRow,
  NO_FILTER_CHAIN,
  requestAuthentication,
  times,
} from "../row.ts";
import {
  ambient,
  bareCaller,
  behindWaypoint,
  connections,
  event,
  NAMESPACES,
  refusedPlainText,
  REJECTED,
  SLEEP,
  SLICE,
  STATIC_STRICT,
  STRICT,
  strictServer,
  WEB,
  WEB_SERVICE,
} from "./mesh.ts";

const NONE_ALLOWED = `${REJECTED}: allow policies exist, but none allowed`;

const HBONE_TIMEOUT =
  "connection timed out, maybe a NetworkPolicy is blocking HBONE port 15008: deadline has elapsed";

const HTTP_RULE = { to: [{ operation: { methods: ["GET"] } }] };

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

function plainCaller(error: string): CaseParts {
  return { objects: [...strictServer(), bareCaller({})], files: refusedPlainText(error) };
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
];
