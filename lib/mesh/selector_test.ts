import { strictEqual } from "node:assert/strict";
import { formatLabels, includesLabels, matchesSelector } from "./selector.ts";

const LABELS = { app: "web", tier: "front" };

Deno.test("includesLabels() wants every pair, and an empty selector wants nothing", () => {
  strictEqual(includesLabels(LABELS, { app: "web" }), true);
  strictEqual(includesLabels(LABELS, { app: "web", tier: "back" }), false);
  strictEqual(includesLabels(LABELS, {}), true);
  strictEqual(includesLabels(LABELS, undefined), true);
  strictEqual(includesLabels({}, { constructor: "web" }), false);
});

Deno.test("matchesSelector() evaluates expressions as Kubernetes does", () => {
  const rows: [string, readonly string[] | undefined, boolean][] = [
    ["In", ["web", "api"], true],
    ["In", ["api"], false],
    ["NotIn", ["api"], true],
    ["Exists", undefined, true],
    ["DoesNotExist", undefined, false],
    ["Nonsense", undefined, false],
  ];
  for (const [operator, values, expected] of rows) {
    const requirement = { key: "app", operator, ...(values ? { values } : {}) };
    strictEqual(matchesSelector(LABELS, { matchExpressions: [requirement] }), expected, operator);
  }
  const absent = { key: "zone", operator: "NotIn", values: ["a"] };
  strictEqual(matchesSelector(LABELS, { matchExpressions: [absent] }), true);
});

Deno.test("formatLabels() sorts by key", () => {
  strictEqual(formatLabels({ b: "2", a: "1" }), "a=1,b=2");
});
