import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { PatchOperation } from "../core/mod.ts";
import { applyStep, resolveStep } from "./json_patch.ts";

const ROOT = { list: [1, 2, 3], map: { "a/b": 1 } };

function after(operation: PatchOperation): unknown {
  const step = resolveStep(ROOT, operation);
  return step && applyStep(ROOT, step);
}

Deno.test("applyStep() does what RFC 6902 says and leaves the value as it was", () => {
  const rows: [PatchOperation, unknown][] = [
    [{ op: "replace", path: "/list/1", value: 9 }, { ...ROOT, list: [1, 9, 3] }],
    [{ op: "add", path: "/list/1", value: 9 }, { ...ROOT, list: [1, 9, 2, 3] }],
    [{ op: "add", path: "/list/-", value: 9 }, { ...ROOT, list: [1, 2, 3, 9] }],
    [{ op: "remove", path: "/map/a~1b" }, { ...ROOT, map: {} }],
    [{ op: "move", from: "/list/2", path: "/list/0" }, { ...ROOT, list: [3, 1, 2] }],
    [{ op: "move", from: "/map", path: "/moved" }, { list: ROOT.list, moved: ROOT.map }],
    [{ op: "copy", from: "/list", path: "/map/copy" }, {
      ...ROOT,
      map: { ...ROOT.map, copy: ROOT.list },
    }],
    [{ op: "add", path: "/new/deep", value: 1 }, { ...ROOT, new: { deep: 1 } }],
  ];
  for (const [operation, expected] of rows) deepStrictEqual(after(operation), expected);
  deepStrictEqual(ROOT, { list: [1, 2, 3], map: { "a/b": 1 } });
});

Deno.test("applyStep() refuses an operation that does not fit", () => {
  const rows: PatchOperation[] = [
    { op: "replace", path: "/none", value: 1 },
    { op: "remove", path: "/list/3" },
    { op: "add", path: "/list/4", value: 1 },
    { op: "add", path: "/list/0/deep", value: 1 },
    { op: "move", from: "/none", path: "/map" },
    { op: "remove", path: "" },
  ];
  for (const operation of rows) strictEqual(after(operation), undefined);
});
