import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { Exposition, quantileOf } from "./exposition.ts";

const TEXT = `# HELP pilot_xds Connected proxies.
# TYPE pilot_xds gauge
pilot_xds{version="1.31.0"} 3
pilot_xds{version="1.32.0",note="a \\"quoted\\", odd} value"} 5 1700000000000
took_seconds_bucket{type="cds",le="0.1"} 8
took_seconds_bucket{type="cds",le="1"} 9
took_seconds_bucket{type="cds",le="+Inf"} 10
took_seconds_sum{type="cds"} 2.5
took_seconds_count{type="cds"} 10
limit -Inf
nonsense
`;

Deno.test("an exposition gives values with their labels, escapes resolved", () => {
  const { labels, value } = new Exposition(TEXT).samples("pilot_xds")[1]!;
  deepStrictEqual({ ...labels, value }, {
    version: "1.32.0",
    note: 'a "quoted", odd} value',
    value: 5,
  });
});

Deno.test("an exposition sums over labels and knows what is absent", () => {
  const exposition = new Exposition(TEXT);
  strictEqual(exposition.sum("pilot_xds"), 8);
  strictEqual(exposition.sum("pilot_xds", ({ version }) => version === "1.31.0"), 3);
  strictEqual(exposition.sum("pilot"), undefined);
  strictEqual(exposition.sum("nonsense"), undefined);
  strictEqual(exposition.sum("limit"), -Infinity);
});

Deno.test("quantiles of a histogram are interpolated within the bucket", () => {
  const histogram = new Exposition(TEXT).histogram("took_seconds")!;
  strictEqual(histogram.sum, 2.5);
  strictEqual(quantileOf(histogram, 0.4), 0.05);
  strictEqual(quantileOf(histogram, 0.9), 1);
  strictEqual(quantileOf(histogram, 0.99), 1, "above the last bound only the bound is known");
});

Deno.test("a quantile never falls when a larger share is asked for", () => {
  const sizes = fc.array(fc.nat(50), { minLength: 1, maxLength: 8 });
  fc.assert(fc.property(sizes, fc.float({ min: 0, max: 1, noNaN: true }), (counts, q) => {
    let sum = 0;
    const buckets = counts.map((count, i) => ({ le: i + 1, count: sum += count }));
    const histogram = { buckets: [...buckets, { le: Infinity, count: sum + 1 }], count: 0, sum: 0 };
    return quantileOf(histogram, q / 2) <= quantileOf(histogram, q);
  }));
});
