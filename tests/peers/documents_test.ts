import assert from "node:assert/strict";
import { run } from "../../lib/cli/mod.ts";
import type { AnalysisReport } from "../../lib/core/mod.ts";
import { fakeWorld } from "../fake_world.ts";
import { peerTest, shared } from "./shared.ts";

const FOLDER = "peer-cases/schema/crds";
const { signal } = new AbortController();

/** The documents of a file that `analyze` finds invalid, by the number of the document. */
async function rejected(text: string): Promise<ReadonlySet<number>> {
  const { world, out } = fakeWorld({ files: { "/repo/mesh.yaml": text } });
  await run(["analyze", "mesh.yaml", "-o", "json"], { world, signal });
  const { findings } = JSON.parse(out.stdout) as AnalysisReport;
  const lines = text.split("\n");
  return new Set(
    findings.filter(({ code, severity }) => /^(?:MM00|IST0106)/.test(code) && severity === "error")
      .map(({ location }) =>
        lines.slice(0, location!.line).filter((line) => line.startsWith("---")).length
      ),
  );
}

peerTest("analyze rejects the documents that the API server rejects", FOLDER, async () => {
  const wrong: string[] = [];
  for await (const { name: file } of Deno.readDir(shared(FOLDER))) {
    const documents = (await Deno.readTextFile(shared(`${FOLDER}/${file}`))).split(/^---$/m);
    const expected = documents.map((document) => /^_err:/m.test(document));
    const found = await rejected(
      documents.map((document) => document.replace(/^_err:.*(?:\n[ \t].*)*\n/m, "")).join("---"),
    );
    for (const [i, isInvalid] of expected.entries()) {
      if (found.has(i) !== isInvalid) wrong.push(`${file} document ${i + 1}`);
    }
  }
  assert.deepEqual(wrong, []);
});
