import { deepStrictEqual, rejects, strictEqual } from "node:assert/strict";
import { concurrently } from "./concurrent.ts";

Deno.test("concurrently() keeps the order of results and the limit of jobs", async () => {
  let [running, most] = [0, 0];
  const waits = [5, 1, 3, 0, 2, 4];
  const results = await concurrently(waits, 2, async (ticks) => {
    most = Math.max(most, ++running);
    for (let i = 0; i < ticks; i++) await Promise.resolve();
    running--;
    return ticks;
  });
  deepStrictEqual(results, waits);
  strictEqual(most, 2);
});

Deno.test("concurrently() fails with the first error and frees the place of the failed job", async () => {
  const done: number[] = [];
  await rejects(
    concurrently([1, 2, 3], 1, (n) => {
      if (n === 1) return Promise.reject(new Error("first"));
      done.push(n);
      return Promise.resolve();
    }),
    /first/,
  );
  await Promise.resolve();
  deepStrictEqual(done, [2, 3]);
});
