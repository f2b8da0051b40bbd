import { Command, Option } from "@commander-js/extra-typings";
import { checks, preChecks, runChecks } from "../../check/mod.ts";
import { LEVELS } from "../../core/mod.ts";
import { CHECK_FORMATS, checkRenderers } from "../../report/mod.ts";
import { defineCommand } from "../command.ts";
import { deliver } from "../deliver.ts";
import { checkStatus } from "../exit_status.ts";
import { openCheckedMesh } from "../input/checked_mesh.ts";
import {
  CONTEXT,
  EXIT_ZERO,
  ISTIO_NAMESPACE,
  KUBECONFIG,
  NAMESPACE,
  outputOption,
  parseDuration,
  reportOption,
  REVISION,
  SNAPSHOT,
  STRICT,
} from "../options.ts";

/** `meshmedic check`: ordered health checks, as sentences that are true when healthy. */
export const checkCommand = defineCommand({
  declare: () =>
    new Command()
      .option("--pre", "whether Istio can be installed, before it is")
      .addOption(
        new Option(
          "--wait <duration>",
          "look again until what may become right by itself is, at most this long",
        ).argParser(parseDuration),
      )
      .addOption(SNAPSHOT)
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(NAMESPACE)
      .addOption(ISTIO_NAMESPACE)
      .addOption(REVISION)
      .addOption(outputOption(CHECK_FORMATS, "table"))
      .addOption(reportOption(CHECK_FORMATS))
      .addOption(
        new Option("--fail-on <level>", "mildest trouble that makes the exit status 1")
          .choices(LEVELS).default("error" as const),
      )
      .addOption(EXIT_ZERO)
      .addOption(STRICT),

  async run(shell, { pre, wait = 0, ...flags }) {
    const { world: { clock }, signal } = shell;
    const wanted = pre ? preChecks : checks;
    const mesh = await shell.working("Reading the mesh", openCheckedMesh(shell, flags, wanted));
    const report = await shell.working(
      "Checking",
      runChecks(wanted, {
        ...mesh,
        // A recording does not become right by itself.
        waitMs: mesh.source.type === "snapshot" ? 0 : wait,
        clock,
        onWait: (what) => void shell.detail(`waiting for ${what}`),
        signal,
      }),
    );
    await deliver(shell, report, checkRenderers, flags);
    return checkStatus(report, flags);
  },
});
