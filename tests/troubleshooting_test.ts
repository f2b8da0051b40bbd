import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { Mesh, openSnapshot, TroubleshootingToolkit } from "../mod.ts";
import { fakeWorld } from "./fake_world.ts";

const EXAMPLE = await Deno.readFile(new URL("../examples/mtls-conflict.tar.gz", import.meta.url));
const signal = new AbortController().signal;

async function toolkit(): Promise<TroubleshootingToolkit> {
  const { world } = fakeWorld({ files: { "/repo/mesh.tar.gz": EXAMPLE } });
  const { recordings: [recording], resources } = await openSnapshot("mesh.tar.gz", {
    world,
    signal,
  });
  const now = new Date(recording.manifest.capturedAt);
  return new TroubleshootingToolkit({ mesh: new Mesh(resources), recording, now, signal });
}

Deno.test("the toolkit diagnoses an issue by its type; an unknown type is about the whole mesh", async () => {
  const tools = await toolkit();
  const context = { from: "sleep.client", to: "details.bookinfo:9080" };
  const pair = await tools.diagnoseIssue("connectivity", context);
  deepStrictEqual([pair.issueType, pair.findings[0]?.cause], ["connectivity", "MM-T02"]);
  const types = ["performance", "configuration", "security", "all", "no such type"];
  const reports = await Promise.all(types.map((type) => tools.diagnoseIssue(type)));
  deepStrictEqual(reports.map(({ issueType }) => issueType), [
    "performance",
    "configuration",
    "security",
    "all",
    "all",
  ]);
});

Deno.test("the toolkit shows what would cure a finding, and what would undo that", async () => {
  const tools = await toolkit();
  const context = { from: "sleep.client", to: "details.bookinfo:9080" };
  const { findings: [finding] } = await tools.diagnoseIssue("connectivity", context);
  ok(finding);
  const fix = tools.autoFixIssue(finding);
  match(fix?.files[0]?.diff ?? "", /\n-\s+tls:\n-\s+mode: DISABLE\n/);
  deepStrictEqual(fix?.undo.changes.map(({ resource: { kind } }) => kind), ["DestinationRule"]);
  const { fix: _, ...incurable } = finding;
  strictEqual(tools.autoFixIssue(incurable), undefined);
});
