/** All rules over each file of Istio's test data and samples, beside what all analyzers of istioctl say. @module */
import { deepStrictEqual } from "node:assert/strict";
import { documentRules, rules, selectRules } from "../../lib/diagnose/mod.ts";
import { loadSchemas } from "../../lib/schema/mod.ts";
import { difference, judge, unexplained, verdictOf, withoutDefault } from "./peer_verdicts.ts";
import { peerTest, shared } from "./shared.ts";

const FILE = "peer-cases/whole-files.json";

interface WholeFile {
  readonly file: string;
  readonly messages: readonly { Code: string; Origin: string }[];
}

for (const compat of [true, false]) {
  const how = compat ? "under compat" : "without";
  peerTest(`whole files give what istioctl gives, or what is explained, ${how}`, FILE, async () => {
    const all = [...selectRules(rules, {}), ...documentRules];
    const schemas = await loadSchemas();
    const wrong: Record<string, readonly string[]> = {};
    for (const { file, messages } of wholeFiles()) {
      const peer = messages.map(({ Code, Origin }) => withoutDefault(`${Code} ${Origin}`));
      const ours = judge({ inputFiles: [file] }, all, { compat, schemas }).map(verdictOf);
      const bad = unexplained(difference(peer, ours));
      if (bad.length > 0) wrong[file] = bad;
    }
    deepStrictEqual(wrong, {});
  });
}

function wholeFiles(): readonly WholeFile[] {
  return JSON.parse(Deno.readTextFileSync(shared(FILE)));
}
