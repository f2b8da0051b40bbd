/** A bug report of istioctl about a recorded mesh gives the cause that the recording gives. @module */
import { deepStrictEqual, notStrictEqual } from "node:assert/strict";
import { realWorld } from "../../lib/io/mod.ts";
import { openSnapshot, type Snapshot } from "../../mod.ts";
import { bugReportOf } from "../bug_report.ts";
import { fakeWorld } from "../fake_world.ts";
import { diagnose, peerTest, recordingNames, shared, truthOf } from "./shared.ts";

const { signal } = new AbortController();

for (const name of recordingNames()) {
  const truth = truthOf(name);
  if (truth.issueType !== "connectivity" || truth.source === null) continue;
  peerTest(`${name} gives the same cause as a bug report of istioctl`, "captures", async () => {
    const path = shared(`captures/${name}.tar.gz`);
    const recorded = await openSnapshot(path, { world: realWorld(), signal });
    const files = await bugReportOf(recorded);
    const after = await diagnose(truth, await reported(files));
    // A bug report is of one cluster.
    if (recorded.recordings.length > 1) return notStrictEqual(after.verdict, "healthy");
    const before = await diagnose(truth, recorded);
    deepStrictEqual(
      [after.verdict, after.findings[0]?.cause, after.findings[0]?.resources],
      [before.verdict, before.findings[0]?.cause, before.findings[0]?.resources],
    );
    if (truth.accept.length === 0) return;
    const poor = Object.entries(files).filter(([path]) => !path.includes("/proxies/"));
    const { verdict } = await diagnose(truth, await reported(Object.fromEntries(poor)));
    notStrictEqual(verdict, "healthy", "without anything of the proxies");
  });
}

async function reported(files: Readonly<Record<string, string>>): Promise<Snapshot> {
  const entries = Object.entries(files).map(([path, text]) => [`/repo/${path}`, text]);
  const { world } = fakeWorld({ files: Object.fromEntries(entries) });
  return await openSnapshot("/repo", { world, signal });
}
