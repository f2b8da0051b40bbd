/** Every rule about documents over its examples, which are kept as those of other rules are. @module */
import { strictEqual } from "node:assert/strict";
import { analyze, documentRules, rules, silence } from "../lib/diagnose/mod.ts";
import { Mesh } from "../lib/mesh/mod.ts";
import { analysisRenderers } from "../lib/report/mod.ts";
import { loadSchemas } from "../lib/schema/mod.ts";
import { parseManifests } from "../lib/source/mod.ts";

const ROOT = new URL("./rules/", import.meta.url);
const NOW = new Date("2026-01-01T00:00:00Z");
const schemas = await loadSchemas();

for (const { code, name } of documentRules) {
  Deno.test(`${code} ${name}: ${name}.yaml`, async () => {
    const file = `${name}.yaml`;
    const text = await Deno.readTextFile(new URL(`${code}/${file}`, ROOT));
    const { resources, problems } = parseManifests(text, file);
    const all = [...documentRules, ...rules];
    const report = silence(
      analyze(new Mesh(resources), all, {
        now: NOW,
        source: { type: "files", detail: "" },
        problems,
        written: { resources, schemas },
      }),
      { rules: all, texts: new Map([[file, text]]), now: NOW },
    );
    const findings = report.findings.filter((finding) => finding.code === code);
    const actual = analysisRenderers.line({ ...report, findings }, { color: false, columns: 100 });
    const out = new URL(`${code}/${name}.out`, ROOT);
    if (Deno.args.includes("--update")) await Deno.writeTextFile(out, actual);
    strictEqual(actual, await Deno.readTextFile(out), "differs: deno task test:update");
    strictEqual(actual === "", false, "the example finds nothing");
  });
}
