import { Argument, Command, Option } from "@commander-js/extra-typings";
import { SEVERITIES } from "../../core/mod.ts";
import { DIAGNOSIS_FORMATS, diagnosisRenderers } from "../../report/mod.ts";
import { defineCommand } from "../command.ts";
import { deliver } from "../deliver.ts";
import { DIAGNOSES } from "../diagnoses.ts";
import { diagnosisStatus } from "../exit_status.ts";
import {
  CONTEXT,
  EXIT_ZERO,
  HEADER,
  ISTIO_NAMESPACE,
  KUBECONFIG,
  NAMESPACE,
  outputOption,
  parseDuration,
  PROMETHEUS,
  reportOption,
  REVISION,
  SNAPSHOT,
  STRICT,
} from "../options.ts";
import { refuseIdleProbe } from "../input/probe.ts";
import { openObservedMesh } from "../input/observed_mesh.ts";

const SUBJECTS = Object.keys(DIAGNOSES) as (keyof typeof DIAGNOSES)[];

/** `meshmedic diagnose`: root causes, ranked, with evidence for, against and missing. */
export const diagnoseCommand = defineCommand({
  declare: () =>
    new Command()
      .addArgument(new Argument("<what>", "what to look into").choices(SUBJECTS))
      .argument("[source]", "same as --from; for performance, same as --service")
      .argument("[destination]", "same as --to")
      .option("--from <source>", "POD.NS, WORKLOAD.NS, deploy/NAME.NS or external")
      .option("--to <target>", "HOST[:PORT] or a URL")
      .option("--method <method>", "HTTP method of the request")
      .option("--path <path>", "path of the request, with query")
      .addOption(HEADER)
      .option("--jwt <file>", "file with the token of the request")
      .option("--service <service>", "NAME.NS whose performance is asked about")
      .addOption(
        new Option("--since <duration>", "only requests that are at most this old (live: 10m)")
          .argParser(parseDuration),
      )
      .option(
        "--probe",
        "really send the request from the source's pod, with a tool of its container",
      )
      .addOption(
        new Option(
          "--probe-ephemeral",
          "the same, and where no container has a tool, add an ephemeral one: it ends by itself, but " +
            "its description stays in the pod",
        ).implies({ probe: true }),
      )
      .addOption(
        new Option("--probe-image <image>", "image of that container, with sh and curl")
          .default("curlimages/curl:8.10.1"),
      )
      .addOption(
        new Option("--probe-timeout <duration>", "how long each request of a probe may take")
          .argParser(parseDuration).default(10_000, "10s"),
      )
      .addOption(SNAPSHOT)
      .addOption(PROMETHEUS)
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(NAMESPACE)
      .addOption(ISTIO_NAMESPACE)
      .addOption(REVISION)
      .addOption(outputOption(DIAGNOSIS_FORMATS, "table"))
      .addOption(reportOption(DIAGNOSIS_FORMATS))
      .addOption(
        new Option("--fail-on <severity>", "mildest cause that makes the exit status 1")
          .choices(SEVERITIES).default("high"),
      )
      .addOption(EXIT_ZERO)
      .addOption(STRICT),

  async run(shell, flags, what, source, destination) {
    const asked = {
      ...flags,
      from: flags.from ?? source,
      to: flags.to ?? destination,
      service: flags.service ?? source,
    };
    if (asked.probe) refuseIdleProbe(what, asked);
    const input = await shell.working("Reading the mesh", openObservedMesh(shell, flags));
    const job = DIAGNOSES[what](shell, asked, { ...input, signal: shell.signal });
    // A probe says itself what it does.
    const report = asked.probe ? await job : await shell.working("Diagnosing", job);
    await deliver(shell, report, diagnosisRenderers, flags);
    return diagnosisStatus(report, flags);
  },
});
