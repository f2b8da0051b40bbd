import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { diagnoseConfiguration, diagnoseSecurity, type DiagnosisReport } from "../mod.ts";
import { inputOf, NOW } from "./cases/case_of.ts";
import {
  ambientNamespace,
  ambientPod,
  object,
  pod,
  service,
  waypoint,
  ztunnel,
} from "./cases/objects.ts";
import { CLOSED, found, policy, SAFE, STRICT, WEB } from "./cases/safe_mesh.ts";
import { ztunnelLog } from "./cases/ztunnel_line.ts";

Deno.test("a mesh with STRICT mTLS and closed egress has no open door", async () => {
  const report = await diagnoseSecurity(inputOf({ objects: SAFE }));
  deepStrictEqual([report.verdict, report.findings], ["healthy", []]);
});

Deno.test("PERMISSIVE mTLS is found, with the callers that come in plain text", async () => {
  const plain = {
    downstreamRemote: "10.0.0.3:40000",
    requestId: "x",
    downstreamLocal: "10.0.0.2:8080",
  };
  const legacy = pod("legacy/old-1", { ip: "10.0.0.3", proxy: false });
  const objects = [WEB, legacy, service("shop/web"), CLOSED];
  const report = await diagnoseSecurity(inputOf({ objects, logs: { "shop/web-1": [plain] } }));
  deepStrictEqual(report.findings.map(({ cause }) => cause), ["MM-T15"]);
  match(report.findings[0]!.evidence[1]!.detail, /^1 of 1 requests of old.legacy .* plain text$/);
  deepStrictEqual(report.security?.edges, [{
    source: "old.legacy",
    destination: "web.shop.svc.cluster.local:80",
    requests: 1,
    protection: "plaintext",
    from: "access-log",
  }]);
});

Deno.test("egress to anywhere is found, and weighs more where somebody uses it", async () => {
  const objects = SAFE.filter((each) => each !== CLOSED);
  deepStrictEqual(await found({ objects }), ["MM-C16 low"]);
  const away = {
    authority: "api.example.com",
    upstreamCluster: "PassthroughCluster",
    downstreamLocal: "203.0.113.5:80",
  };
  deepStrictEqual(await found({ objects, logs: { "client/sleep-1": [away] } }), ["MM-C16 medium"]);
});

const ENROLLED = { labels: { "istio.io/use-waypoint": "waypoint" } };
const AMBIENT = [
  ambientNamespace("shop"),
  ambientNamespace("client"),
  ambientPod("client/sleep-1", { ip: "10.0.0.1" }),
  ambientPod("shop/web-1", { ip: "10.0.0.2" }),
  ztunnel(),
  service("shop/web", {}, ENROLLED),
  ...waypoint("shop/waypoint"),
  STRICT,
  CLOSED,
];

Deno.test("what ztunnel carries with an identity is mTLS", async () => {
  const identity = "spiffe://cluster.local/ns/client/sa/default";
  for (const [each, protection] of [[identity, "mTLS"], ["", "plaintext"]] as const) {
    const log = ztunnelLog([{ direction: "inbound", identity: each }]);
    const files = { "proxies/istio-system/ztunnel-node-1/access.log": log };
    const { security } = await diagnoseSecurity(inputOf({ objects: AMBIENT, files }));
    deepStrictEqual(security?.edges.map((edge) => edge.protection), [protection]);
  }
});

Deno.test("a waypoint with a single pod is found, and one that is scaled is not", async () => {
  deepStrictEqual(await found({ objects: AMBIENT }), ["MM-Z19 medium"]);
  const scaled = object("apps/v1 Deployment shop/waypoint", { replicas: 2 });
  deepStrictEqual(await found({ objects: [...AMBIENT, scaled] }), []);
});

Deno.test("policies of a waypoint that requests from a gateway go past are found", async () => {
  const scaled = object("apps/v1 Deployment shop/waypoint", { replicas: 2 });
  const edge = object("networking.istio.io/v1 VirtualService shop/edge", {
    hosts: ["shop.example.com"],
    gateways: ["edge"],
    http: [{ route: [{ destination: { host: "web" } }] }],
  });
  const policy = object("security.istio.io/v1 AuthorizationPolicy shop/readers", {
    targetRefs: [{ group: "", kind: "Service", name: "web" }],
    rules: [{ to: [{ operation: { methods: ["GET"] } }] }],
  });
  const objects = [...AMBIENT, scaled, edge, policy];
  deepStrictEqual(await found({ objects }), ["MM-Z10 high"]);
  const through = ambientNamespace("shop", { "istio.io/ingress-use-waypoint": "true" });
  deepStrictEqual(await found({ objects: [...objects, through] }), []);
  deepStrictEqual(await found({ objects: objects.filter((each) => each !== policy) }), []);
});

const JWT = object("security.istio.io/v1 RequestAuthentication shop/jwt", {
  selector: { matchLabels: { app: "web" } },
  jwtRules: [{ issuer: "https://issuer.example.com" }],
});

Deno.test("a token that is checked but not required is found, until a policy requires it", async () => {
  deepStrictEqual(await found({ objects: [...SAFE, JWT] }), ["MM-A23 high"]);
  const requires = policy({
    action: "DENY",
    rules: [{ from: [{ source: { notRequestPrincipals: ["*"] } }] }],
  });
  deepStrictEqual(await found({ objects: [...SAFE, JWT, requires] }), []);
  const allows = policy({ rules: [{ from: [{ source: { requestPrincipals: ["*"] } }] }] });
  deepStrictEqual(await found({ objects: [...SAFE, JWT, allows] }), []);
  const beside = policy({ rules: [{ to: [{ operation: { paths: ["/open"] } }] }] });
  deepStrictEqual(await found({ objects: [...SAFE, JWT, beside] }), ["MM-A23 high"]);
});

Deno.test("a policy that is only tried, and one that selects nobody, are found", async () => {
  const tried = policy({ rules: [{}] }, { annotations: { "istio.io/dry-run": "true" } });
  deepStrictEqual(await found({ objects: [...SAFE, tried] }), ["MM-A26 medium"]);
  const lost = policy({ selector: { matchLabels: { app: "wbe" } }, rules: [{}] });
  deepStrictEqual(await found({ objects: [...SAFE, lost] }), ["MM-A11 medium"]);
});

Deno.test("mTLS that is switched off for the mesh is found", async () => {
  const off = { ...CLOSED, data: { mesh: `${CLOSED.data.mesh}\nenableAutoMtls: false` } };
  const objects = [...SAFE.filter((each) => each !== CLOSED), off];
  deepStrictEqual(await found({ objects }), ["MM-T05 high"]);
});

Deno.test("a root is near its end from the lesser of 60 days and 30 % of its life", async () => {
  const withRoot = (livedDays: number, leftDays: number) => {
    const at = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString();
    const root = {
      serial_number: "1",
      valid_from: at(-livedDays),
      expiration_time: at(leftDays + 0.5),
    };
    return found({
      objects: SAFE,
      files: { "proxies/shop/web-1/certs.json": { certificates: [{ ca_cert: [root] }] } },
    });
  };
  deepStrictEqual(await withRoot(3000, 61), []);
  deepStrictEqual(await withRoot(3000, 59), ["MM-T10 medium"]);
  deepStrictEqual(await withRoot(50, 40), [], "40 of 90 days are more than 30 %");
  deepStrictEqual(await withRoot(80, 10), ["MM-T10 medium"]);
  deepStrictEqual(await withRoot(3000, 3), ["MM-T10 critical"]);
  deepStrictEqual(await withRoot(3000, -2), ["MM-T10 critical"]);
});

Deno.test("the configuration of workloads that run is judged, and no other", async () => {
  const route = (namespace: string) =>
    object(`networking.istio.io/v1 VirtualService ${namespace}/web`, {
      hosts: ["web"],
      http: [{ route: [{ destination: { host: "web", subset: "v9" } }] }],
    });
  const report = (namespace: string): Promise<DiagnosisReport> =>
    diagnoseConfiguration(inputOf({ objects: [...SAFE, route(namespace)] }));
  const used = await report("shop");
  strictEqual(used.verdict, "degraded");
  deepStrictEqual(used.findings.map(({ cause, severity }) => [cause, severity]), [
    ["IST0101", "high"],
  ]);
  strictEqual(used.findings[0]!.resources[0]!.path, "spec.http[0].route[0].destination.subset");
  deepStrictEqual((await report("empty")).findings, []);
});
