import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { type Manifests, parseManifests } from "../mod.ts";

const SERVICE = "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n";
const POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: b\n  namespace: x\n";

function names({ resources }: Manifests): readonly string[] {
  return resources.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`);
}

/** Type, line and column of each problem, and what it says. */
function problems(input: string | Uint8Array): readonly (readonly [string, string])[] {
  return parseManifests(input, "f").problems.map(({ type, message, location }) => [
    `${type} ${location.line}:${location.column}`,
    message,
  ]);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

Deno.test("parseManifests() reads documents whatever separates them", () => {
  const both = ["Service default/a", "Pod x/b"];
  const rows: [string, string][] = [
    ["plain", `${SERVICE}---\n${POD}`],
    ["empty documents and comments", `---\n\n---\n# nothing\n---\n${SERVICE}---\n---\n${POD}---\n`],
    ["a separator with a comment", `--- # first\n${SERVICE}--- # second\n${POD}`],
    ["Windows", `${SERVICE}---\n${POD}`.replaceAll("\n", "\r\n")],
    ["byte order marks", `\uFEFF${SERVICE}\uFEFF---\n${POD}`],
    ["ends of documents", `${SERVICE}...\n---\n${POD}...\n`],
    ["directives", `%YAML 1.1\n# so\n---\n${SERVICE}...\n%TAG ! tag:x,2000:\n---\n${POD}`],
    [
      "a separator in a literal ends it",
      `${SERVICE}  annotations:\n    a: |\n      x\n---\n${POD}`,
    ],
  ];
  for (const [name, text] of rows) {
    const read = parseManifests(text, "f");
    deepStrictEqual([names(read), read.documents, read.problems], [both, 2, []], name);
  }
});

Deno.test("parseManifests() reads scalars as kubectl does", () => {
  const rows: [string, unknown][] = [
    ["yes", true],
    ["Off", false],
    ["n", false],
    ["~", null],
    ["", null],
    ["0644", 420],
    ["0o17", 15],
    ["-0x1F", -31],
    ["0b101", 5],
    ["089", 89],
    ["1_000", 1000],
    ["[2001:db8::, a:b::]", ["2001:db8::", "a:b::"]],
    ['[a: , "b":]', [{ a: null }, { b: null }]],
    ["1e3", 1000],
    [".5", 0.5],
    ["1.", 1],
    ["12:30:45", "12:30:45"],
    ["2024-01-01", "2024-01-01"],
    ["1.2.3", "1.2.3"],
    ["'yes'", "yes"],
    ["!!str 5", "5"],
    ["!!int '5'", 5],
    ["!unknown x", "x"],
  ];
  for (const [text, value] of rows) {
    const [resource] = parseManifests(`${SERVICE}data: ${text}\n`, "f").resources;
    deepStrictEqual((resource?.written as { data: unknown }).data, value, text);
  }
});

Deno.test("parseManifests() expands lists, in lists too, and types the items of typed lists", () => {
  const item = (name: string) => ({ apiVersion: "v1", kind: "Service", metadata: { name } });
  const list = (items: unknown) => JSON.stringify({ apiVersion: "v1", kind: "List", items });
  deepStrictEqual(names(parseManifests(list([item("a"), item("b")]), "f")), [
    "Service default/a",
    "Service default/b",
  ]);
  deepStrictEqual(names(parseManifests(list([JSON.parse(list([item("a")]))]), "f")), [
    "Service default/a",
  ]);
  const typed = { apiVersion: "v1", kind: "PodList", items: [{ metadata: { name: "p" } }] };
  deepStrictEqual(names(parseManifests(JSON.stringify(typed), "f")), ["Pod default/p"]);
  for (const items of [[], null]) deepStrictEqual(names(parseManifests(list(items), "f")), []);
});

Deno.test("parseManifests() reads JSON documents, JSON lines and tabs", () => {
  const object = { apiVersion: "v1", kind: "Service", metadata: { name: "a" } };
  const one = JSON.stringify(object);
  const rows = [one, JSON.stringify(object, null, "\t"), `${one}\n${one}`, `${one}${one}\n`];
  deepStrictEqual(rows.map((text) => parseManifests(text, "f").resources.length), [1, 1, 2, 2]);
  const long = JSON.stringify({ ...object, data: { x: "x".repeat(200_000) } });
  strictEqual(parseManifests(long, "f").resources.length, 1);
  deepStrictEqual(parseManifests(`${one}\n{"a" 1}`, "f").problems[0]?.location, {
    file: "f",
    line: 2,
    column: 6,
  });
});

Deno.test("parseManifests() names what it ignores", () => {
  const text = `replicas: 3\n---\n- a\n---\n# helm\napiVersion: v2\nname: chart\n---
apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: w\n---
apiVersion: networking.istio.io/v9\nkind: VirtualService\nmetadata:\n  name: v\n`;
  const { ignored, resources, problems } = parseManifests(text, "f");
  deepStrictEqual([resources, problems], [[], []]);
  deepStrictEqual(
    ignored.map(({ kind, name, reason, location }) => [kind, name, location.line, reason]),
    [
      ["", "", 1, "it has no apiVersion and kind"],
      ["", "", 3, "it is not a map"],
      ["", "", 5, "it has no kind"],
      ["Widget", "w", 9, 'kind "Widget" of "example.com" is not analyzed'],
      ["VirtualService", "v", 14, 'version "v9" of VirtualService is not known'],
    ],
  );
});

Deno.test("parseManifests() reports a document that does not parse and reads the others", () => {
  const { resources, documents, problems } = parseManifests(
    `${SERVICE}---\nkind: [\n---\n${POD}`,
    "f",
  );
  deepStrictEqual([resources.length, documents, problems.length], [2, 3, 1]);
  deepStrictEqual(problems[0]?.location, { file: "f", line: 7, column: 1 });
  match(problems[0].message, /^The document does not parse: unexpected end of the stream/);
});

Deno.test("parseManifests() explains the usual mistakes", () => {
  const rows: [string, RegExp][] = [
    ["hosts: *.example.com", /a text that starts with \* needs quotes$/],
    ["name: {{ .Values.name }}", /a template has to be rendered first$/],
    ["{{- if .Values.enabled }}\na: 1\n{{- end }}", /a template has to be rendered first$/],
    ["a:\n\t- b", /tab characters must not be used in indentation$/],
    ["a: &a [*a]", /an anchor contains itself$/],
    ["x".padStart(300, "["), /nesting exceeded maxDepth/],
  ];
  for (const [text, message] of rows) match(problems(text)[0]?.[1] ?? "", message, text);
});

Deno.test("parseManifests() takes the last of duplicate keys and names both places", () => {
  const { resources, problems } = parseManifests(`${SERVICE}spec:\n  a: 1\n  "a": 2\n`, "f");
  deepStrictEqual((resources[0]?.written as { spec: unknown }).spec, { a: 2 });
  deepStrictEqual(problems, [{
    type: "duplicate-key",
    message: 'The key "a" is given twice, first in line 6; the last one counts',
    location: { file: "f", line: 7, column: 3 },
    resource: { cluster: "", apiVersion: "v1", kind: "Service", namespace: "", name: "a" },
  }]);
});

Deno.test("parseManifests() refuses aliases that make a document huge, and accepts others", () => {
  const level = (name: string, of: string) => `${name}: &${name} [${`*${of},`.repeat(9)}]\n`;
  const bomb = "a: &a [1,2,3,4,5,6,7,8,9]\n" +
    [..."bcdefgh"].map((name, i) => level(name, "abcdefg"[i]!)).join("");
  match(problems(bomb)[0]?.[1] ?? "", /its aliases make it longer than 1000000 values$/);
  const text = `${SERVICE}  labels: &l {app: a}\nspec:\n  selector:\n    <<: *l\n    v: "1"\n`;
  const [resource] = parseManifests(text, "f").resources;
  deepStrictEqual((resource?.written as { spec: unknown }).spec, {
    selector: { app: "a", v: "1" },
  });
});

Deno.test("parseManifests() points at what is malformed in a known object", () => {
  const rows: [string, string, string][] = [
    ["apiVersion: v1\nkind: Pod\n", "1:1", "metadata is missing"],
    ["apiVersion: v1\nkind: Pod\nmetadata: x\n", "3:11", "metadata is not a map"],
    ["apiVersion: v1\nkind: Pod\nmetadata: {}\n", "3:1", "metadata.name is missing"],
    ["apiVersion: v1\nkind: Pod\nmetadata:\n  name: 5\n", "4:9", "metadata.name is not a string"],
    ["apiVersion: 1\nkind: Pod\n", "1:13", "apiVersion is not a string"],
    ["apiVersion: v1\nkind: [Pod]\n", "2:1", "kind is not a string"],
  ];
  for (const [text, place, reason] of rows) {
    deepStrictEqual(problems(text), [
      [`malformed ${place}`, `The object is malformed: ${reason}`],
    ]);
  }
});

Deno.test("parseManifests() asks whether another kind was meant where Istio's APIs have none", () => {
  const rows: [apiVersion: string, kind: string, meant: string][] = [
    ["networking.istio.io/v1", "VirtualServce", "VirtualService in networking.istio.io/v1"],
    ["networking.istio.io/v1alpha9", "Gateway", "Gateway in networking.istio.io/v1"],
    ["networking.istio.io/v1", "EnvoyFilter", "EnvoyFilter in networking.istio.io/v1alpha3"],
    ["security.istio.io/v1", "HTTPRoute", "HTTPRoute in gateway.networking.k8s.io/v1"],
    [
      "v1",
      "Gateway",
      "Gateway in networking.istio.io/v1 or Gateway in gateway.networking.k8s.io/v1",
    ],
  ];
  for (const [apiVersion, kind, meant] of rows) {
    deepStrictEqual(problems(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`), [[
      "unknown-kind 1:1",
      `The API server refuses it: there is no ${kind} in ${apiVersion}; did you mean ${meant}?`,
    ]]);
  }
  const others = [
    "networking.istio.io/v2, kind: Gateway",
    "a.example.com/v1, kind: Gateway",
    "gateway.networking.k8s.io/v1alpha2, kind: BackendLBPolicy",
  ];
  for (const other of others) {
    deepStrictEqual(problems(`{apiVersion: ${other}, metadata: {name: a}}`), []);
  }
});

Deno.test("parseManifests() takes no template for an object, also where it parses", () => {
  const text = `${SERVICE.replace(/name: \S+/, "name: '{{ .Release.Name }}'")}`;
  deepStrictEqual(problems(text), [[
    "unreadable 4:9",
    "The object cannot be read: metadata.name is a template; a template has to be rendered first",
  ]]);
});

Deno.test("parseManifests() gives namespaced objects the default namespace, others none", () => {
  const cluster = "apiVersion: v1\nkind: Namespace\nmetadata: {name: prod, namespace: lost}\n";
  const text = `${SERVICE}---\n${POD}---\n${cluster}`;
  const read = parseManifests(text, "f", { defaultNamespace: "", cluster: "east" });
  deepStrictEqual(names(read), ["Service /a", "Pod x/b", "Namespace /prod"]);
  deepStrictEqual(read.resources.map(({ cluster }) => cluster), ["east", "east", "east"]);
});

Deno.test("parseManifests() names the byte that is not UTF-8 and reads the other documents", () => {
  const bytes = encode(`${SERVICE}---\nname: caf_\n---\n${POD}`);
  const offset = bytes.indexOf("_".charCodeAt(0));
  bytes[offset] = 0xe9;
  strictEqual(parseManifests(bytes, "f").resources.length, 2);
  deepStrictEqual(problems(bytes), [[
    "unreadable 6:10",
    `The document is not UTF-8; the first wrong byte of the file has offset ${offset}`,
  ]]);
});

Deno.test("parseManifests() reads UTF-16 and refuses binary files", () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...[...SERVICE].flatMap((c) => [c.charCodeAt(0), 0])]);
  strictEqual(parseManifests(utf16, "f").resources.length, 1);
  const binary = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0]);
  deepStrictEqual(problems(binary), [["unreadable 1:1", "This is a binary file and no manifest"]]);
});

Deno.test("parseManifests() accepts brackets and quotes that are indented as their key", () => {
  const text =
    `${SERVICE}spec:\n  a: [\n    "x", # one [\n    # two\n  ]\n  b: "long\n  text"\n  c: d\n`;
  const { resources: [resource], problems } = parseManifests(text, "f");
  deepStrictEqual(problems, []);
  deepStrictEqual((resource?.written as { spec: unknown }).spec, {
    a: ["x"],
    b: "long text",
    c: "d",
  });
  deepStrictEqual(resource?.locate(["spec", "c"]), { file: "f", line: 12, column: 6 });
});

Deno.test("parseManifests() gives up on a line that no indentation helps", () => {
  for (const text of ["a: [\rb", "- {\r\ra"]) {
    const { resources, documents } = parseManifests(text, "f");
    deepStrictEqual([resources, documents], [[], 1]);
  }
});

const yamlish = fc.array(
  fc.constantFrom(..."ab:-[]{}&*!|>'\"#%@ \n\t\r?,<.", "---\n", "kind: List\n", "\uFEFF", "\0"),
).map((parts) => parts.join(""));

Deno.test("parseManifests() never throws and places every problem inside the text", () => {
  fc.assert(
    fc.property(fc.oneof(yamlish, fc.string(), fc.uint8Array()), (input) => {
      const read = parseManifests(input, "f");
      const lines = typeof input === "string" ? input.split("\n").length : Infinity;
      for (const { location } of [...read.problems, ...read.ignored]) {
        ok(location.line >= 1 && location.column >= 1 && location.line <= lines);
      }
      for (const resource of read.resources) resource.locate(["spec", "a", 0]);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("an IstioOperator needs no name, for no API server sees it", () => {
  const text =
    "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {}\nspec: {}\n";
  deepStrictEqual(parseManifests(text, "a.yaml").problems, []);
});
