/** What keeps a mesh from being observed and operated, each with a mesh that has it and one that nearly has it. @module */
import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { diagnoseConfiguration } from "../mod.ts";
import { type CaseParts, inputOf, type LogLine } from "./cases/case_of.ts";
import { meshConfig, object, pod, service } from "./cases/objects.ts";

const MESH = [
  pod("client/sleep-1", { ip: "10.0.0.1" }),
  pod("shop/web-1", { ip: "10.0.0.2" }),
  service("shop/web"),
  object("v1 Namespace shop", {}, { labels: { "istio-injection": "enabled" } }),
  object("v1 Namespace client", {}, { labels: { "istio-injection": "enabled" } }),
];
const LOGGED = meshConfig({ accessLogFile: "/dev/stdout" });
const SENT: LogLine[] = [{ upstreamHost: "10.0.0.2:8080" }];

/** The causes of operation that a diagnosis of the configuration finds, with what the verdict comes to. */
async function found(parts: CaseParts): Promise<[verdict: string, ...causes: string[]]> {
  const { verdict, findings } = await diagnoseConfiguration(inputOf(parts));
  const own = findings.map(({ cause }) => cause).filter((cause) => /^MM-[MO]/.test(cause));
  return [verdict, ...own];
}

Deno.test("MM-O01: a mesh whose proxies log nothing is told so, and is healthy all the same", async () => {
  deepStrictEqual(await found({ objects: [...MESH, meshConfig({})] }), ["healthy", "MM-O01"]);
  deepStrictEqual(await found({ objects: [...MESH, LOGGED] }), ["healthy"]);
  const telemetry = object("telemetry.istio.io/v1 Telemetry istio-system/logs", {
    accessLogging: [{ providers: [{ name: "envoy" }] }],
  });
  deepStrictEqual(await found({ objects: [...MESH, meshConfig({}), telemetry] }), ["healthy"]);
  deepStrictEqual(await found({ objects: MESH }), ["healthy"], "the settings were not read");
});

/** What Prometheus answered to a question about requests. */
function answered(...series: readonly Record<string, string>[]): CaseParts {
  const result = series.map((metric) => ({ metric, value: [1767268800, "3"] }));
  return {
    objects: [...MESH, LOGGED],
    logs: { "client/sleep-1": SENT },
    files: {
      "prometheus/requests.json": {
        query: "sum by (reporter) (increase(istio_requests_total[5m]))",
        data: { resultType: "vector", result },
      },
    },
  };
}

Deno.test("MM-O03: requests that Prometheus does not count are found where it was asked", async () => {
  deepStrictEqual(await found(answered()), ["degraded", "MM-O03"]);
  deepStrictEqual(await found({ ...answered(), logs: {} }), ["healthy"], "no request was made");
  deepStrictEqual(await found({ ...answered(), files: {} }), ["healthy"], "nobody asked");
});

Deno.test("MM-O04: series without a destination are found, as the sender counts them", async () => {
  const named = { source_workload: "sleep", destination_service: "web.shop.svc.cluster.local" };
  const unknown = { ...named, destination_service: "unknown" };
  const source = { reporter: "source" };
  deepStrictEqual(await found(answered({ ...unknown, ...source })), ["degraded", "MM-O04"]);
  deepStrictEqual(await found(answered({ ...named, ...source })), ["healthy"]);
  deepStrictEqual(await found(answered({ ...unknown, reporter: "destination" })), ["healthy"]);
});

Deno.test("MM-M17: clusters whose control planes are two minor releases apart are found", async () => {
  const istiod = pod("istio-system/istiod-1", { labels: { app: "istiod" }, proxy: false });
  const versions = (west: string): CaseParts => ({
    objects: [...MESH, LOGGED, istiod],
    clusters: { west: [istiod] },
    files: {
      "istiod/version.json": "1.32.0",
      "istiod/debug/syncz.json": [],
      "clusters/west/istiod/version.json": west,
      "clusters/west/istiod/debug/syncz.json": [],
    },
  });
  deepStrictEqual(await found(versions("1.30.2")), ["degraded", "MM-M17"]);
  deepStrictEqual(await found(versions("1.31.0")), ["healthy"]);
  const { findings } = await diagnoseConfiguration(inputOf(versions("1.29.0")));
  strictEqual(findings[0]?.title, "cluster west runs Istio 1.29.0, cluster  1.32.0");
});
