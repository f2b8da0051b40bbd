import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { dump, load } from "js-yaml";
import type { Path } from "../../core/mod.ts";
import { manifestOriginOf, parseManifests } from "../mod.ts";

const TEXT = `# first
apiVersion: v1
kind: Service
metadata: {name: a}
---

# second
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: b
  labels: &labels
    app: "b"
    "quoted.key/x": 'c'
spec:
  hosts: [b.com, "c.com"]
  http:
  - match:
      - uri: {prefix: /}
    name: |
      long
    route: !tag
    - destination: &d
        host: b
      weight:
    - destination: *d
  tls: []
`;

/** The resource `b` of {@linkcode TEXT}. */
function second(text = TEXT) {
  const resource = parseManifests(text, "f").resources.at(-1);
  ok(resource);
  return resource;
}

Deno.test("locate() gives the place of a scalar, the key of a map or list, or the nearest parent", () => {
  const rows: [Path, string][] = [
    [[], "8:1"],
    [["kind"], "9:7"],
    [["metadata"], "10:1"],
    [["metadata", "name"], "11:9"],
    [["metadata", "labels"], "12:3"],
    [["metadata", "labels", "app"], "13:10"],
    [["metadata", "labels", "quoted.key/x"], "14:21"],
    [["spec", "hosts"], "16:3"],
    [["spec", "hosts", 0], "16:11"],
    [["spec", "hosts", 1], "16:18"],
    [["spec", "http", 0], "18:5"],
    [["spec", "http", 0, "match", 0, "uri", "prefix"], "19:23"],
    [["spec", "http", 0, "name"], "20:11"],
    [["spec", "http", 0, "route"], "22:5"],
    [["spec", "http", 0, "route", 0, "destination", "host"], "24:15"],
    [["spec", "http", 0, "route", 0, "weight"], "25:7"],
    [["spec", "http", 0, "route", 1, "destination", "host"], "26:20"],
    [["spec", "tls", 0, "match"], "27:3"],
    [["spec", "missing", "field"], "15:1"],
    [["missing"], "8:1"],
  ];
  for (const text of [TEXT, TEXT.replaceAll("\n", "\r\n")]) {
    for (const [path, place] of rows) {
      const location = second(text).locate(path);
      strictEqual(`${location?.line}:${location?.column}`, place, path.join("."));
    }
  }
});

Deno.test("the origin of a resource knows its document and its first line, comments included", () => {
  const [first, second] = parseManifests(TEXT, "f").resources.map(manifestOriginOf);
  deepStrictEqual([first?.startLine, second?.startLine], [1, 7]);
  strictEqual(TEXT.slice(second?.document.start).startsWith("---\n\n# second"), true);
  strictEqual(second?.document.end, TEXT.length);
  strictEqual(first?.document.end, second?.document.start);
});

Deno.test("nodeAt() gives the text of a field, and nothing for what is not there or an alias", () => {
  const origin = manifestOriginOf(second());
  const rows: [Path, string | undefined, string | undefined][] = [
    [["metadata", "name"], "name", "b"],
    [["metadata", "labels", "quoted.key/x"], '"quoted.key/x"', "'c'"],
    [["spec", "hosts"], "hosts", '[b.com, "c.com"]'],
    [["spec", "hosts", 1], undefined, '"c.com"'],
    [["spec", "http", 0, "match", 0], undefined, "uri: {prefix: /}"],
    [["spec", "http", 0, "name"], "name", "|\n      long\n"],
    [["spec", "http", 0, "route", 0, "weight"], "weight", ""],
    [["spec", "http", 0, "route", 1, "destination"], "destination", "*d"],
    [["spec", "http", 0, "route", 1, "destination", "host"], undefined, undefined],
    [["spec", "tls"], "tls", "[]"],
    [["spec", "missing"], undefined, undefined],
  ];
  for (const [path, key, value] of rows) {
    const node = origin?.nodeAt(path);
    const textOf = (range?: { start: number; end: number }) =>
      range && TEXT.slice(range.start, range.end);
    deepStrictEqual([textOf(node?.key), textOf(node?.value)], [key, value], path.join("."));
  }
});

Deno.test("items of a list have places of their own", () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n- ${
    TEXT.split("---\n")[1]!.replace("\n# second\n", "").trim().replaceAll("\n", "\n  ")
  }\n`;
  const resource = second(list);
  deepStrictEqual(resource.locate([]), { file: "f", line: 4, column: 3 });
  deepStrictEqual(resource.locate(["metadata", "name"]), { file: "f", line: 7, column: 11 });
});

const leaf = fc.oneof(fc.stringMatching(/^[a-z"'#:é ]{1,8}$/), fc.integer(), fc.boolean());
const key = fc.stringMatching(/^[a-z/. ]{1,6}$/);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(key, tie("tree"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

function* leavesOf(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  if (typeof value !== "object" || value === null) return yield [path, value];
  for (const [key, inner] of Object.entries(value)) {
    yield* leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

Deno.test("locate() and nodeAt() find every scalar of whatever was written, in every style", () => {
  const style = fc.record({
    flowLevel: fc.constantFrom(-1, 0, 2, 4),
    seqNoIndent: fc.boolean(),
    quoteStyle: fc.constantFrom("single" as const, "double" as const),
    isJson: fc.boolean(),
    before: fc.constantFrom("", "---\n", "\n# x\n---\na: 1\n---\n"),
  });
  fc.assert(fc.property(tree, style, (spec, { isJson, before, ...options }) => {
    const object = { apiVersion: "v1", kind: "Service", metadata: { name: "a" }, spec };
    const text = before + (isJson ? JSON.stringify(object, null, 2) : dump(object, options));
    const origin = manifestOriginOf(second(text));
    for (const [path, value] of leavesOf(object)) {
      const node = origin?.nodeAt(path);
      ok(node, path.join("."));
      const { start, end } = node.value;
      if (!text.slice(start, end).includes("\n")) strictEqual(load(text.slice(start, end)), value);
      const { line = 0, column = 0 } = origin?.locate(path) ?? {};
      const lines = text.split("\n").slice(0, line - 1);
      strictEqual(lines.join("").length + lines.length + column - 1, start, path.join("."));
    }
  }));
});
