import { deepStrictEqual } from "node:assert/strict";
import { changesOf } from "./object_file.ts";

Deno.test("changesOf() sends whole fields, and the version that they were read at", () => {
  const before = {
    metadata: { name: "a", resourceVersion: "7", labels: { x: "1" }, annotations: { k: "v" } },
    spec: { host: "a" },
    data: {},
    status: { ready: true },
  };
  const after = { metadata: { name: "a", labels: { x: "2" } }, spec: { host: "b" } };
  deepStrictEqual(changesOf(before, after), [
    { op: "replace", path: "/metadata/resourceVersion", value: "7" },
    { op: "add", path: "/spec", value: { host: "b" } },
    { op: "remove", path: "/data" },
    { op: "remove", path: "/metadata/annotations" },
    { op: "add", path: "/metadata/labels", value: { x: "2" } },
  ]);
  deepStrictEqual(changesOf(before, before), []);
});
