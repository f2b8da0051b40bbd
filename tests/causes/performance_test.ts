/** What a diagnosis of performance says beside the causes: latencies, verdicts, whom it does not blame. @module */
import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { diagnosePerformance, type DiagnosisReport } from "../../mod.ts";
import { type CaseParts, inputOf, type LogLine } from "../cases/case_of.ts";
import { pod, service } from "../cases/objects.ts";
import {
  answer,
  behindGateway,
  clusterStatus,
  maxConnections,
  measured,
  requests,
  SLOW_APPLICATION,
} from "./performance/requests.ts";
import { CONNECTION, GATEWAY_POD, meshWith, refused } from "./row.ts";

const OBJECTS = meshWith();
const CLUSTER = "outbound|80||web.shop.svc.cluster.local";

function diagnose(parts: CaseParts, service = "web.shop"): Promise<DiagnosisReport> {
  return diagnosePerformance({ service, namespace: "default" }, inputOf(parts));
}

async function found(parts: CaseParts): Promise<string[]> {
  const { findings } = await diagnose(parts);
  return findings.map(({ cause, resources: [first] }) =>
    `${cause} ${first?.kind}/${first?.namespace}/${first?.name}`
  );
}

Deno.test("the latency of a slow application is told by caller and workload, with its parts", async () => {
  const report = await diagnose({ objects: OBJECTS, logs: SLOW_APPLICATION });
  deepStrictEqual(report.findings[0]!.resources.map(({ kind, name }) => `${kind} ${name}`), [
    "ReplicaSet web",
    "Pod web-1",
    "Service web",
  ]);
  deepStrictEqual(report.latency, [{
    source: "sleep.client",
    destination: "web.shop.svc.cluster.local:80",
    workload: "ReplicaSet shop/web",
    requests: 5,
    p50Ms: 3003,
    p90Ms: 3003,
    p99Ms: 3003,
    parts: {
      upload: 0,
      clientProxy: 0,
      network: 0,
      serverProxy: 0,
      retries: 0,
      application: 1,
      downstream: 0,
      transfer: 0,
    },
    advice: { application: "look at its CPU and at what it calls outside the mesh" },
    from: "access-log",
  }]);
});

Deno.test("delayed acknowledgements are no slowness, and no request is no answer", async () => {
  const delayed = requests([20, { client: [89, 46], server: [88, 44] }]);
  deepStrictEqual(await found({ objects: OBJECTS, logs: delayed }), []);
  strictEqual((await diagnose({ objects: OBJECTS })).verdict, "inconclusive");
});

Deno.test("connections, upgrades, streams and uploads last long without anybody being slow", async () => {
  const long: readonly (readonly [string, LogLine])[] = [
    ["connections", CONNECTION],
    ["upgrades", { code: 101 }],
    ["streams that the client ends", { flags: ["DC"] }],
    ["gRPC streams", {
      method: "POST",
      path: "/shop.Prices/Watch",
      protocol: "HTTP/2",
      upstreamMs: 2,
    }],
    ["uploads", { method: "PUT", bytesReceived: 5_000_000, upstreamMs: 2 }],
  ];
  for (const [what, line] of long) {
    const logs = requests([8, {
      client: [60_000, 59_999],
      server: [59_999, 59_998],
      sent: line,
      received: line,
    }]);
    deepStrictEqual(await found({ objects: OBJECTS, logs }), [], what);
  }
});

Deno.test("MM-P02: a version is slow by comparison, well below what is slow in itself", async () => {
  const second = pod("shop/new-1", { ip: "10.0.0.3", labels: { app: "web" } });
  const parts = (ms: number): CaseParts => ({
    objects: [...OBJECTS, second],
    logs: requests([6, {}], [6, {
      client: [ms, ms],
      server: [ms, ms],
      by: ["shop/new-1", "10.0.0.3"],
    }]),
  });
  deepStrictEqual(await found(parts(160)), ["MM-P02 ReplicaSet/shop/new"]);
  deepStrictEqual(await found(parts(45)), []);
});

Deno.test("a service that waits for another is not to blame; the other one is found", async () => {
  const api = [
    pod("shop/api-1", { ip: "10.0.0.4" }),
    service("shop/api", { clusterIP: "10.1.0.9" }),
  ];
  const ids = [0, 1, 2, 3];
  const at = (i: number) => Date.parse("2026-01-01T11:59:00Z") + 5000 * i;
  const line = (i: number, ms: number, extra: LogLine = {}): LogLine => ({
    startMs: at(i),
    requestId: `request-${i}`,
    durationMs: ms,
    upstreamMs: ms,
    ...extra,
  });
  const parts: CaseParts = {
    objects: [...OBJECTS, ...api],
    logs: {
      "client/sleep-1": ids.map((i) => line(i, 2010)),
      "shop/web-1": ids.flatMap((i) => [
        line(i, 2008),
        line(i, 2004, {
          startMs: at(i) + 2,
          authority: "api",
          upstreamCluster: "outbound|80||api.shop.svc.cluster.local",
          upstreamHost: "10.0.0.4:8080",
          downstreamLocal: "10.1.0.9:80",
          downstreamRemote: "10.0.0.2:40000",
        }),
      ]),
      "shop/api-1": ids.map((i) =>
        line(i, 2000, { startMs: at(i) + 3, downstreamLocal: "10.0.0.4:8080" })
      ),
    },
  };
  deepStrictEqual(await found(parts), ["MM-P02 ReplicaSet/shop/api"]);
  const report = await diagnose(parts);
  match(report.headline, /^web\.shop is slow .*: ReplicaSet shop\/api itself takes 2000 ms/);
});

Deno.test("metrics alone tell too that another service is waited for", async () => {
  const calls = measured(["sleep", "web", 3000, 2900], ["web", "api", 2800, 2700]);
  const objects = meshWith(service("shop/api"));
  deepStrictEqual(await found({ objects, files: calls }), ["MM-P02 Service/shop/api"]);
});

Deno.test("requests through a gateway are split, although its route takes one path only", async () => {
  const input = inputOf(behindGateway(GATEWAY_POD));
  const report = await diagnosePerformance({ namespace: "default" }, input);
  match(report.findings[0]!.title, /lose 999 ms in the gateway$/);
  strictEqual(report.latency?.[0]?.parts?.["clientProxy"], 1);
});

Deno.test("MM-C31 and MM-C25: an injected delay and a short timeout go before slowness", async () => {
  const delayed = requests([5, { client: [2004, 3], server: [2, 1], sent: { flags: ["DI"] } }]);
  deepStrictEqual(await found({ objects: OBJECTS, logs: delayed }), [
    "MM-C31 undefined/undefined/undefined",
  ]);
  const timedOut = requests([5, {
    client: [500, 500],
    server: [500, 500],
    sent: { code: 504, flags: ["UT"], details: "response_timeout" },
    received: { code: 0, flags: ["DC"], details: "downstream_remote_disconnect" },
  }]);
  const [first] = await found({
    objects: OBJECTS,
    logs: timedOut,
    proxy: ({ routes }) => {
      for (const host of [...routes.values()].flat()) {
        host.routes = [{
          name: "default",
          match: { prefix: "/" },
          route: { cluster: CLUSTER, timeout: "0.5s" },
        }];
      }
    },
  });
  match(first!, /^MM-C25/);
});

Deno.test("only requests of the asked time count", async () => {
  const input = inputOf({ objects: OBJECTS, logs: SLOW_APPLICATION });
  const since = (minutes: number) =>
    diagnosePerformance({
      service: "web.shop",
      namespace: "default",
      sinceMs: input.now.getTime() - minutes * 60_000,
    }, input);
  strictEqual((await since(5)).findings.length, 1);
  strictEqual((await since(0.5)).findings.length, 0);
});

Deno.test("limits are held against what the traffic needs, with what was refused because of them", async () => {
  const refusedAtOnce = requests(
    [1, { client: [200, 199], sent: { startMs: 0 }, received: { startMs: 0 } }],
    [4, { client: [0, 0], sent: { ...refused(503, "UO", "overflow"), startMs: 0 } }],
  );
  const { capacity } = await diagnose({
    objects: OBJECTS,
    logs: refusedAtOnce,
    files: clusterStatus(maxConnections(2)),
  });
  deepStrictEqual(capacity?.pools, [{
    at: "sleep.client → web.shop.svc.cluster.local:80",
    limit: "maxConnections",
    allowed: 2,
    peak: 5,
    needed: 10,
    refused: 4,
  }]);
});

Deno.test("istiod's convergence comes from its own metrics, or from a newer answer of Prometheus", async () => {
  const bucket = (le: string, count: number) =>
    `pilot_proxy_convergence_time_bucket{le="${le}"} ${count}`;
  const metrics = [
    bucket("0.1", 98),
    bucket("0.5", 100),
    bucket("+Inf", 100),
    'pilot_xds_pushes{type="cds"} 3',
    'pilot_xds_pushes{type="istio.io/debug/syncz"} 9',
    'pilot_xds{version="1"} 7',
  ].join("\n");
  const files = { "istiod/metrics.prom": metrics };
  const own = await diagnose({ objects: OBJECTS, files });
  deepStrictEqual(own.capacity?.controlPlane, {
    convergenceP99Ms: 300,
    pushes: { cds: 3 },
    rejects: 0,
    proxies: 7,
    from: "istiod",
  });
  const query =
    "histogram_quantile(0.99, sum by (le) (rate(pilot_proxy_convergence_time_bucket[5m])))";
  const newer = await diagnose({
    objects: OBJECTS,
    files: { ...files, "prometheus/convergence.json": answer(query, [{}, "2.5"]) },
  });
  strictEqual(newer.capacity?.controlPlane?.convergenceP99Ms, 2500);
  strictEqual(newer.capacity?.controlPlane?.from, "prometheus");
});

Deno.test("without a service every caller has a row, and failures keep a mesh from being called fast", async () => {
  const whole = (parts: CaseParts) => diagnosePerformance({ namespace: "default" }, inputOf(parts));
  const healthy = await whole({
    objects: OBJECTS,
    logs: requests([9, {}], [1, { sent: { code: 404 } }]),
  });
  deepStrictEqual([healthy.verdict, healthy.findings.length], ["healthy", 0]);
  deepStrictEqual(
    healthy.latency?.map((
      { source, requests, failures, p99Ms },
    ) => [source, requests, failures, p99Ms]),
    [
      ["sleep.client", 10, 1, 5],
    ],
  );
  const failing = await whole({ objects: OBJECTS, logs: requests([5, { sent: { code: 500 } }]) });
  strictEqual(failing.verdict, "inconclusive");
  match(failing.headline, /5 of 5 requests fail; ask for connectivity$/);
});
