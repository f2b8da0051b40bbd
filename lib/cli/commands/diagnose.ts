import { Argument, Command, Option } from "@commander-js/extra-typings";
import { parseQuestion, type Question } from "../../connectivity/mod.ts";
import { Failure, SEVERITIES } from "../../core/mod.ts";
import { diagnoseConnectivity } from "../../diagnose/mod.ts";
import { DIAGNOSIS_FORMATS, diagnosisRenderers } from "../../report/mod.ts";
import { defineCommand } from "../command.ts";
import { deliver } from "../deliver.ts";
import { diagnosisStatus } from "../exit_status.ts";
import { collect, EXIT_ZERO, NAMESPACE, reportOption, SNAPSHOT, STRICT } from "../options.ts";
import { openObservedMesh } from "../observed_mesh.ts";
import type { Shell } from "../shell.ts";

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

interface QuestionFlags {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly namespace: string;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly header?: readonly string[] | undefined;
  readonly jwt?: string | undefined;
}

const TOKEN_LIMIT_BYTES = 100_000;

async function questionOf(shell: Shell, flags: QuestionFlags): Promise<Question> {
  const { from, to, jwt, header, ...rest } = flags;
  if (from === undefined || to === undefined) {
    throw new Failure("USAGE", `Cannot ask without a ${from === undefined ? "source" : "target"}`, {
      hint: "Write --from sleep.client --to reviews.bookinfo:9080.",
    });
  }
  const token = jwt === undefined
    ? undefined
    : await shell.world.fs.read(jwt, TOKEN_LIMIT_BYTES, shell.signal);
  return parseQuestion({
    ...rest,
    from,
    to,
    headers: header,
    jwt: token && new TextDecoder().decode(token).trim(),
  });
}
