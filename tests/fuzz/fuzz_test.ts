/**
 * Mutated manifests through the reader, the schemas and all rules. `MESHMEDIC_FUZZ_RUNS` and
 * `MESHMEDIC_FUZZ_SEED` make it longer, and repeat it.
 *
 * @module
 */
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import type { AnalysisReport } from "../../lib/core/mod.ts";
import { analyze, documentRules, rules } from "../../lib/diagnose/mod.ts";
import { fixFiles } from "../../lib/fix/mod.ts";
import { Mesh } from "../../lib/mesh/mod.ts";
import { analysisRenderers } from "../../lib/report/mod.ts";
import { loadSchemas } from "../../lib/schema/mod.ts";
import { parseManifests } from "../../lib/source/mod.ts";
import { mutated, mutation } from "./mutation.ts";

const LONG_RUNS = Deno.env.get("MESHMEDIC_FUZZ_RUNS");
const RUNS = Number(LONG_RUNS ?? 1000);
// A short run is the same for everybody; only a long one looks for what nobody has seen.
const SEED = Deno.env.get("MESHMEDIC_FUZZ_SEED") ?? (LONG_RUNS === undefined ? "1" : undefined);
const PARAMETERS = { numRuns: RUNS, ...(SEED !== undefined && { seed: Number(SEED) }) };
// What takes longer hangs, also on a busy machine.
const LONGEST_MS = 60_000;
const ROOT = new URL("../rules/", import.meta.url);
const schemas = await loadSchemas();
const every = [...documentRules, ...rules];
const seeds = [...seedDocuments()];

type Texts = ReadonlyMap<string, string>;

/** The documents of an example or two, each in a file of its own, some with changes. */
const texts: fc.Arbitrary<Texts> = fc.record({
  chosen: fc.uniqueArray(fc.nat(seeds.length - 1), { minLength: 1, maxLength: 2 }),
  changes: fc.array(fc.record({ document: fc.nat(), mutation }), { minLength: 1, maxLength: 8 }),
}).map(({ chosen, changes }) => {
  const documents = chosen.flatMap((i) => seeds[i]!);
  return new Map(documents.map((document, n) => {
    const mutations = changes.filter((change) => change.document % documents.length === n);
    return [`${n}.yaml`, mutated(document, mutations.map(({ mutation }) => mutation))];
  }));
});

function read(files: Texts) {
  const parsed = [...files].map(([file, text]) => parseManifests(text, file));
  const resources = parsed.flatMap((each) => each.resources);
  return {
    mesh: new Mesh(resources),
    ignored: parsed.flatMap(({ ignored }) => ignored),
    problems: parsed.flatMap(({ problems }) => problems),
    written: { resources, schemas },
  };
}

function judge(files: Texts, compat = false): AnalysisReport {
  const { mesh, ...rest } = read(files);
  const now = new Date("2026-01-01T00:00:00Z");
  return analyze(mesh, every, { ...rest, compat, now, source: { type: "files", detail: "" } });
}

Deno.test("no manifest makes a rule crash or hang", () => {
  fc.assert(
    fc.property(texts, (files) => {
      const start = performance.now();
      for (const compat of [false, true]) {
        const report = judge(files, compat);
        deepStrictEqual(report.skipped.filter(({ crashed }) => crashed), []);
        const { sarif, table } = analysisRenderers;
        for (const render of [sarif, table]) {
          strictEqual(typeof render(report, { color: false, columns: 80 }), "string");
        }
      }
      ok(performance.now() - start < LONGEST_MS, "it takes too long");
    }),
    PARAMETERS,
  );
});

Deno.test("the order of documents does not change a byte of the findings", () => {
  fc.assert(
    fc.property(texts, fc.infiniteStream(fc.nat()), (files, numbers) => {
      // Of two objects with the same name the last one wins, as for kubectl.
      const { written: { resources } } = read(files);
      const names = resources.map(({ ref }) => JSON.stringify({ ...ref, apiVersion: "" }));
      fc.pre(new Set(names).size === names.length);
      const shuffled = [...files].map((entry) => ({ entry, rank: numbers.next().value! }))
        .sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
      strictEqual(
        JSON.stringify(judge(new Map(shuffled)).findings),
        JSON.stringify(judge(files).findings),
      );
    }),
    { ...PARAMETERS, numRuns: RUNS / 4 },
  );
});

Deno.test("no manifest makes a fix crash, and what is fixed can still be read", () => {
  fc.assert(
    fc.property(texts, (files) => {
      const look = (current: Texts) => ({
        texts: current,
        resources: read(current).written.resources,
        findings: judge(current).findings,
      });
      const { texts: changed } = fixFiles(files, { trust: ["safe", "unsafe"], look });
      const before = read(files).problems.length;
      ok(read(new Map([...files, ...changed])).problems.length <= before);
    }),
    { ...PARAMETERS, numRuns: RUNS / 10 },
  );
});

/** The documents of each example of the rules. */
function* seedDocuments(): Iterable<readonly unknown[]> {
  for (
    const { name: code } of [...Deno.readDirSync(ROOT)].sort((a, b) => a.name < b.name ? -1 : 1)
  ) {
    const files = [...Deno.readDirSync(new URL(`${code}/`, ROOT))].map(({ name }) => name).sort();
    for (const file of files) {
      if (!file.endsWith(".yaml")) continue;
      const text = Deno.readTextFileSync(new URL(`${code}/${file}`, ROOT));
      yield text.split(/^# cluster: \w+\n/m).flatMap((part) =>
        parseManifests(part, file).resources.map(({ written }) => written)
      );
    }
  }
}
