import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { diagnosePerformance } from "../../mod.ts";
import { fits, openRecorded, peerTest, recordingNames, truthOf } from "./shared.ts";

for (const name of recordingNames()) {
  const file = `captures/${name}.tar.gz`;
  const truth = truthOf(name);
  if (truth.accept.length === 0) {
    peerTest(`no service of ${name} is slow`, file, async () => {
      const input = await openRecorded(name);
      const services = input.mesh.list("Service").map((each) => `${each.name}.${each.namespace}`);
      for (const service of [undefined, ...services]) {
        const report = await diagnosePerformance({ service, namespace: "default" }, input);
        deepStrictEqual(report.findings, [], service ?? "all");
        ok(report.verdict === "healthy" || report.verdict === "inconclusive", service ?? "all");
      }
    });
  }
  if (truth.issueType !== "performance") continue;
  peerTest(`the slowness of ${name} is explained, also from the services above`, file, async () => {
    const input = await openRecorded(name);
    const asked = truth.args[truth.args.indexOf("--service") + 1];
    for (const service of [asked, undefined]) {
      const { findings: [first] } = await diagnosePerformance(
        { service, namespace: "default" },
        input,
      );
      ok(truth.accept.includes(first?.cause ?? ""), `${service}: ${first?.cause}`);
      const named = first!.resources.map((each) => `${each.kind}/${each.namespace}/${each.name}`);
      strictEqual(
        truth.resources.some((pattern) => named.some((each) => fits(each, pattern))),
        true,
      );
    }
  });
}
