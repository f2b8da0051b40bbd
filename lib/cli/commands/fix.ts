import { Command, Option } from "@commander-js/extra-typings";
import { Failure } from "../../core/mod.ts";
import { documentRules, rules, selectRules } from "../../diagnose/mod.ts";
import { fixReportOf } from "../../fix/mod.ts";
import { adviceText, fixText, json } from "../../report/mod.ts";
import { meshOptions } from "../analyzed_mesh.ts";
import { defineCommand, EXIT } from "../command.ts";
import { fixAnalyzed, fixReported, readReport } from "../fixed_files.ts";
import {
  CLUSTER,
  EXCLUDE,
  EXIT_ZERO,
  ISTIO_NAMESPACE,
  MESH_CONFIG_FILE,
  MESH_NETWORKS_FILE,
  NAMESPACE,
  ONLY,
  REVISION,
} from "../options.ts";

/** `meshmedic fix`: the fixes of what `analyze` finds, as a diff or in the files. */
export const fixCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("[path...]", "files, folders, or - for what is piped in")
      .addOption(CLUSTER)
      .addOption(NAMESPACE)
      .addOption(ISTIO_NAMESPACE)
      .addOption(REVISION)
      .addOption(MESH_CONFIG_FILE)
      .addOption(MESH_NETWORKS_FILE)
      .option("--write", "edit the files; comments and layout stay")
      .option("--unsafe", "also fixes that may change what the configuration means")
      .option("--from <report>", "fix what a report in JSON lists instead of analyzing")
      .addOption(ONLY)
      .addOption(EXCLUDE)
      .addOption(
        new Option("-o, --output <format>", "format").choices(["diff", "json"]).default("diff"),
      )
      .addOption(EXIT_ZERO)
      .addHelpText(
        "after",
        "\nExit status: 0 nothing left to fix, 1 there is something to fix, or a fix that does not " +
          "fit the file.\nWith - and --write the result goes to stdout.",
      ),

  async run(shell, flags, paths) {
    const input = {
      files: [{ cluster: "", paths }, ...flags.cluster ?? []],
      namespace: flags.namespace,
      options: await meshOptions(shell, flags),
      trust: flags.unsafe ? ["safe", "unsafe"] as const : ["safe"] as const,
    };
    const selected = selectRules([...documentRules, ...rules], flags);
    if (flags.from !== undefined && paths.length > 0) {
      throw new Failure("USAGE", "Cannot fix files and a report at once", {
        hint: "A report names its files itself.",
      });
    }
    const reported = flags.from === undefined ? undefined : await readReport(shell, flags.from);
    if (reported && reported.advice.length > 0) {
      await shell.print(adviceText(reported.advice));
      return flags.exitZero ? EXIT.clean : EXIT.findings;
    }
    const names = new Set(selected.map(({ name }) => name));
    const { before, after } = await shell.working(
      "Fixing",
      reported
        ? fixReported(shell, reported.findings.filter(({ name }) => names.has(name)), input)
        : fixAnalyzed(shell, selected, input),
    );
    const report = fixReportOf(before, after);
    if (flags.output === "json") await shell.print(json(report));
    else if (!flags.write) await shell.print(report.files.map(({ diff }) => diff).join(""));
    for (const [file, text] of flags.write ? after.texts : []) {
      if (file !== "-") await shell.world.fs.write(file, text);
      else if (flags.output === "diff") await shell.print(text);
    }
    await shell.say(fixText(report, { isWritten: flags.write ?? false }));
    const isOpen = report.refused.length > 0 || report.files.length > 0 && !flags.write;
    return isOpen && !flags.exitZero ? EXIT.findings : EXIT.clean;
  },
});
