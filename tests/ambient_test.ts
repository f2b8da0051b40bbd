/** Questions about callers in ambient mode: the way through ztunnel and waypoint, and what both logged. @module */
import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { diagnoseConnectivity, diagnoseMesh, traceRequest } from "../mod.ts";
import { caseOf, type CaseParts, inputOf, questionOf } from "./cases/case_of.ts";
import {
  ambientNamespace,
  ambientPod,
  endpointSlice,
  object,
  pod,
  service,
  waypoint,
  ztunnel,
} from "./cases/objects.ts";
import { type ConnectionParts, ztunnelLog } from "./cases/ztunnel_line.ts";

const ZTUNNEL_LOG = "proxies/istio-system/ztunnel-node-1/access.log";
const INBOUND: ConnectionParts = { direction: "inbound" };
const TO_WAYPOINT: ConnectionParts = { destination: "10.0.0.5:15008", tunnelled: "10.1.0.1:80" };
const FROM_WAYPOINT: ConnectionParts = { ...INBOUND, source: "10.0.0.5:50000" };

function mesh(...more: object[]): object[] {
  return [
    ambientNamespace("client"),
    ambientNamespace("shop"),
    ambientPod("client/sleep-1", { ip: "10.0.0.1" }),
    ambientPod("shop/web-1", { ip: "10.0.0.2" }),
    endpointSlice("shop/web", ["10.0.0.2"]),
    ztunnel(),
    ...more,
  ];
}

const DIRECT: CaseParts = {
  objects: mesh(service("shop/web")),
  files: { [ZTUNNEL_LOG]: ztunnelLog([{}, {}, INBOUND, INBOUND]) },
};

const ENROLLED = service("shop/web", {}, { labels: { "istio.io/use-waypoint": "waypoint" } });

const BEHIND_WAYPOINT: CaseParts = {
  objects: mesh(ENROLLED, ...waypoint("shop/waypoint")),
  logs: { "shop/waypoint-1": [{}, {}, {}] },
  files: { [ZTUNNEL_LOG]: ztunnelLog([TO_WAYPOINT, FROM_WAYPOINT]) },
};

function diagnose(parts: CaseParts) {
  return diagnoseConnectivity(questionOf(parts), inputOf(parts));
}

Deno.test("without waypoint ztunnel carries connections straight to the pods", async () => {
  const report = await diagnose(DIRECT);
  deepStrictEqual(report.findings, []);
  strictEqual(
    report.headline,
    "sleep → web.shop.svc.cluster.local:80 is healthy: 2 requests, none failed",
  );
  strictEqual(report.context.source, "client/sleep-1");
  deepStrictEqual(report.hops.map(({ at, outcome, proxy }) => `${at} ${outcome} ${proxy}`), [
    "listener ok istio-system/ztunnel-node-1",
    "endpoint ok istio-system/ztunnel-node-1",
    "tls ok istio-system/ztunnel-node-1",
    "app ok istio-system/ztunnel-node-1",
  ]);
});

Deno.test("a waypoint's requests count, not the connections that carry them to it", async () => {
  const report = await diagnose(BEHIND_WAYPOINT);
  deepStrictEqual(report.findings, []);
  strictEqual(
    report.headline,
    "sleep → web.shop.svc.cluster.local:80 is healthy: 3 requests, none failed",
  );
  deepStrictEqual(report.hops.map(({ at, proxy }) => `${at} ${proxy}`), [
    "listener istio-system/ztunnel-node-1",
    "listener shop/waypoint-1",
    "route shop/waypoint-1",
    "cluster shop/waypoint-1",
    "endpoint shop/waypoint-1",
    "tls shop/waypoint-1",
    "app istio-system/ztunnel-node-1",
  ]);
  match(report.hops[0]!.detail, /waypoint shop\/waypoint$/);
});

Deno.test("a waypoint that opts out, or that others use, is not on the way", async () => {
  const none = service("shop/web", {}, { labels: { "istio.io/use-waypoint": "none" } });
  const parts = { ...DIRECT, objects: mesh(none, ...waypoint("shop/waypoint")) };
  const { hops, findings } = await diagnose(parts);
  deepStrictEqual([findings, hops.some(({ proxy }) => proxy === "shop/waypoint-1")], [[], false]);
});

async function trace(parts: CaseParts) {
  const { outcome, hops } = await traceRequest(await caseOf(parts));
  return { outcome, hops: hops.map(({ role, proxies }) => `${role} ${proxies.join()}`), all: hops };
}

Deno.test("a trace goes from the caller's ztunnel through the waypoint to the server's", async () => {
  const direct = await trace(DIRECT);
  deepStrictEqual([direct.outcome, direct.hops], [
    "passes",
    ["client istio-system/ztunnel-node-1", "server shop/web-1"],
  ]);
  const { outcome, hops, all } = await trace(BEHIND_WAYPOINT);
  deepStrictEqual([outcome, hops], [
    "passes",
    ["client istio-system/ztunnel-node-1", "waypoint shop/waypoint-1", "server shop/web-1"],
  ]);
  match(
    all[2]!.steps[0]!.decision,
    /the caller is spiffe:\/\/cluster.local\/ns\/shop\/sa\/waypoint$/,
  );
});

Deno.test("a trace names the policy by which the server's ztunnel refuses the connection", async () => {
  const policy = object("security.istio.io/v1 AuthorizationPolicy shop/ops", {
    rules: [{ from: [{ source: { namespaces: ["ops"] } }] }],
  });
  const strict = object("security.istio.io/v1 PeerAuthentication shop/default", {
    mtls: { mode: "STRICT" },
  });
  const denied = await trace({ objects: [...DIRECT.objects, policy] });
  strictEqual(denied.outcome, "fails");
  strictEqual(denied.all[1]!.steps.at(-1)!.objects[0]!.resource.name, "ops");
  const plain = pod("client/curl-1", { ip: "10.0.0.3", proxy: false });
  const refused = await trace({ from: "curl.client", objects: [...DIRECT.objects, plain, strict] });
  deepStrictEqual([refused.outcome, refused.all[1]!.steps.at(-1)!.at], ["fails", "tls"]);
});

Deno.test("without ztunnel's log nothing is said to be healthy", async () => {
  strictEqual((await diagnose({ objects: DIRECT.objects })).verdict, "inconclusive");
});

Deno.test("sidecars' settings are no findings for callers that have none", async () => {
  const host = "web.shop.svc.cluster.local";
  const parts = {
    ...DIRECT,
    objects: [
      ...DIRECT.objects,
      object("networking.istio.io/v1 Sidecar client/default", { egress: [{ hosts: ["./*"] }] }),
      object("networking.istio.io/v1 DestinationRule shop/web", {
        host,
        trafficPolicy: { tls: { mode: "DISABLE" } },
        subsets: [{ name: "v9", labels: { version: "v9" } }],
      }),
      object("security.istio.io/v1 PeerAuthentication shop/default", { mtls: { mode: "STRICT" } }),
    ],
  };
  deepStrictEqual((await diagnose(parts)).findings, []);
});

Deno.test("a look at the whole mesh counts each request of ambient callers once", async () => {
  for (const [parts, requests] of [[DIRECT, 2], [BEHIND_WAYPOINT, 3]] as const) {
    const report = await diagnoseMesh({ issueType: "connectivity" }, inputOf(parts));
    deepStrictEqual(report.findings, []);
    strictEqual(
      report.headline,
      `nothing fails: ${requests} requests between 1 pairs were looked at`,
    );
  }
});
