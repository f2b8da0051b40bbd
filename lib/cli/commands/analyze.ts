import { Command, Option } from "@commander-js/extra-typings";
import { LEVELS } from "../../core/mod.ts";
import {
  type AnalysisRule,
  analyze,
  documentRules,
  kindsOf,
  manuals,
  rules,
  selectRules,
  silence,
} from "../../diagnose/mod.ts";
import {
  ANALYSIS_FORMATS,
  type AnalysisFormat,
  analysisRenderers,
  json,
  manualTable,
  summaryOf,
} from "../../report/mod.ts";
import { loadAnalyzedMesh, meshOptions } from "../input/analyzed_mesh.ts";
import { defineCommand, EXIT } from "../command.ts";
import { deliver } from "../deliver.ts";
import { analysisStatus } from "../exit_status.ts";
import {
  CLUSTER,
  CONTEXT,
  EXCLUDE,
  EXIT_ZERO,
  ISTIO_NAMESPACE,
  KUBECONFIG,
  MESH_CONFIG_FILE,
  MESH_NETWORKS_FILE,
  NAMESPACE_IF_GIVEN,
  ONLY,
  reportOption,
  REVISION,
  SNAPSHOT,
  STRICT,
} from "../options.ts";
import type { Shell } from "../shell.ts";
import { namespaceOfInterest } from "../input/namespace_of_interest.ts";
import { parseDay, silencersOf, updatedBaseline } from "../input/silencers.ts";

/** `meshmedic analyze`: every rule over files, folders, stdin, a snapshot or a cluster. */
export const analyzeCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("[path...]", "files, folders, or - for what is piped in")
      .addOption(SNAPSHOT)
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(CLUSTER)
      .addOption(NAMESPACE_IF_GIVEN)
      .addOption(ISTIO_NAMESPACE)
      .addOption(REVISION)
      .option("--use-kube", "lay the files over the live cluster: what would they make of it")
      .addOption(MESH_CONFIG_FILE)
      .addOption(MESH_NETWORKS_FILE)
      .option("--istioctl-compat", "judge as istioctl does, also where it is wrong")
      .addOption(ONLY)
      .addOption(EXCLUDE)
      .option("--list-rules", "list the rules instead of running them")
      .option("--baseline <file>", "findings that are accepted, and until when")
      .option("--update-baseline", "accept what is found now: write the baseline")
      .addOption(
        new Option("--baseline-expires <day>", "until when new entries count, such as 2026-12-31")
          .argParser(parseDay),
      )
      .option("--changed <commit>", "only findings in files that git finds changed since then")
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
    const options = await meshOptions(shell, flags);
    const files = [{ cluster: "", paths }, ...flags.cluster ?? []];
    const compat = flags.istioctlCompat ?? false;
    // istioctl's analyzers leave an object without a namespace without one.
    const namespace = flags.namespace ?? (compat ? "" : "default");
    const { mesh, texts, ...rest } = await shell.working(
      "Reading the mesh",
      loadAnalyzedMesh(shell, {
        ...flags,
        snapshot: flags.snapshot,
        namespace,
        kinds: kindsOf(selected),
        files,
        options,
      }),
    );
    const everything = analyze(mesh, selected, {
      ...rest,
      compat,
      signal: shell.signal,
    });
    // istioctl has nothing to say about documents and suppressions.
    const judging = selected.filter((rule) => !compat || !("finds" in rule));
    const silencers = {
      ...await silencersOf(shell, flags, judging, texts),
      ...(everything.source.type !== "files" && flags.namespace !== undefined &&
        { namespace: namespaceOfInterest(mesh, flags.namespace) }),
    };
    const report = silence(everything, await updatedBaseline(shell, flags, everything, silencers));
    const extras = { rules: manuals, textOf: (file: string) => texts.get(file) };
    await deliver(
      shell,
      report,
      analysisRenderers,
      { ...flags, output },
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
