import { Command } from "@commander-js/extra-typings";
import { Failure } from "../../core/mod.ts";
import { documentRules, rules, selectRules } from "../../diagnose/mod.ts";
import { fixReportOf } from "../../fix/mod.ts";
import { adviceText, fixText, json } from "../../report/mod.ts";
import { type ClusterFiles, meshOptions } from "../input/analyzed_mesh.ts";
import { defineCommand, EXIT } from "../command.ts";
import {
  fixAnalyzed,
  type Fixed,
  type FixInput,
  fixReported,
  readReport,
} from "../input/fixed_files.ts";
import { applyObjects, type FixedObjects, fixObjects } from "../input/fixed_objects.ts";
import type { LiveFlags } from "../input/live_mesh.ts";
import type { Shell } from "../shell.ts";
import {
  CLUSTER,
  CONTEXT,
  EXCLUDE,
  EXIT_ZERO,
  ISTIO_NAMESPACE,
  KUBECONFIG,
  MESH_CONFIG_FILE,
  MESH_NETWORKS_FILE,
  NAMESPACE,
  ONLY,
  outputOption,
  REVISION,
  SNAPSHOT,
} from "../options.ts";

/** `meshmedic fix`: the fixes of what `analyze` finds, as a diff or in the files. */
export const fixCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("[path...]", "files, folders, or - for what is piped in")
      .addOption(CLUSTER)
      .addOption(SNAPSHOT)
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(NAMESPACE)
      .addOption(ISTIO_NAMESPACE)
      .addOption(REVISION)
      .addOption(MESH_CONFIG_FILE)
      .addOption(MESH_NETWORKS_FILE)
      .option("--write", "edit the files; comments and layout stay")
      .option("--apply", "change the objects of the live cluster")
      .option("--unsafe", "also fixes that may change what the configuration means")
      .option("--from <report>", "fix what a report in JSON lists instead of analyzing")
      .addOption(ONLY)
      .addOption(EXCLUDE)
      .addOption(outputOption(["diff", "json"], "diff"))
      .addOption(EXIT_ZERO)
      .addHelpText(
        "after",
        "\nExit status: 0 nothing left to fix, 1 there is something to fix, or a fix that does not " +
          "fit the file.\nWith - and --write the result goes to stdout. Without files the objects of " +
          "the live cluster are\nlooked at, or those of a snapshot; --apply tries all changes without " +
          "effect before it makes one.",
      ),

  async run(shell, flags, paths) {
    refuseContradictions(flags, paths);
    const selected = selectRules([...documentRules, ...rules], flags);
    const input: FixInput = {
      files: [{ cluster: "", paths }, ...flags.cluster ?? []],
      namespace: flags.namespace ?? "default",
      options: await meshOptions(shell, flags),
      trust: flags.unsafe ? ["safe", "unsafe"] : ["safe"],
    };
    const reported = flags.from === undefined ? undefined : await readReport(shell, flags.from);
    if (reported && reported.advice.length > 0) {
      await shell.print(adviceText(reported.advice));
      return flags.exitZero ? EXIT.clean : EXIT.findings;
    }
    const names = new Set(selected.map(({ name }) => name));
    const isMesh = !reported && input.files.every(({ paths }) => paths.length === 0);
    const fixed = await shell.working(
      "Fixing",
      reported
        ? fixReported(shell, reported.findings.filter(({ name }) => names.has(name)), input)
        : isMesh
        ? fixObjects(shell, selected, input, { ...flags, ...input, snapshot: flags.snapshot })
        : fixAnalyzed(shell, selected, input),
    );
    return await deliverFixes(shell, flags, fixed);
  },
});

interface FixFlags extends LiveFlags {
  readonly write?: true | undefined;
  readonly apply?: true | undefined;
  readonly exitZero?: true | undefined;
  readonly from?: string | undefined;
  readonly cluster?: readonly ClusterFiles[] | undefined;
  readonly snapshot?: string | undefined;
  readonly output: "diff" | "json";
}

function refuseContradictions(flags: FixFlags, paths: readonly string[]): void {
  const { write, apply, from, snapshot, cluster = [] } = flags;
  const hasFiles = paths.length > 0 || cluster.length > 0;
  const sources = [hasFiles, from !== undefined, snapshot !== undefined].filter(Boolean);
  if (sources.length > 1) {
    throw new Failure("USAGE", "Cannot fix files, a report and a snapshot at once", {
      hint: "A report names its files itself.",
    });
  }
  if (apply && sources.length > 0) {
    throw new Failure("USAGE", "Cannot apply what does not come from the live cluster", {
      hint: "Leave out what names files, or edit the files with --write.",
    });
  }
  if (write && sources.length === 0 || write && snapshot !== undefined) {
    throw new Failure("USAGE", "Cannot write without files", {
      hint: "Name files or folders; a live cluster is changed with --apply.",
    });
  }
}

async function deliverFixes(
  shell: Shell,
  flags: FixFlags,
  fixed: Fixed | FixedObjects,
): Promise<number> {
  const { before, after } = fixed;
  const isDone = flags.write || flags.apply || false;
  const report = fixReportOf(before, after);
  if (flags.output === "json") await shell.print(json(report));
  else if (!flags.write) await shell.print(report.files.map(({ diff }) => diff).join(""));
  for (const [file, text] of flags.write ? after.texts : []) {
    if (file !== "-") await shell.world.fs.write(file, text);
    else if (flags.output === "diff") await shell.print(text);
  }
  if (flags.apply && "objects" in fixed) await applyObjects(shell, flags, fixed);
  await shell.say(fixText(report, { isWritten: isDone }));
  const isOpen = report.refused.length > 0 || report.files.length > 0 && !isDone;
  return isOpen && !flags.exitZero ? EXIT.findings : EXIT.clean;
}
