import { Command } from "@commander-js/extra-typings";
import { Failure } from "../../core/mod.ts";
import { documentRules, rules, selectRules } from "../../diagnose/mod.ts";
import { type Fixed, type FixedObjects, fixReportOf } from "../../fix/mod.ts";
import { adviceText, fixText, json } from "../../report/mod.ts";
import { MAX_MANIFEST_BYTES } from "../../source/mod.ts";
import { type ClusterFiles, meshOptions } from "../input/analyzed_mesh.ts";
import { applyObjects } from "../apply_objects.ts";
import { defineCommand, EXIT } from "../command.ts";
import { fixAnalyzed, type FixInput, fixReported, readReport } from "../input/fixed_files.ts";
import { fixObjects, fixReportedObjects } from "../input/fixed_objects.ts";
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
      .option(
        "--undo-file <file>",
        "where --apply writes what undoes it (default: meshmedic-undo-TIME.json)",
      )
      .option(
        "--from <report>",
        "fix what a report of analyze or diagnose in JSON lists, or undo a fix",
      )
      .addOption(ONLY)
      .addOption(EXCLUDE)
      .addOption(outputOption(["diff", "json"], "diff"))
      .addOption(EXIT_ZERO)
      .addHelpText(
        "after",
        "\nExit status: 0 nothing left to fix, 1 there is something to fix, a fix that does not fit the " +
          "file,\nor a document that cannot be read. With - and --write the result goes to stdout. " +
          "Without files\nthe objects of the live cluster are looked at, or those of a snapshot; --apply " +
          "tries all changes\nwithout effect before it makes one.",
      ),

  async run(shell, flags, paths) {
    refuseContradictions(flags, paths);
    const allRules = [...documentRules, ...rules];
    const selected = selectRules(allRules, flags);
    const input: FixInput = {
      files: [{ cluster: "", paths }, ...flags.cluster ?? []],
      namespace: flags.namespace ?? "default",
      options: await meshOptions(shell, flags),
      trust: flags.unsafe ? ["safe", "unsafe"] : ["safe"],
    };
    const mesh = { ...flags, ...input, snapshot: flags.snapshot };
    const hasFiles = input.files.some(({ paths }) => paths.length > 0);
    if (flags.from === undefined) {
      const fixing = hasFiles
        ? fixAnalyzed(shell, selected, input)
        : fixObjects(shell, selected, input, mesh);
      return await deliverFixes(shell, flags, await shell.working("Fixing", fixing));
    }
    const { findings, advice } = await readReport(shell, flags.from);
    const left = new Set(
      allRules.filter((rule) => !selected.includes(rule)).map(({ name }) => name),
    );
    const wanted = findings.filter(({ name }) => !left.has(name));
    const inFiles = hasFiles || wanted.every(({ location }) => location);
    if (inFiles ? flags.apply && wanted.length > 0 : flags.write) throw elsewhere(inFiles);
    if (wanted.length === 0) await shell.print(adviceText(advice));
    else if (advice.length > 0) await shell.say(adviceText(advice).trimEnd());
    const fixing = inFiles
      ? fixReported(shell, wanted, input)
      : fixReportedObjects(shell, wanted, input, mesh);
    const status = await deliverFixes(shell, flags, await shell.working("Fixing", fixing));
    return advice.length > 0 && !flags.exitZero ? EXIT.findings : status;
  },
});

/** The changes are wanted where the objects are not. */
function elsewhere(inFiles: boolean): Failure {
  return inFiles
    ? new Failure("USAGE", "Cannot apply what does not come from the live cluster", {
      hint: "Leave out what names files, or edit the files with --write.",
    })
    : new Failure("USAGE", "Cannot write without files", {
      hint: "Name files or folders; a live cluster is changed with --apply.",
    });
}

interface FixFlags extends LiveFlags {
  readonly write?: true | undefined;
  readonly apply?: true | undefined;
  readonly undoFile?: string | undefined;
  readonly exitZero?: true | undefined;
  readonly from?: string | undefined;
  readonly cluster?: readonly ClusterFiles[] | undefined;
  readonly snapshot?: string | undefined;
  readonly output: "diff" | "json";
}

function refuseContradictions(flags: FixFlags, paths: readonly string[]): void {
  const { write, apply, from, snapshot, cluster = [] } = flags;
  const hasFiles = paths.length > 0 || cluster.length > 0;
  if (hasFiles && snapshot !== undefined) {
    throw new Failure("USAGE", "Cannot fix files and a snapshot at once");
  }
  if (apply && (hasFiles || snapshot !== undefined)) {
    throw elsewhere(true);
  }
  if (write && (snapshot !== undefined || !hasFiles && from === undefined)) {
    throw elsewhere(false);
  }
}

async function deliverFixes(
  shell: Shell,
  flags: FixFlags,
  fixed: Fixed | FixedObjects,
): Promise<number> {
  const { before, after, unread } = fixed;
  const isDone = flags.write || flags.apply || false;
  const report = fixReportOf(before, after, unread);
  if (flags.output === "json") await shell.print(json(report));
  else if (!flags.write) await shell.print(report.files.map(({ diff }) => diff).join(""));
  for (const [file, text] of flags.write ? after.texts : []) {
    if (!before.has(file) && await shell.world.fs.stat(file) !== undefined) {
      throw new Failure(
        "FILE_NOT_WRITABLE",
        `Cannot write "${file}": there is such a file already`,
        {
          hint: "Name it among the files to fix, or move it away.",
        },
      );
    }
    if (file !== "-") await overwrite(shell, file, text);
    else if (flags.output === "diff") await shell.print(text);
  }
  if (flags.apply && "objects" in fixed) await applyObjects(shell, flags, fixed);
  await shell.say(fixText(report, { isWritten: isDone }));
  const isOpen = report.refused.length > 0 || report.unread.length > 0 ||
    report.files.length > 0 && !isDone;
  return isOpen && !flags.exitZero ? EXIT.findings : EXIT.clean;
}

const BYTE_ORDER_MARK = "\uFEFF";

/** Writes a text in place of another; a byte order mark stays, as some editors want it. */
async function overwrite({ world, signal }: Shell, file: string, text: string): Promise<void> {
  const before = await world.fs.stat(file) &&
    await world.fs.read(file, MAX_MANIFEST_BYTES, signal);
  const isMarked = before?.[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf;
  await world.fs.write(file, isMarked ? BYTE_ORDER_MARK + text : text);
}
