import { Command } from "@commander-js/extra-typings";
import { json } from "../../report/mod.ts";
import { diffSnapshots, type SnapshotChanges, type SnapshotDiff } from "../../snapshot/mod.ts";
import { openSnapshot } from "../../source/mod.ts";
import { defineCommand, EXIT } from "../command.ts";
import { EXIT_ZERO, outputOption } from "../options.ts";

/** `meshmedic snapshot diff`: what changed between two snapshots. */
export const snapshotDiffCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("<before>", "the earlier snapshot: a folder or .tar.gz")
      .argument("<after>", "the later one")
      .addOption(outputOption(["text", "json"], "text"))
      .addOption(EXIT_ZERO),

  async run(shell, { output, exitZero }, before, after) {
    const open = async (path: string) => await openSnapshot(path, shell);
    const reading = Promise.all([open(before), open(after)]);
    const [left, right] = await shell.working("Reading the snapshots", reading);
    const diff = await shell.working("Comparing", diffSnapshots(left, right, shell.signal));
    await shell.print(output === "json" ? json(diff) : text(diff));
    const isSame = [diff.objects, diff.proxies].every(isEmpty) && diff.versions.length === 0;
    return isSame || exitZero ? EXIT.clean : EXIT.findings;
  },
});

function isEmpty({ added, removed, changed }: SnapshotChanges): boolean {
  return added.length + removed.length + changed.length === 0;
}

function text({ capturedAt, versions, objects, proxies }: SnapshotDiff): string {
  const [before, after] = capturedAt;
  return [
    `${before} → ${after}`,
    ...versions.map(({ name, fields }) => `~ ${name}: ${fields.join(" → ")}`),
    ...lines("", objects),
    ...lines("proxy ", proxies),
  ].join("\n") + "\n";
}

function lines(what: string, { added, removed, changed }: SnapshotChanges): readonly string[] {
  return [
    ...removed.map((name) => `- ${what}${name}`),
    ...added.map((name) => `+ ${what}${name}`),
    ...changed.flatMap(({ name, fields }) => [
      `~ ${what}${name}`,
      ...fields.map((field) => `    ${field}`),
    ]),
  ];
}
