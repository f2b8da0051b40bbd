import { strictEqual } from "node:assert/strict";
import { parseQuantity } from "./quantity.ts";

Deno.test("quantities are read in cores and bytes", () => {
  strictEqual(parseQuantity("250m"), 0.25);
  strictEqual(parseQuantity("1.5Gi"), 1.5 * 2 ** 30);
  strictEqual(parseQuantity("128974848"), 128974848);
  strictEqual(parseQuantity("1e3"), 1000);
  strictEqual(parseQuantity("1E"), 1e18);
  strictEqual(parseQuantity(2), 2);
});

Deno.test("what is no quantity has no value", () => {
  strictEqual(parseQuantity(undefined), undefined);
  strictEqual(parseQuantity(""), undefined);
  strictEqual(parseQuantity("much"), undefined);
  strictEqual(parseQuantity("1Mb"), undefined);
});
