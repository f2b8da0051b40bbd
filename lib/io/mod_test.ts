import { deepStrictEqual, rejects } from "node:assert/strict";
import { Failure } from "../core/mod.ts";
import { realWorld } from "./mod.ts";

const { signal } = new AbortController();

Deno.test("read() ends at its limit, also for what does not say how long it is", async () => {
  const { fs } = realWorld();
  for (const [path, limit] of [["/dev/zero", 100_000], [import.meta.filename!, 10]] as const) {
    await rejects(fs.read(path, limit, signal), (error) => {
      deepStrictEqual(
        error instanceof Failure && error.message,
        `Cannot read file "${path}": it is larger than 0 MB`,
      );
      return true;
    });
  }
});

Deno.test("read() is interrupted by its signal", async () => {
  const reason = new Error("enough");
  await rejects(realWorld().fs.read("/dev/zero", 1e9, AbortSignal.abort(reason)), reason);
});
