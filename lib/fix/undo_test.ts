import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { parseManifests } from "../source/mod.ts";
import { objectText } from "./object_file.ts";
import { patched } from "./json_patch.ts";
import { isKept, undoOf } from "./undo.ts";

const SERVICE = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "web", namespace: "shop", labels: { app: "web" }, resourceVersion: "7" },
  spec: { ports: [{ port: 80, name: "http" }], selector: { app: "web" } },
  status: { loadBalancer: {} },
};
const { resources: [service] } = parseManifests(objectText(SERVICE), "web.yaml", { cluster: "" });
const OBJECTS = new Map([["web.yaml", service!]]);
const BEFORE = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "web", namespace: "shop", labels: { app: "web" } },
  spec: SERVICE.spec,
};

Deno.test("undoOf() brings changed fields back, and says nothing of the version that was read", () => {
  const wanted = { ...SERVICE, metadata: { ...SERVICE.metadata, labels: {} }, spec: { ports: [] } };
  const { changes } = undoOf(OBJECTS, new Map([["web.yaml", objectText(wanted)]]));
  strictEqual(changes.length, 1);
  const { status: _, metadata: { resourceVersion: __, ...metadata }, ...rest } = wanted;
  deepStrictEqual(patched({ ...rest, metadata }, changes[0]!.patch), BEFORE);
});

Deno.test("undoOf() makes again what was taken away, and takes away what was made, last things first", () => {
  const made = { ...BEFORE, metadata: { name: "new", namespace: "shop" } };
  const { changes } = undoOf(
    OBJECTS,
    new Map([["web.yaml", ""], ["new.yaml", objectText(made)]]),
  );
  deepStrictEqual(changes.map(({ resource: { name }, patch }) => ({ name, patch })), [
    { name: "new", patch: [{ op: "remove", path: "" }] },
    { name: "web", patch: [{ op: "add", path: "", value: BEFORE }] },
  ]);
});

Deno.test("isKept() allows what the API server adds, and nothing else", () => {
  const served = { ...SERVICE, spec: { ...SERVICE.spec, type: "ClusterIP" } };
  strictEqual(isKept(BEFORE, served), true);
  strictEqual(isKept({ ...BEFORE, spec: { ports: [] } }, served), false);
  strictEqual(isKept(BEFORE, undefined), false);
});
