import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { load } from "js-yaml";
import { goJson } from "./go_json.ts";
import { goYaml } from "./go_yaml.ts";

Deno.test("goYaml() writes as Go programs do", () => {
  const value = {
    b: [{ z: 1, a: { y: "x" } }, [], {}, "text"],
    a10: true,
    a9: null,
    "@type": "type.googleapis.com/x",
    _: "",
  };
  strictEqual(
    goYaml(value),
    `'@type': type.googleapis.com/x
_: ""
a9: null
a10: true
b:
- a:
    "y": x
  z: 1
- []
- {}
- text
`,
  );
});

Deno.test("goYaml() quotes what would be read as something else", () => {
  const rows: [unknown, string][] = [
    ["true", '"true"'],
    ["yes", '"yes"'],
    ["0x1F", '"0x1F"'],
    ["1_000", '"1_000"'],
    ["12:30:45", '"12:30:45"'],
    ["2023-11-29T10:46:50.869Z", '"2023-11-29T10:46:50.869Z"'],
    ["2023-11-29T10:46:50Z/15", "2023-11-29T10:46:50Z/15"],
    ["2023-13-01", "2023-13-01"],
    ["*", "'*'"],
    ["a: b", "'a: b'"],
    ["a #b", "'a #b'"],
    ["it's", "it's"],
    ["- x's", "'- x''s'"],
    ["outbound|80||a.b", "outbound|80||a.b"],
    [" x", "' x'"],
    ["tab\t", '"tab\\t"'],
    ["\x01é😀", '"\\x01é\\U0001F600"'],
    ["line\nline\n", "|\n  line\n  line"],
    ["line\n x", "|-\n  line\n   x"],
    [0.5, "0.5"],
    [1234567.5, "1.2345675e+06"],
    [0.00001, "1e-05"],
  ];
  for (const [value, written] of rows) strictEqual(goYaml(value), `${written}\n`);
});

Deno.test("goYaml() and goJson() keep the value", () => {
  const text = fc.string({ unit: "grapheme-ascii" });
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(text, tie("value"), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(fc.property(value, (value) => {
    deepStrictEqual(load(goYaml(value)), value);
    deepStrictEqual(JSON.parse(goJson(value)), value);
  }));
});

Deno.test("goJson() indents by four, escapes what HTML knows, and sorts keys that are numbers", () => {
  const value = { name: "<a&b>", map: { 80: [], 8080: {}, 15021: 1 } };
  strictEqual(
    goJson(value),
    `{
    "name": "\\u003ca\\u0026b\\u003e",
    "map": {
        "15021": 1,
        "80": [],
        "8080": {}
    }
}
`,
  );
});
