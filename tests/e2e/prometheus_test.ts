import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { diagnosePerformance } from "../../mod.ts";
import { realWorld } from "../../lib/io/mod.ts";
import { withPrometheus } from "../../lib/source/mod.ts";
import { lacks, startPrometheus } from "../../scripts/testbed/mod.ts";
import { meshOfObjects, recordingOf } from "../cases/case_of.ts";
import { WEB, WEB_SERVICE } from "../causes/row.ts";

const { signal } = new AbortController();
const EDGE = 'reporter="destination",source_workload="sleep",destination_workload="web",' +
  'destination_service_name="web",destination_service_namespace="shop"';

/** A proxy's statistics after some seconds: ten requests a second, each of which takes 1 to 2.5 s. */
function exposition(seconds: number): string {
  const count = 100 + 10 * seconds;
  const bucket = (le: string, value: number) =>
    `istio_request_duration_milliseconds_bucket{${EDGE},le="${le}"} ${value}`;
  return [
    "# TYPE istio_request_duration_milliseconds histogram",
    bucket("1000", 0),
    bucket("2500", count),
    bucket("+Inf", count),
    `istio_request_duration_milliseconds_sum{${EDGE}} ${1500 * count}`,
    `istio_request_duration_milliseconds_count{${EDGE}} ${count}`,
    "# TYPE istio_requests_total counter",
    `istio_requests_total{${EDGE},response_code="200"} ${count}`,
    "",
  ].join("\n");
}

Deno.test({
  name: "a running Prometheus tells that a workload is slow, without any log",
  ignore: lacks("prometheus"),
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const began = Date.now();
    const proxy = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen: () => {} },
      () => new Response(exposition(Math.round((Date.now() - began) / 1000))),
    );
    const folder = await Deno.makeTempDir();
    await using prometheus = await startPrometheus(folder, [`127.0.0.1:${proxy.addr.port}`]);
    const mesh = meshOfObjects([WEB, WEB_SERVICE]);
    let report;
    for (let attempt = 0; attempt < 100; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const now = new Date();
      const { recording, gaps } = await withPrometheus(
        recordingOf(new Map(), { capturedAt: now.toISOString() }),
        { url: prometheus.url, windowMs: 60_000, world: realWorld(), signal },
      );
      deepStrictEqual(gaps, []);
      const question = { service: "web.shop", namespace: "default" };
      report = await diagnosePerformance(question, { mesh, recording, now, signal });
      if (report.findings.length > 0) break;
    }
    await proxy.shutdown();
    strictEqual(report?.findings[0]?.cause, "MM-P02");
    match(report.headline, /^web\.shop is slow: web takes 2\d{3} ms by the metrics$/);
    deepStrictEqual(report.latency?.map(({ from, p50Ms }) => [from, p50Ms]), [[
      "prometheus",
      1750,
    ]]);
  },
});

Deno.test("a Prometheus that is not there is a gap at once", async () => {
  const began = Date.now();
  const { gaps } = await withPrometheus(recordingOf(new Map()), {
    url: "http://127.0.0.1:1",
    windowMs: 60_000,
    world: realWorld(),
    signal,
  });
  deepStrictEqual(gaps, [{
    what: "prometheus",
    reason: "Cannot reach 127.0.0.1:1: the connection is refused",
  }]);
  strictEqual(Date.now() - began < 5_000, true);
});
