import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import { Failure, type HttpAnswer, type HttpOptions } from "../../core/mod.ts";
import type { Recording } from "../../evidence/mod.ts";
import { withPrometheus } from "./with_prometheus.ts";

const { signal } = new AbortController();
const RECORDING: Recording = {
  manifest: { format: 1, tool: "test", capturedAt: "2026-01-01T12:00:00Z", clusterName: "" },
  list: (folder) => Promise.resolve(folder === "prometheus" ? ["up.json"] : []),
  read: (path) => Promise.resolve(path === "prometheus/up.json" ? "recorded" : undefined),
};

async function asked(
  url: string,
  answer: (url: URL, options: HttpOptions) => HttpAnswer,
  windowMs = 300_000,
) {
  const seen: { url: URL; options: HttpOptions }[] = [];
  const world = {
    http: {
      // deno-lint-ignore require-await
      get: async (text: string, options: HttpOptions) => {
        seen.push({ url: new URL(text), options });
        return answer(new URL(text), options);
      },
    },
  };
  return { ...await withPrometheus(RECORDING, { url, windowMs, world, signal }), seen };
}

const EMPTY: HttpAnswer = {
  status: 200,
  text: '{"status":"success","data":{"resultType":"vector","result":[]}}',
};

Deno.test("answers stand beside recorded ones, each with its query, at the recording's time", async () => {
  const { recording, gaps, seen } = await asked("http://prometheus:9090/p", () => EMPTY);
  deepStrictEqual(gaps, []);
  const names = await recording.list("prometheus", signal);
  ok(names.includes("up.json") && names.includes("latency_p99_ms.json"));
  const { query } = JSON.parse(
    await recording.read("prometheus/latency_p99_ms.json", signal) ?? "",
  );
  match(query, /^histogram_quantile\(0\.99, .*istio_request_duration_milliseconds_bucket\[300s\]/);
  strictEqual(await recording.read("prometheus/up.json", signal), "recorded");
  strictEqual(seen[0]!.url.pathname, "/p/api/v1/query");
  strictEqual(seen[0]!.url.searchParams.get("time"), "1767268800");
});

Deno.test("credentials of the address log in, and are not named where nobody answers", async () => {
  const { seen } = await asked("https://me:hidden@prometheus", () => EMPTY);
  strictEqual(seen[0]!.url.href.includes("hidden"), false);
  strictEqual(seen[0]!.options.headers["authorization"], `Basic ${btoa("me:hidden")}`);
  const { gaps } = await asked("https://me:hidden@prometheus", ({ host }) => {
    throw new Failure("HOST_UNREACHABLE", `Cannot reach ${host}: the connection is refused`);
  });
  deepStrictEqual(gaps, [{
    what: "prometheus",
    reason: "Cannot reach prometheus: the connection is refused",
  }]);
});

Deno.test("a query that Prometheus refuses is a gap of its own, and so is what is no Prometheus", async () => {
  const refused = { status: 422, text: '{"status":"error","error":"query timed out"}' };
  const { gaps, recording } = await asked(
    "prometheus:9090",
    ({ searchParams }) => /coredns/.test(searchParams.get("query") ?? "") ? refused : EMPTY,
  );
  deepStrictEqual(gaps, [{
    what: "prometheus/coredns_p99",
    reason: "Prometheus at http://prometheus:9090/ answers 422: query timed out",
  }]);
  ok((await recording.list("prometheus", signal)).includes("cpu_throttled.json"));
  const other = await asked("http://grafana", () => ({ status: 200, text: "<html>" }));
  strictEqual(other.gaps[0]?.reason, "Prometheus at http://grafana/ answers 200");
});

Deno.test("an address that is none is refused", async () => {
  for (const url of ["ftp://prometheus", "http://", "http://p?query=up"]) {
    await rejects(asked(url, () => EMPTY), { code: "USAGE" }, url);
  }
});
