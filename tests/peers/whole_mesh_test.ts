import { deepStrictEqual, ok } from "node:assert/strict";
import { diagnoseMesh } from "../../mod.ts";
import { fits, openRecorded, peerTest, recordingNames, truthOf } from "./shared.ts";

for (const name of recordingNames()) {
  peerTest(
    `a look at all of ${name} finds what is wrong by itself`,
    `captures/${name}.tar.gz`,
    async () => {
      const { accept, resources } = truthOf(name);
      const report = await diagnoseMesh({ issueType: "all" }, await openRecorded(name));
      if (accept.length === 0) {
        return deepStrictEqual([report.verdict, report.findings], ["healthy", []]);
      }
      const [first] = report.findings;
      ok(accept.includes(first?.cause ?? ""), `${first?.cause}: ${report.headline}`);
      const named = first!.resources.map((each) => `${each.kind}/${each.namespace}/${each.name}`);
      const isNamed = resources.length === 0 ||
        resources.some((pattern) => named.some((each) => fits(each, pattern)));
      ok(isNamed, named.join());
    },
  );
}
