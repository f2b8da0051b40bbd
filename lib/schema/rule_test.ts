import assert from "node:assert/strict";
import fc from "fast-check";
import { resolve, type SchemaFile, type SchemaNode } from "./node.ts";
import { parseRule } from "./rule.ts";

const FILES = ["istio.json", "gateway_api.json"];

Deno.test("every rule of every schema can be run", async () => {
  const rules = new Set<string>();
  for (const file of FILES) {
    const text = await Deno.readTextFile(new URL(`gen/${file}`, import.meta.url));
    JSON.parse(text, (_, node: SchemaNode) => {
      for (const { rule } of node?.["x-kubernetes-validations"] ?? []) rules.add(rule);
      return node;
    });
  }
  assert.ok(rules.size > 100);
  // Rules about a change do not run: nothing is known of the object before.
  const about = [...rules].filter((rule) => !rule.includes("oldSelf"));
  const broken = about.map((rule) => parseRule(rule).check()).filter(({ valid }) => !valid);
  assert.deepEqual(broken, []);
});

Deno.test("a rule asks for fields behind an index and for fields with reserved names", () => {
  const path = parseRule("has(self.matches[0].path)");
  assert.equal(path({ self: { matches: [{ path: {} }] } }), true);
  assert.equal(path({ self: { matches: [{}] } }), false);
  assert.throws(() => path({ self: { matches: [] } }));
  const namespace = parseRule("has(self.__namespace__) && self.__namespace__ == 'a'");
  assert.equal(namespace({ self: { namespace: "a" } }), true);
});

Deno.test("a rule matches as RE2 does", () => {
  const service = parseRule('self.matches(r"""^(?i)[a-z]+$""")');
  assert.equal(service({ self: "Foo" }), true);
  assert.equal(service({ self: "foo1" }), false);
});

Deno.test("a rule reads URLs as Go does", () => {
  const scheme = parseRule("isURL(self) ? url(self).getScheme() : 'none'");
  const schemes = {
    "oci://registry/image": "oci",
    "HTTP://host/path#fragment": "http",
    "file:///opt/filter.wasm": "file",
    "registry:5000/image": "registry",
    "/path": "",
    "registry/image": "none",
    "1.2.3.4:5000/image": "none",
    "http://#%blah$#@": "none",
    "http://host:port/": "none",
    "http://host/%zz": "none",
    "http://[::1]:80/": "http",
    "": "none",
  };
  for (const [self, expected] of Object.entries(schemes)) {
    assert.equal(scheme({ self }), expected, self);
  }
});

Deno.test("a rule compares durations and counts", () => {
  const duration = parseRule("duration(self) >= duration('1ms')");
  assert.deepEqual(["1ms", "1.5h", "1h2m3s", "0s"].map((self) => duration({ self })), [
    true,
    true,
    true,
    false,
  ]);
  assert.throws(() => duration({ self: "1d" }));
  const port = parseRule("0 < self && self <= 65535");
  assert.deepEqual([0, 1, 65535, 65536].map((self) => port({ self })), [false, true, true, false]);
  const key = parseRule("self.all(key, 0 < int(key) && int(key) <= 65535)");
  assert.equal(key({ self: { "80": {} } }), true);
  assert.equal(key({ self: { "0": {} } }), false);
});

Deno.test("a rule validates names by format", () => {
  const qualified = parseRule("!format.qualifiedName().validate(self).hasValue()");
  assert.equal(qualified({ self: "example.com/app" }), true);
  assert.equal(qualified({ self: "-app" }), false);
});

Deno.test("a rule fails to run only where a field is missing or a text cannot be read", async () => {
  const failures = new Set<string>();
  for (const { node, file } of await nodesWithRules()) {
    const rules = node["x-kubernetes-validations"]!.filter(({ rule }) => !/oldSelf/.test(rule));
    const expressions = rules.map(({ rule }) => parseRule(rule));
    fc.assert(
      fc.property(valueOf(node, file, 3), (self) => {
        for (const expression of expressions) {
          try {
            assert.equal(typeof expression({ self }), "boolean");
          } catch (error) {
            assert.ok(error instanceof Error);
            failures.add("code" in error ? String(error.code) : error.message.split(" ").at(-1)!);
          }
        }
      }),
      { numRuns: 30, seed: 1 },
    );
  }
  assert.deepEqual([...failures].sort(), [
    "URL",
    "int_conversion_error",
    "invalid_duration",
    "no_such_key",
  ]);
});

async function nodesWithRules(): Promise<{ node: SchemaNode; file: SchemaFile }[]> {
  const found: { node: SchemaNode; file: SchemaFile }[] = [];
  for (const name of FILES) {
    const file: SchemaFile = JSON.parse(
      await Deno.readTextFile(new URL(`gen/${name}`, import.meta.url)),
    );
    JSON.parse(JSON.stringify(file), (_, node: SchemaNode) => {
      if (node?.["x-kubernetes-validations"]) found.push({ node, file });
      return node;
    });
  }
  return found;
}

/** Values of the type that a schema asks for. */
function valueOf(schema: SchemaNode, file: SchemaFile, depth: number): fc.Arbitrary<unknown> {
  const node = resolve(schema, file);
  if (node.enum) return fc.constantFrom(...node.enum);
  const inner = (next: SchemaNode) => valueOf(next, file, depth - 1);
  switch (node.type) {
    case "string":
      return fc.constantFrom(
        "",
        "*",
        "a",
        "a.b/c",
        "/a",
        "http://a",
        "1s",
        "2h",
        "80",
        "unix:///a",
      );
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number":
      return fc.integer({ min: 0, max: 70000 });
    case "array":
      return fc.array(inner(node.items ?? {}), { maxLength: depth > 0 ? 3 : 0 });
  }
  if (typeof node.additionalProperties === "object") {
    const key = fc.constantFrom("", "a", "80", "a/b", "*");
    return fc.dictionary(key, inner(node.additionalProperties), { maxKeys: depth > 0 ? 2 : 0 });
  }
  const fields = Object.entries(node.properties ?? {}).map(([name, next]) => [
    name,
    node.required?.includes(name) ? inner(next) : fc.option(inner(next), { nil: undefined }),
  ]);
  return fc.record(Object.fromEntries(fields)).map((value) =>
    Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined))
  );
}
