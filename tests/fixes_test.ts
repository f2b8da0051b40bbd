/** Every fix of every finding in the examples of the rules, one by one and all at once. @module */
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { type Finding, formatRef } from "../lib/core/mod.ts";
import { analyze, documentRules, rules, selectRules } from "../lib/diagnose/mod.ts";
import { applyFixes, type FixableFiles, fixFiles } from "../lib/fix/mod.ts";
import { Mesh } from "../lib/mesh/mod.ts";
import { loadSchemas } from "../lib/schema/mod.ts";
import { parseManifests } from "../lib/source/mod.ts";

const ROOT = new URL("./rules/", import.meta.url);
const schemas = await loadSchemas();
const selected = selectRules([...documentRules, ...rules], {});

type Texts = ReadonlyMap<string, string>;

/** The parts of an example by `CLUSTER@FILE`; those after a line `# cluster: NAME` are in that cluster. */
async function textsOf(path: string): Promise<Texts> {
  const text = await Deno.readTextFile(new URL(path, ROOT));
  const [first = "", ...others] = text.split(/^# cluster: (\w+)\n/m);
  const texts = new Map([[`@${path}`, first]]);
  for (let i = 0; i < others.length; i += 2) {
    texts.set(`${others[i]}@${path}.${i}`, others[i + 1]!);
  }
  return texts;
}

function look(texts: Texts): FixableFiles {
  const parsed = [...texts].map(([file, text]) =>
    // A file that a fix makes is in the first cluster.
    parseManifests(text, file, { cluster: file.includes("@") ? file.split("@")[0]! : "" })
  );
  const resources = parsed.flatMap((each) => each.resources);
  const { findings, skipped } = analyze(new Mesh(resources), selected, {
    now: new Date("2026-01-01T00:00:00Z"),
    source: { type: "files", detail: "" },
    problems: parsed.flatMap(({ problems }) => problems),
    written: { resources, schemas },
  });
  deepStrictEqual(skipped, []);
  return { texts, resources, findings };
}

/** A finding wherever it stands now: fixes may move its field, and some messages count rules. */
function named({ code, name, message, resource }: Finding): string {
  return `${code} ${name} ${formatRef(resource)}: ${message.replaceAll(/#\d+|\[\d+\]/g, "#")}`;
}

function counted(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    counts.set(named(finding), (counts.get(named(finding)) ?? 0) + 1);
  }
  return counts;
}

for (const path of examples()) {
  Deno.test(`fixes of ${path} cure their findings and cause no others`, async () => {
    const texts = await textsOf(path);
    const before = look(texts);
    const counts = counted(before.findings);
    for (const finding of before.findings) {
      if (!finding.fix || finding.fix.applicability === "manual") continue;
      const { texts: changed, applied } = applyFixes({ ...before, findings: [finding] });
      strictEqual(applied.length, 1, `cannot be applied: ${named(finding)}`);
      const after = counted(look(new Map([...texts, ...changed])).findings);
      const key = named(finding);
      ok((after.get(key) ?? 0) < counts.get(key)!, `still there: ${key}`);
      for (const [other, count] of after) {
        ok(count <= (counts.get(other) ?? 0), `"${finding.fix.title}" causes: ${other}`);
      }
    }
    const all = fixFiles(texts, { trust: ["safe", "unsafe"], look });
    deepStrictEqual(all.left.filter(({ fix }) => fix && fix.applicability !== "manual"), []);
    const again = fixFiles(new Map([...texts, ...all.texts]), { trust: ["safe", "unsafe"], look });
    strictEqual(again.texts.size, 0);
  });
}

function examples(): string[] {
  return [...Deno.readDirSync(ROOT)].flatMap(({ name: code }) =>
    [...Deno.readDirSync(new URL(`${code}/`, ROOT))].map(({ name }) => `${code}/${name}`)
  ).filter((path) => path.endsWith(".yaml")).sort();
}
