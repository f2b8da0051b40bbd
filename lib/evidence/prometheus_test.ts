import { deepStrictEqual, strictEqual } from "node:assert/strict";
import {
  millisecondsPerUnit,
  newestValue,
  parsePrometheusAnswer,
  quantileAsked,
} from "./prometheus.ts";

Deno.test("a range answer gives series with the newest number of each", () => {
  const answer = parsePrometheusAnswer(JSON.stringify({
    status: "success",
    query: "up",
    data: {
      resultType: "matrix",
      result: [{ metric: { job: "a" }, values: [[1, "1"], [2, "0.5"], [3, "NaN"]] }],
    },
  }));
  strictEqual(answer.query, "up");
  deepStrictEqual(answer.series[0]?.labels, { job: "a" });
  strictEqual(newestValue(answer.series[0]!), 0.5);
});

Deno.test("an instant answer, a scalar and an error all read", () => {
  const of = (data: unknown) =>
    parsePrometheusAnswer(JSON.stringify({ data })).series.map(newestValue);
  deepStrictEqual(of({ resultType: "vector", result: [{ metric: {}, value: [1, "7"] }] }), [7]);
  deepStrictEqual(of({ resultType: "scalar", result: [1, "3"] }), [3]);
  deepStrictEqual(of(undefined), []);
});

Deno.test("quantile and unit are read off the query", () => {
  const query =
    "histogram_quantile(0.99, sum by (le)(rate(request_duration_milliseconds_bucket[1m])))";
  strictEqual(quantileAsked(query), 0.99);
  strictEqual(millisecondsPerUnit(query), 1);
  strictEqual(millisecondsPerUnit("pilot_proxy_convergence_seconds_bucket"), 1000);
  strictEqual(millisecondsPerUnit("pilot_xds"), undefined);
  strictEqual(quantileAsked("pilot_xds"), undefined);
});
