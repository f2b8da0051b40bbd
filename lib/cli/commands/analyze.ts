import { Command, Option } from "@commander-js/extra-typings";
import { LEVELS } from "../../core/mod.ts";
import {
  type AnalysisRule,
  analyze,
  documentRules,
  manuals,
  rules,
  selectRules,
} from "../../diagnose/mod.ts";
import {
  ANALYSIS_FORMATS,
  type AnalysisFormat,
  analysisRenderers,
  json,
  manualTable,
  summaryOf,
} from "../../report/mod.ts";
import { loadAnalyzedMesh } from "../analyzed_mesh.ts";
import { defineCommand, EXIT } from "../command.ts";
import { deliver } from "../deliver.ts";
import { analysisStatus } from "../exit_status.ts";
import {
  collectClusters,
  collectWords,
  EXIT_ZERO,
  ISTIO_NAMESPACE,
  NAMESPACE,
  reportOption,
  REVISION,
  SNAPSHOT,
  STRICT,
} from "../options.ts";
import type { Shell } from "../shell.ts";
import { readYaml } from "../yaml_file.ts";

/** `meshmedic analyze`: every rule over files, folders, stdin or a snapshot. */
export const analyzeCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("[path...]", "files, folders, or - for what is piped in")
      .addOption(SNAPSHOT)
      .addOption(
        new Option("--cluster <name=path>", "files of a named cluster; may be repeated")
          .argParser(collectClusters),
      )
      .addOption(NAMESPACE)
      .addOption(ISTIO_NAMESPACE)
      .addOption(REVISION)
      .option("--meshConfigFile <file>", "mesh settings that win over the istio ConfigMap")
      .option("--istioctl-compat", "judge as istioctl does, also where it is wrong")
      .addOption(
        new Option("--only <rules>", "codes or names of the rules to run; may be repeated")
          .argParser(collectWords),
      )
      .addOption(
        new Option("--exclude <rules>", "codes or names of rules to leave out; may be repeated")
          .argParser(collectWords),
      )
      .option("--list-rules", "list the rules instead of running them")
      .addOption(
        new Option(
          "-o, --output <format>",
          "format (default: table on a terminal, github in Actions, otherwise line)",
        ).choices(ANALYSIS_FORMATS),
      )
      .addOption(reportOption(ANALYSIS_FORMATS))
      .addOption(
        new Option("--fail-on <level>", "mildest finding that makes the exit status 1")
          .choices(LEVELS).default("error"),
      )
      .addOption(EXIT_ZERO)
      .addOption(STRICT),

  async run(shell, flags, paths) {
    const selected = selectRules([...documentRules, ...rules], flags);
    const output = flags.output ?? defaultFormat(shell);
    if (flags.listRules) return await listRules(shell, selected, output);
    const meshConfig = flags.meshConfigFile === undefined
      ? {}
      : { meshConfig: (await readYaml(shell, flags.meshConfigFile, "FILE_NOT_READABLE")).value };
    const options = {
      istioNamespace: flags.istioNamespace,
      revision: flags.revision ?? "",
      ...meshConfig,
    };
    const files = [{ cluster: "", paths }, ...flags.cluster ?? []];
    const { mesh, textOf, ...rest } = await shell.working(
      "Reading the mesh",
      loadAnalyzedMesh(shell, { ...flags, snapshot: flags.snapshot, files, options }),
    );
    const report = analyze(mesh, selected, {
      ...rest,
      compat: flags.istioctlCompat ?? false,
      signal: shell.signal,
    });
    const extras = { rules: manuals, ...(textOf && { textOf }) };
    await deliver(
      shell,
      report,
      analysisRenderers,
      { output, further: flags.report ?? [] },
      extras,
    );
    if (output === "line" || output === "github") await shell.say(summaryOf(report));
    return analysisStatus(report, flags);
  },
});

async function listRules(
  shell: Shell,
  selected: readonly AnalysisRule[],
  output: AnalysisFormat,
): Promise<number> {
  const names = new Set(selected.map(({ name }) => name));
  const listed = manuals.filter(({ name, kind }) => kind === "rule" && names.has(name));
  await shell.print(output === "json" ? json(listed) : manualTable(listed, shell.style));
  return EXIT.clean;
}

function defaultFormat({ isInteractive, world }: Shell): AnalysisFormat {
  if (isInteractive) return "table";
  return world.env.get("GITHUB_ACTIONS") === "true" ? "github" : "line";
}
