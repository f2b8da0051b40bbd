/** Rows of the causes by which a policy that was meant to let a request pass does not match it. @module */
import type { CaseParts, LogLine } from "../cases/case_of.ts";
import { endpointSlice, meshConfig, object, pod, service } from "../cases/objects.ts";
import {
  answered,
  atGateway,
  authorizationPolicy,
  type CauseRow,
  certificates,
  denials,
  denied,
  GATEWAY_POD,
  GATEWAY_SERVICE,
  HOST,
  logs,
  meshWith,
  NOT_VERIFIED,
  requestAuthentication,
  SLEEP,
  times,
  toWeb,
  unconnected,
  virtualService,
  WEB,
  WEB_SERVICE,
} from "./row.ts";

const OWN = "cluster.local/ns/client/sa/sleep";
const RULE = "ns[shop]-policy[policy]-rule[0]";
const RUNS_AS_SLEEP = pod("client/sleep-1", {
  ip: "10.0.0.1",
  spec: { serviceAccountName: "sleep" },
});
const ACCOUNTS = [
  object("v1 ServiceAccount client/sleep", {}),
  object("v1 ServiceAccount client/other", {}),
  object("v1 ServiceAccount shop/web", {}),
];
const TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln";

const EDGE = [
  GATEWAY_POD,
  GATEWAY_SERVICE,
  WEB,
  WEB_SERVICE,
  endpointSlice("shop/web", ["10.0.0.2"]),
  object("networking.istio.io/v1 Gateway shop/edge", {
    selector: { istio: "ingressgateway" },
    servers: [{ hosts: [HOST], port: { number: 80, name: "http", protocol: "HTTP" } }],
  }),
  object("networking.istio.io/v1 VirtualService shop/web", {
    hosts: [HOST],
    gateways: ["edge"],
    http: [{ route: [toWeb()] }],
  }),
];

/** The rows. */
export const rows: readonly CauseRow[] = [
  ...[
    ["has a typing error", "cluster.local/ns/client/sa/sleeep"],
    ["begins with spiffe://", `spiffe://${OWN}`],
    ["is not whole", "client/sa/sleep"],
    ["is of another namespace", "cluster.local/ns/shop/sa/sleep"],
    ["is of another trust domain", "cluster.locale/ns/client/sa/sleep"],
  ].map(([when = "", principal = ""]): CauseRow => ({
    cause: "MM-A05",
    when: `and whose policy names an identity that ${when}`,
    fires: allowing({ from: [{ source: { principals: [principal] } }] }),
    object: "AuthorizationPolicy/shop/policy",
    near: allowing({ from: [{ source: { principals: ["cluster.local/ns/client/sa/other"] } }] }),
    nearly: "the policy names another account, which is there",
  })),
  {
    cause: "MM-A05",
    when: "and whose caller runs as default",
    fires: {
      ...allowing({ from: [{ source: { principals: [OWN] } }] }),
      objects: meshWith(
        ...ACCOUNTS,
        authorizationPolicy({ rules: [{ from: [{ source: { principals: [OWN] } }] }] }),
      ),
    },
    object: "AuthorizationPolicy/shop/policy",
    near: allowing({
      from: [{ source: { principals: ["cluster.local/ns/client/sa/sleeep"] } }],
      to: [{ operation: { methods: ["POST"] } }],
    }),
    nearly: "the rule is for another method besides",
  },
  {
    cause: "MM-A02",
    when: "and whose policy is at the gateway",
    fires: atEdge({ remoteIpBlocks: ["203.0.113.0/24"] }, { downstreamRemote: "192.0.2.7:5000" }),
    object: "AuthorizationPolicy/istio-system/policy",
    near: atEdge({ remoteIpBlocks: ["192.0.2.0/24"] }, { code: 403, details: "via_upstream" }),
    nearly: "the answer is the application's",
  },
  {
    cause: "MM-A07",
    fires: throughGateway({ namespaces: ["client"] }),
    object: "AuthorizationPolicy/shop/policy",
    near: allowing({ from: [{ source: { namespaces: ["other"] } }] }),
    nearly: "the caller is no gateway",
  },
  {
    cause: "MM-A08",
    fires: throughGateway({ ipBlocks: ["203.0.113.0/24"] }),
    object: "AuthorizationPolicy/shop/policy",
    near: allowing({ from: [{ source: { ipBlocks: ["10.9.0.0/16"] } }] }),
    nearly: "the address is the caller's own",
  },
  {
    cause: "MM-A08",
    when: "and whose gateway sees the address of a node",
    fires: atEdge({ ipBlocks: ["203.0.113.0/24"] }, { downstreamRemote: "172.18.0.2:5000" }),
    object: "Service/istio-system/istio-ingressgateway",
    near: atEdge({ ipBlocks: ["203.0.113.0/24"] }, { downstreamRemote: "198.51.100.7:5000" }),
    nearly: "the client has another address",
  },
  {
    cause: "MM-A08",
    when: "and whose gateway trusts the last proxy alone",
    fires: atEdge({ remoteIpBlocks: ["203.0.113.0/24"] }, {
      downstreamRemote: "198.51.100.7:5000",
      forwardedFor: "203.0.113.9,198.51.100.7",
    }),
    object: "AuthorizationPolicy/istio-system/policy",
    near: atEdge({ remoteIpBlocks: ["203.0.113.0/24"] }, {
      downstreamRemote: "198.51.100.7:5000",
      forwardedFor: "192.0.2.9,198.51.100.7",
    }),
    nearly: "no proxy names a client whom the policy lists",
  },
  ...[
    ["/cart", "/cart/items"],
    ["/cart/", "/cart"],
    ["/cart/*", "/cart"],
    ["cart", "/cart"],
    ["/Cart", "/cart"],
    ["/cart?x=1", "/cart"],
    ["/users/*/cart", "/users/7/cart"],
    ["/users/.*", "/users/7"],
  ].map(([pattern = "", path = ""]): CauseRow => ({
    cause: "MM-A10",
    when: `and whose policy names ${path} as ${pattern}`,
    fires: allowing({ to: [{ operation: { paths: [pattern] } }] }, { path }),
    object: "AuthorizationPolicy/shop/policy",
    near: allowing({ to: [{ operation: { paths: [pattern] } }] }, { path: "/orders" }),
    nearly: "the path is another one",
  })),
  {
    cause: "MM-A10",
    when: "and whose policy names the host without port",
    fires: allowing({ to: [{ operation: { hosts: ["web.shop"] } }] }, { authority: "web.shop:80" }),
    object: "AuthorizationPolicy/shop/policy",
    near: allowing({ to: [{ operation: { hosts: ["db.shop"] } }] }, { authority: "web.shop:80" }),
    nearly: "the host is another one",
  },
  {
    cause: "MM-A25",
    fires: preflight("OPTIONS"),
    object: "VirtualService/shop/web",
    near: preflight("GET"),
    nearly: "the request is no question of a browser",
  },
  {
    cause: "MM-A27",
    fires: denyingAllBut({ notPaths: ["/api/*"] }),
    object: "AuthorizationPolicy/shop/policy",
    near: denyingAllBut({ notPaths: ["/api/*"], ports: ["8080"] }),
    nearly: "the rule names its port",
  },
  {
    cause: "MM-A28",
    fires: withTokens({ fromHeaders: [{ name: "x-token" }] }),
    object: "RequestAuthentication/shop/tokens",
    near: withTokens({}),
    nearly: "tokens are looked for in the usual places, and none was seen",
  },
  {
    cause: "MM-A28",
    when: "and whose request has its token in a parameter of another name",
    fires: withTokens({}, { path: `/?token=${TOKEN}` }),
    object: "RequestAuthentication/shop/tokens",
    near: withTokens({}, { path: `/?access_token=${TOKEN}` }),
    nearly: "the rule reads the parameter",
  },
  {
    cause: "MM-T14",
    fires: ofDomain("cluster.local"),
    object: "ConfigMap/istio-system/istio",
    near: ofDomain("cluster.local", { trustDomainAliases: ["cluster.local"] }),
    nearly: "the other trust domain is an alias",
  },
  {
    cause: "MM-T14",
    when: "and whose policies name the old one",
    fires: naming("old.example.com", "old.example.com"),
    object: "AuthorizationPolicy/shop/policy",
    near: naming("old.example.com", "cluster.local"),
    nearly: "other policies name the mesh's own, so that it is a typing error",
  },
];

/** A policy of one rule that does not allow the request. */
function allowing(rule: object, line: LogLine = {}): CaseParts {
  const { path } = line;
  return {
    dumps: false,
    objects: [
      RUNS_AS_SLEEP,
      WEB,
      WEB_SERVICE,
      ...ACCOUNTS,
      authorizationPolicy({ rules: [rule] }),
    ],
    ...(path === undefined ? {} : { request: { path } }),
    logs: logs(
      times(4, { ...answered(403), ...line }),
      times(4, { ...denied("none"), ...line }),
    ),
  };
}

function throughGateway(source: object): CaseParts {
  return {
    dumps: false,
    from: "external",
    to: `http://${HOST}`,
    objects: [...EDGE, authorizationPolicy({ rules: [{ from: [{ source }] }] })],
    logs: {
      ...atGateway(times(3, {
        ...answered(403),
        upstreamCluster: "outbound|80||web.shop.svc.cluster.local",
      })),
      "shop/web-1": times(3, { ...denied("none"), authority: HOST }),
    },
  };
}

function atEdge(source: object, line: LogLine): CaseParts {
  return {
    dumps: false,
    from: "external",
    to: `http://${HOST}`,
    objects: [
      ...EDGE,
      {
        apiVersion: "v1",
        kind: "Node",
        metadata: { name: "node-2" },
        status: { addresses: [{ type: "InternalIP", address: "172.18.0.2" }] },
      },
      object("security.istio.io/v1 AuthorizationPolicy istio-system/policy", {
        selector: { matchLabels: { istio: "ingressgateway" } },
        rules: [{ from: [{ source }] }],
      }),
    ],
    logs: atGateway(times(3, { ...denied("none"), ...line })),
  };
}

function preflight(method: string): CaseParts {
  return {
    dumps: false,
    objects: meshWith(
      authorizationPolicy({ rules: [{ to: [{ operation: { methods: ["POST"] } }] }] }),
      virtualService({ http: [{ corsPolicy: { allowMethods: ["POST"] }, route: [toWeb()] }] }),
    ),
    logs: logs(times(3, { ...answered(403), method }), times(3, { ...denied("none"), method })),
  };
}

function denyingAllBut(operation: object): CaseParts {
  const ports = [
    { name: "http", port: 80, targetPort: 8080 },
    { name: "http-metrics", port: 9090, targetPort: 9090 },
  ];
  return {
    objects: [
      SLEEP,
      WEB,
      service("shop/web", { ports }),
      authorizationPolicy({ action: "DENY", rules: [{ to: [{ operation }] }] }),
    ],
    logs: denials(RULE),
  };
}

function withTokens(rule: object, line: LogLine = {}): CaseParts {
  const wanting = authorizationPolicy({
    rules: [{ from: [{ source: { requestPrincipals: ["*"] } }] }],
  });
  return {
    dumps: false,
    objects: meshWith(wanting, requestAuthentication(rule)),
    logs: logs(times(3, { ...answered(403), ...line }), times(3, { ...denied("none"), ...line })),
  };
}

/** A mesh of trust domain new.example.com, whose server has a certificate of another. */
function ofDomain(domain: string, settings: object = {}): CaseParts {
  const identity = (td: string, rest: string) => ({ names: [`spiffe://${td}/ns/${rest}`] });
  return {
    objects: meshWith(meshConfig({ trustDomain: "new.example.com", ...settings })),
    files: {
      "proxies/client/sleep-1/certs.json": certificates(
        identity("new.example.com", "client/sa/default"),
      ),
      "proxies/shop/web-1/certs.json": certificates(identity(domain, "shop/sa/default")),
    },
    logs: logs(times(3, unconnected(NOT_VERIFIED))),
  };
}

/** Policies that name callers, that of the server by `own` and another by `other`. */
function naming(own: string, other: string): CaseParts {
  const rules = (principal: string) => [{ from: [{ source: { principals: [principal] } }] }];
  const parts = allowing({ from: [{ source: { principals: [`${own}/ns/client/sa/sleep`] } }] });
  return {
    ...parts,
    objects: [
      ...parts.objects,
      object("security.istio.io/v1 AuthorizationPolicy client/policy", {
        rules: rules(`${other}/ns/shop/sa/default`),
      }),
    ],
  };
}
