import { Command } from "@commander-js/extra-typings";
import { isRecord } from "../../core/mod.ts";
import { type AccessLogFormat, explainLogs, formatsOf, parseFormat } from "../../logs/mod.ts";
import { LOG_FORMATS, logRenderers } from "../../report/mod.ts";
import { defineCommand, EXIT } from "../command.ts";
import { deliver } from "../deliver.ts";
import { type LogInput, namedLogs, recordedLogs } from "../input/log_input.ts";
import {
  CONTEXT,
  ISTIO_NAMESPACE,
  KUBECONFIG,
  outputOption,
  reportOption,
  SNAPSHOT,
  STRICT,
} from "../options.ts";
import type { Shell } from "../shell.ts";
import { readYaml } from "../input/yaml_file.ts";

/** `meshmedic logs`: what lines of access logs and of ztunnel mean. */
export const logsCommand = defineCommand({
  declare: () =>
    new Command()
      .argument(
        "[files...]",
        "logs, or - for stdin (default: those of --snapshot or --context, else stdin)",
      )
      .option("--format <format>", "format of the lines, as meshConfig.accessLogFormat has it")
      .option("--meshConfigFile <file>", "mesh settings that name the format")
      .option("--each", "explain every line by itself instead of groups of equal lines")
      .addOption(SNAPSHOT)
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(ISTIO_NAMESPACE)
      .addOption(outputOption(LOG_FORMATS, "table"))
      .addOption(reportOption(LOG_FORMATS))
      .addOption(STRICT),

  async run(shell, flags, files) {
    const isRecorded = flags.snapshot !== undefined || flags.kubeconfig !== undefined ||
      flags.context !== undefined;
    const recorded = isRecorded
      ? await shell.working("Reading the logs", recordedLogs(shell, flags))
      : undefined;
    const input = files.length > 0 || !recorded
      ? { ...recorded, ...await namedLogs(shell, files.length > 0 ? files : ["-"]) }
      : recorded;
    const formats = [
      ...(flags.format === undefined ? [] : [parseFormat(flags.format)]),
      ...await settingsFormats(shell, flags.meshConfigFile),
      ...(recorded?.formats ?? []),
    ];
    const report = await shell.working("Explaining", explain(input, formats, flags.each === true));
    await deliver(shell, report, logRenderers, flags);
    const isIncomplete = report.gaps.length > 0 || report.lines.unreadable > 0;
    return flags.strict && isIncomplete ? EXIT.failure : EXIT.clean;
  },
});

async function settingsFormats(
  shell: Shell,
  file: string | undefined,
): Promise<readonly AccessLogFormat[]> {
  if (file === undefined) return [];
  const { value } = await readYaml(shell, file, "FILE_NOT_READABLE");
  return isRecord(value) ? formatsOf(value) : [];
}

function explain(
  { sources, ...input }: LogInput,
  formats: readonly AccessLogFormat[],
  isEach: boolean,
) {
  return explainLogs(sources, { ...input, formats, isEach });
}
