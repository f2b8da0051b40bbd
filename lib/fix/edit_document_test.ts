import { strictEqual } from "node:assert/strict";
import type { PatchOperation } from "../core/mod.ts";
import { editDocument } from "./edit_document.ts";

const YAML = `---
# The reviews of the shop.
kind: VirtualService   # keep me
metadata: { name: 'reviews', labels: {a: "1",  b: "2"} }
spec:
  hosts: ["a", 'b', c]  # three
  http:
  # the first
  - name: "one"
    weight: 90 # percent

  # the second
  - name: two
    route:
      - destination: {host: x}
  - match:
    - uri: {exact: /}
    name: three
  empty:
  text: |
    line

    end
`;

function changed(before: string, patch: PatchOperation[], ...edits: [string, string][]): void {
  const expected = edits.reduce((text, [from, to]) => {
    strictEqual(text.split(from).length, 2, `${JSON.stringify(from)} is there once`);
    return text.replace(from, () => to);
  }, before);
  strictEqual(editDocument(before, [], patch), expected);
}

Deno.test("editDocument() replaces a scalar in its own quotes", () => {
  changed(YAML, [{ op: "replace", path: "/metadata/name", value: "x" }], ["'reviews'", "'x'"]);
  changed(YAML, [{ op: "replace", path: "/spec/http/0/name", value: "x" }], ['"one"', '"x"']);
  changed(YAML, [{ op: "replace", path: "/spec/http/0/weight", value: 5 }], ["90", "5"]);
  changed(YAML, [{ op: "replace", path: "/spec/http/1/name", value: "yes" }], ["two", "'yes'"]);
  changed(YAML, [{ op: "replace", path: "/spec/empty", value: 1 }], ["empty:", "empty: 1"]);
  changed(YAML, [{ op: "replace", path: "/spec/text", value: "x" }], [
    "|\n    line\n\n    end\n",
    "x\n",
  ]);
});

Deno.test("editDocument() replaces maps and lists by maps, lists and scalars", () => {
  changed(
    YAML,
    [{ op: "replace", path: "/spec/hosts", value: ["a, b", "d"] }],
    [
      `["a", 'b', c]`,
      "\n  - a, b\n  - d",
    ].map((text, i) => i === 0 ? ` ${text}` : text) as [string, string],
  );
  changed(YAML, [{ op: "replace", path: "/metadata/labels", value: { a: "x, y" } }], [
    `{a: "1",  b: "2"}`,
    "{a: 'x, y'}",
  ]);
  changed(YAML, [{ op: "replace", path: "/spec/http/2/match", value: [{ port: 80 }] }], [
    "- uri: {exact: /}",
    "- port: 80",
  ]);
});

Deno.test("editDocument() removes an entry with the comments right above it", () => {
  changed(YAML, [{ op: "remove", path: "/spec/http/1" }], [
    "  # the second\n  - name: two\n    route:\n      - destination: {host: x}\n",
    "",
  ]);
  changed(YAML, [{ op: "remove", path: "/spec/http/0/name" }], [
    'name: "one"\n    weight',
    "weight",
  ]);
  changed(YAML, [{ op: "remove", path: "/spec/http/0/weight" }], [
    "    weight: 90 # percent\n",
    "",
  ]);
  changed(YAML, [{ op: "remove", path: "/spec/hosts/0" }], [`"a", `, ""]);
  changed(YAML, [{ op: "remove", path: "/spec/hosts/2" }], [", c", ""]);
  changed(YAML, [{ op: "remove", path: "/metadata/labels/b" }], [`,  b: "2"`, ""]);
  changed(YAML, [{ op: "remove", path: "/spec/text" }], ["  text: |\n    line\n\n    end\n", ""]);
  changed(YAML, [{ op: "remove", path: "/spec/http/1/route/0" }], [
    "route:\n      - destination: {host: x}",
    "route: []",
  ]);
});

Deno.test("editDocument() adds an entry in the style of its neighbours", () => {
  changed(YAML, [{ op: "add", path: "/spec/http/0/timeout", value: "5s" }], [
    "# percent\n",
    "# percent\n    timeout: 5s\n",
  ]);
  changed(YAML, [{ op: "add", path: "/spec/http/1", value: { name: "new" } }], [
    "  # the second\n",
    "  - name: new\n  # the second\n",
  ]);
  changed(YAML, [{ op: "add", path: "/spec/http/-", value: { name: "new", a: [1] } }], [
    "    name: three\n",
    "    name: three\n  - name: new\n    a:\n    - 1\n",
  ]);
  changed(YAML, [{ op: "add", path: "/metadata/labels/c", value: "3" }], [
    `b: "2"}`,
    `b: "2", c: '3'}`,
  ]);
  changed(YAML, [{ op: "add", path: "/spec/hosts/0", value: "z" }], [`["a"`, `[z, "a"`]);
  changed(YAML, [{ op: "add", path: "/metadata/annotations/k", value: "v" }], [
    `b: "2"} }`,
    `b: "2"}, annotations: {k: v} }`,
  ]);
  changed(YAML, [{ op: "add", path: "/spec/empty/deep", value: [1] }], [
    "  empty:\n",
    "  empty:\n    deep:\n    - 1\n",
  ]);
});

Deno.test("editDocument() renames a key where it is, and moves an item with its comments", () => {
  changed(YAML, [{ op: "move", from: "/spec/http", path: "/spec/tcp" }], ["http:", "tcp:"]);
  const second = "  # the second\n  - name: two\n    route:\n      - destination: {host: x}\n";
  changed(YAML, [{ op: "move", from: "/spec/http/1", path: "/spec/http/0" }], [second, ""], [
    "  # the first\n",
    `${second}  # the first\n`,
  ]);
  changed(YAML, [{ op: "move", from: "/spec/hosts/2", path: "/spec/hosts/0" }], [
    `"a", 'b', c`,
    `c, "a", 'b'`,
  ]);
});

const JSON_TEXT = `{
  "kind": "List",
  "items": [
    {
      "name": "a",
      "ports": [80, 81]
    },
    {
      "name": "b"
    }
  ]
}
`;

Deno.test("editDocument() keeps the layout of JSON", () => {
  const edit = (patch: PatchOperation[]) => editDocument(JSON_TEXT, ["items", 0], patch);
  strictEqual(
    edit([{ op: "add", path: "/labels", value: { a: "b" } }]),
    JSON_TEXT.replace("[80, 81]", '[80, 81],\n      "labels": {\n        "a": "b"\n      }'),
  );
  strictEqual(edit([{ op: "remove", path: "/ports/1" }]), JSON_TEXT.replace(", 81", ""));
  strictEqual(
    edit([{ op: "remove", path: "" }]),
    JSON_TEXT.replace(/\{\s+"name": "a"[^}]*\},\s+/, ""),
  );
});

Deno.test("editDocument() leaves alone what it cannot edit for sure", () => {
  const anchored = "a: &x {b: 1}\nc: *x\n";
  strictEqual(editDocument(anchored, [], [{ op: "replace", path: "/c/b", value: 2 }]), undefined);
  strictEqual(editDocument(anchored, [], [{ op: "replace", path: "/a/b", value: 2 }]), undefined);
  strictEqual(editDocument("a: [", [], [{ op: "remove", path: "/a" }]), undefined);
});
