import { Argument, Command, Option } from "@commander-js/extra-typings";
import { SEVERITIES } from "../../core/mod.ts";
import { diagnoseConnectivity } from "../../diagnose/mod.ts";
import { DIAGNOSIS_FORMATS, diagnosisRenderers } from "../../report/mod.ts";
import { defineCommand } from "../command.ts";
import { deliver } from "../deliver.ts";
import { diagnosisStatus } from "../exit_status.ts";
import { collect, EXIT_ZERO, NAMESPACE, reportOption, SNAPSHOT, STRICT } from "../options.ts";
import { openObservedMesh } from "../observed_mesh.ts";
import { questionOf } from "../question.ts";

/** `meshmedic diagnose`: root causes, ranked, with evidence for, against and missing. */
export const diagnoseCommand = defineCommand({
  declare: () =>
    new Command()
      .addArgument(
        new Argument("<what>", "what to look into").choices(["connectivity"]),
      )
      .argument("[source]", "same as --from")
      .argument("[destination]", "same as --to")
      .option("--from <source>", "POD.NS, WORKLOAD.NS, deploy/NAME.NS or external")
      .option("--to <target>", "HOST[:PORT] or a URL")
      .option("--method <method>", "HTTP method of the request")
      .option("--path <path>", "path of the request, with query")
      .addOption(
        new Option("--header <name: value>", "header of the request; may be repeated")
          .argParser(collect),
      )
      .option("--jwt <file>", "file with the token of the request")
      .addOption(SNAPSHOT)
      .addOption(NAMESPACE)
      .addOption(
        new Option("-o, --output <format>", "format").choices(DIAGNOSIS_FORMATS).default("table"),
      )
      .addOption(reportOption(DIAGNOSIS_FORMATS))
      .addOption(
        new Option("--fail-on <severity>", "mildest cause that makes the exit status 1")
          .choices(SEVERITIES).default("high"),
      )
      .addOption(EXIT_ZERO)
      .addOption(STRICT),

  async run(shell, flags, _, source, destination) {
    const question = await questionOf(shell, {
      ...flags,
      from: flags.from ?? source,
      to: flags.to ?? destination,
    });
    const input = await shell.working(
      "Reading the mesh",
      openObservedMesh(shell, flags),
    );
    const report = await shell.working(
      "Diagnosing",
      diagnoseConnectivity(question, { ...input, signal: shell.signal }),
    );
    await deliver(shell, report, diagnosisRenderers, {
      output: flags.output,
      further: flags.report ?? [],
    });
    return diagnosisStatus(report, flags);
  },
});
