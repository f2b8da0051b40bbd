/** Every rule over the examples of all rules, with parts of them removed or of other types. @module */
import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import { loadAll } from "js-yaml";
import { analyze, rules } from "../lib/diagnose/mod.ts";
import { Mesh } from "../lib/mesh/mod.ts";
import { parseManifests } from "../lib/source/mod.ts";

const ROOT = new URL("./rules/", import.meta.url);
const ODD: readonly unknown[] = [
  null,
  "",
  0,
  -1,
  true,
  [],
  {},
  [null],
  { a: null },
  "*",
  "~/x/",
  ".",
];

Deno.test("no rule throws, whatever is missing or odd in an object", () => {
  const documents = examples();
  const change = fc.record({
    document: fc.nat(documents.length - 1),
    steps: fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }),
    odd: fc.option(fc.constantFrom(...ODD), { nil: undefined }),
  });
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 100, maxLength: 300 }),
      fc.boolean(),
      (changes, compat) => {
        const changed = structuredClone(documents);
        for (const { document, steps, odd } of changes) alter(changed[document], steps, odd);
        const text = changed.map((document) => JSON.stringify(document ?? {})).join("\n---\n");
        const { resources } = parseManifests(text, "odd.yaml", {
          cluster: "",
          defaultNamespace: "default",
        });
        const { skipped } = analyze(new Mesh(resources), rules, {
          now: new Date("2026-01-01T00:00:00Z"),
          source: { type: "files", detail: "" },
          compat,
        });
        deepStrictEqual(skipped, []);
      },
    ),
    { numRuns: 15 },
  );
});

function examples(): unknown[] {
  const documents: unknown[] = [];
  for (const { name } of [...Deno.readDirSync(ROOT)].sort((a, b) => a.name < b.name ? -1 : 1)) {
    const folder = new URL(`${name}/`, ROOT);
    for (const file of Deno.readDirSync(folder)) {
      if (!file.name.endsWith(".yaml")) continue;
      const text = Deno.readTextFileSync(new URL(file.name, folder));
      documents.push(...readable(text.replace(/^# cluster: .*$/gm, "---")));
    }
  }
  return documents;
}

/** The documents of an example; none where the example is that they do not parse. */
function readable(text: string): unknown[] {
  try {
    return loadAll(text);
  } catch {
    return [];
  }
}

/** Walks down by the steps, and removes what it comes to, or puts something odd in its place. */
function alter(value: unknown, [step = 0, ...steps]: readonly number[], odd: unknown): void {
  if (typeof value !== "object" || value === null) return;
  const holder = value as Record<string, unknown>;
  const keys = Object.keys(holder);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return;
  const isLast = steps.length === 0 || typeof holder[key] !== "object" || holder[key] === null;
  if (!isLast) return alter(holder[key], steps, odd);
  if (odd === undefined) delete holder[key];
  else holder[key] = structuredClone(odd);
}
