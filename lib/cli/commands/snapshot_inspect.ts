import { Command } from "@commander-js/extra-typings";
import { clusterLabel } from "../../core/mod.ts";
import { json } from "../../report/mod.ts";
import { inspectSnapshot, type SnapshotReport } from "../../snapshot/mod.ts";
import { openSnapshot } from "../../source/mod.ts";
import { defineCommand, EXIT } from "../command.ts";
import { outputOption, STRICT } from "../options.ts";

/** `meshmedic snapshot inspect`: what is in a snapshot; an altered file makes the exit status 1. */
export const snapshotInspectCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("<snapshot>", "the recorded mesh, or bug report of istioctl: a folder or .tar.gz")
      .addOption(outputOption(["text", "json"], "text"))
      .addOption(STRICT),

  async run(shell, { output, strict }, path) {
    const snapshot = await shell.working("Reading the snapshot", openSnapshot(path, shell));
    const report = await inspectSnapshot(snapshot, shell.signal);
    await shell.print(output === "json" ? json(report) : text(report));
    if (strict && report.gaps.length > 0) return EXIT.failure;
    return report.altered.length > 0 ? EXIT.findings : EXIT.clean;
  },
});

function text({ clusters, redactions, altered, gaps }: SnapshotReport): string {
  const lines: string[] = [];
  for (const { manifest, objects, proxies, logs, queries } of clusters) {
    const { clusterName, capturedAt, tool, kubernetesVersion, istioVersion } = manifest;
    const of = [`captured at ${capturedAt}`, tool === "" ? "" : `by ${tool}`];
    lines.push(`cluster ${clusterLabel(clusterName)}, ${of.join(" ").trim()}`);
    lines.push(
      `  Kubernetes ${kubernetesVersion ?? "unknown"}, Istio ${istioVersion ?? "unknown"}`,
    );
    lines.push(`  ${proxies} proxies, logs of ${logs} pods, ${queries} queries of Prometheus`);
    lines.push(
      `  ${Object.entries(objects).map(([kind, count]) => `${count} ${kind}`).join(", ")}`,
    );
  }
  const section = (heading: string, rows: readonly string[]) => {
    if (rows.length > 0) lines.push(heading, ...rows.map((row) => `  ${row}`));
  };
  section("taken out:", redactions);
  section("not as captured:", altered.map(({ what, reason }) => `${what}: ${reason}`));
  section("missing:", gaps.map(({ what, reason }) => `${what}: ${reason}`));
  return lines.join("\n") + "\n";
}
