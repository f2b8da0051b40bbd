import assert from "node:assert/strict";
import { KINDS } from "../lib/mesh/gen/kinds.ts";

Deno.test("KINDS tells kinds apart by identifier and by group and kind", () => {
  assert.equal(new Set(KINDS.map(({ identifier }) => identifier)).size, KINDS.length);
  assert.equal(new Set(KINDS.map(({ group, kind }) => `${group}/${kind}`)).size, KINDS.length);
});

Deno.test("KINDS prefers a stable version to a beta, and a beta to an alpha", () => {
  const stages = KINDS.map(({ versions }) =>
    versions.map((version) => /alpha|beta/.exec(version)?.[0] ?? "")
  );
  const order = ["", "beta", "alpha"];
  for (const stage of stages) {
    assert.deepEqual(
      stage,
      stage.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
    );
  }
});
