import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import { goSort } from "./go_sort.ts";

/** Inputs, and what Go 1.26 makes of them. */
const SORTED_BY_GO: readonly (readonly [string, string])[] = [[
  "x0 13 34 29 84 x5 29 73 9 96 x10",
  "x0 13 29 34 84 x5 9 29 73 96 x10",
], [
  "83 80 x2 x3 x4 41 x6 78 x8 32 82 x11 50 x13 36",
  "x6 78 x2 x3 x4 41 36 x13 50 32 x8 x11 80 82 83",
], [
  "3 x1 x2 x3 x4 8 0 x7 59 x9 22 x11 82 28 69 42 65 79 x18 50 90 x21 3 74",
  "0 3 3 8 22 28 42 50 59 65 69 74 79 82 x11 x9 x7 x4 x18 x3 90 x21 x2 x1",
], [
  "9 x1 4 78 x4 87 17 x7 x8 76 85 25 x12 x13 45 42 68 x17 91 35 55 x21 x22 16 81 99 x26 50 91 0 91 50 87 99 53 96 85 32 89 26 85 22 x42 72 27 x45 36 x47 63 88 23 70 22 x53 97 73 61 15 80 x59 96 35 4 34 55 6 89 x67 49 x69",
  "0 4 4 6 9 15 16 17 22 22 23 25 26 27 32 34 35 35 36 42 45 49 50 50 53 55 55 61 63 68 70 72 73 76 78 80 81 85 85 85 87 87 88 89 89 91 91 91 96 96 97 99 x7 x53 x47 x45 x42 x4 x8 x59 99 x26 x22 x21 x17 x1 x13 x67 x12 x69",
]];

/** As tables of routes compare: names that are no numbers are equal to all. */
function less(a: string, b: string): boolean {
  return /^\d+$/.test(a) && /^\d+$/.test(b) && Number(a) < Number(b);
}

Deno.test("goSort() orders a contradictory comparison as Go does", () => {
  for (const [given, sorted] of SORTED_BY_GO) {
    deepStrictEqual(goSort(given.split(" "), less).join(" "), sorted);
  }
});

Deno.test("goSort() sorts by a sound comparison, whatever the length and the form of the input", () => {
  const numbers = fc.oneof(
    fc.array(fc.integer(), { maxLength: 300 }),
    fc.array(fc.integer({ max: 3 }), { minLength: 50, maxLength: 300 }),
    fc.integer({ min: 0, max: 300 }).map((n) => Array.from({ length: n }, (_, i) => n - i)),
    fc.integer({ min: 0, max: 300 }).map((n) => Array.from({ length: n }, (_, i) => i % 7 * i)),
  );
  fc.assert(fc.property(numbers, (items) => {
    deepStrictEqual(goSort(items, (a, b) => a < b), [...items].sort((a, b) => a - b));
  }));
});
