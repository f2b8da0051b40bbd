/**
 * Every rule over its examples, `tests/rules/CODE/NAME[.CASE].yaml`: what it says is beside it in `.out`,
 * rewritten by `deno task test:update`. Comments in the examples say which objects are broken.
 *
 * @module
 */
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { parseManifests } from "../lib/source/mod.ts";
import { analyze, type AnyRule, documentRules, rules } from "../lib/diagnose/mod.ts";
import { type AnyResource, type Kind, Mesh, Resource } from "../lib/mesh/mod.ts";
import { analysisRenderers } from "../lib/report/mod.ts";
import type { AnalysisReport, Finding } from "../lib/core/mod.ts";

const ROOT = new URL("./rules/", import.meta.url);
const NOW = new Date("2026-01-01T00:00:00Z");
const STYLE = { color: false, columns: 100 };

/** A mesh that notes which kinds somebody looked at. */
class WatchedMesh extends Mesh {
  readonly seen = new Set<Kind>();
  #isWatching = false;

  watch(): this {
    this.#isWatching = true;
    return this;
  }

  override list<K extends Kind>(kind: K, namespace?: string): readonly Resource<K>[] {
    if (this.#isWatching) this.seen.add(kind);
    return super.list(kind, namespace);
  }

  override get<K extends Kind>(kind: K, namespace: string, name: string): Resource<K> | undefined {
    if (this.#isWatching) this.seen.add(kind);
    return super.get(kind, namespace, name);
  }
}

for (const rule of rules) {
  for (const file of examplesOf(rule)) {
    Deno.test(`${rule.code} ${rule.name}: ${file}`, async () => {
      const report = run(rule, await resourcesOf(rule, file));
      deepStrictEqual(report.skipped, []);
      const actual = analysisRenderers.line(report, STYLE);
      const out = new URL(`${rule.code}/${file.replace(/\.yaml$/, ".out")}`, ROOT);
      if (Deno.args.includes("--update")) await Deno.writeTextFile(out, actual);
      strictEqual(actual, await Deno.readTextFile(out), "differs: deno task test:update");
    });
  }
}

Deno.test("clusters with the same objects are judged one by one, each as if it were alone", async () => {
  for (const rule of rules.filter(({ spansClusters }) => !spansClusters)) {
    for (const file of examplesOf(rule)) {
      const here = await resourcesOf(rule, file);
      const there = here.map(({ identifier, namespace, object, origin, written }) =>
        new Resource(identifier, "west", namespace, object, origin, written) as AnyResource
      );
      const { findings } = run(rule, [...here, ...there]);
      const own = findings.filter(({ resource }) => resource.cluster === "");
      const about = ({ resource: { kind, namespace, name }, path }: Finding) =>
        [kind, namespace, name, path].join(" ");
      const alone = run(rule, here).findings;
      deepStrictEqual(own.map(about), alone.map(about), `${rule.name}: ${file}`);
    }
  }
});

Deno.test("every rule has an example in which it finds something, and is finished", async () => {
  for (const rule of rules) {
    const example = new URL(`${rule.code}/${rule.name}.out`, ROOT);
    ok(await Deno.readTextFile(example) !== "", `${rule.name}: the example finds nothing`);
    ok(!/TODO/.test(JSON.stringify(rule)), `${rule.name}: unfinished`);
  }
});

Deno.test("every file of rules and of examples is in use", () => {
  const files = entriesOf(new URL("../lib/diagnose/rules/", import.meta.url))
    .filter((path) => /\/[a-z]\w*\.ts$/.test(path) && !/(?:mod|_test)\.ts$/.test(path));
  strictEqual(files.length, rules.length, "run scripts/rule_registry.ts");
  strictEqual(new Set(rules.map(({ name }) => name)).size, rules.length, "a name is used twice");
  const used = new Set(
    [...rules, ...documentRules].flatMap((rule) =>
      examplesOf(rule).map((file) => `${rule.code}/${file.replace(/\.yaml$/, "")}`)
    ),
  );
  const unused = entriesOf(ROOT).filter((path) => !used.has(path.replace(/\.(?:yaml|out)$/, "")));
  deepStrictEqual(unused, []);
});

Deno.test("every rule looks at the kinds that it declares, and at no others", async () => {
  for (const rule of rules) {
    const seen = new Set<Kind>();
    for (const file of examplesOf(rule)) {
      const mesh = new WatchedMesh(await resourcesOf(rule, file));
      void mesh.config;
      run(rule, [], mesh.watch());
      for (const kind of mesh.seen) seen.add(kind);
    }
    const declared = [...rule.inputs, ...rule.reads ?? []];
    deepStrictEqual([...seen].sort(), [...new Set(declared)].sort(), rule.name);
  }
});

function run(
  rule: AnyRule,
  resources: readonly AnyResource[],
  mesh = new Mesh(resources),
): AnalysisReport {
  return analyze(mesh, [rule], {
    now: NOW,
    source: { type: "snapshot", detail: "" },
    compat: rule.mode === "compat",
  });
}

function examplesOf({ code, name }: Pick<AnyRule, "code" | "name">): string[] {
  return entriesOf(new URL(`${code}/`, ROOT))
    .filter((file) => file === `${name}.yaml` || file.startsWith(`${name}.`))
    .filter((file) => file.endsWith(".yaml"));
}

/** Objects of an example; those after a line `# cluster: NAME` are in that cluster. */
async function resourcesOf({ code }: AnyRule, file: string): Promise<readonly AnyResource[]> {
  const text = await Deno.readTextFile(new URL(`${code}/${file}`, ROOT));
  const [first = "", ...others] = text.split(/^# cluster: (\w+)\n/m);
  const parsed = [parseManifests(first, file)];
  let lines = first.split("\n").length;
  for (let i = 0; i < others.length; i += 2) {
    const part = others[i + 1]!;
    parsed.push(parseManifests("\n".repeat(lines) + part, file, { cluster: others[i]! }));
    lines += part.split("\n").length;
  }
  deepStrictEqual(parsed.flatMap(({ problems }) => problems), []);
  return parsed.flatMap(({ resources }) => resources);
}

function entriesOf(folder: URL): string[] {
  try {
    return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
      isDirectory ? entriesOf(new URL(`${name}/`, folder)).map((path) => `${name}/${path}`) : [name]
    ).sort();
  } catch {
    return [];
  }
}
