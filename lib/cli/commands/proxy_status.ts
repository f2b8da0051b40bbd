import { Command, Option } from "@commander-js/extra-typings";
import { LEVELS } from "../../core/mod.ts";
import {
  formatProxyStatus,
  goYaml,
  observeOneProxyStatus,
  observeProxyStatus,
  type ProxyStatusReport,
} from "../../proxy/mod.ts";
import { defineCommand } from "../command.ts";
import { syncStatus } from "../exit_status.ts";
import { openObservedMesh } from "../input/observed_mesh.ts";
import {
  CONTEXT,
  EXIT_ZERO,
  ISTIO_NAMESPACE,
  KUBECONFIG,
  NAMESPACE,
  outputOption,
  REVISION,
  SNAPSHOT,
  STRICT,
} from "../options.ts";
import { NAMED_KINDS, proxyNamed } from "../input/proxy_input.ts";

/** `meshmedic proxy-status`: whether every proxy runs what istiod has, and for one pod the difference. */
export const proxyStatusCommand = defineCommand({
  declare: () =>
    new Command()
      .argument(
        "[proxy]",
        "[TYPE/]NAME[.NAMESPACE]: also what differs between istiod and this proxy",
      )
      .addOption(SNAPSHOT)
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(NAMESPACE)
      .addOption(ISTIO_NAMESPACE)
      .addOption(REVISION)
      .addOption(outputOption(["table", "json", "yaml"], "table"))
      .addOption(
        new Option("--fail-on <level>", "mildest state that makes the exit status 1")
          .choices(LEVELS).default("error" as const),
      )
      .addOption(EXIT_ZERO)
      .addOption(STRICT),

  async run(shell, flags, target) {
    const observed = await openObservedMesh(shell, flags, NAMED_KINDS);
    const only = target === undefined
      ? undefined
      : await proxyNamed(shell, target, flags.namespace, observed);
    const report = await shell.working(
      "Asking the proxies",
      only === undefined
        ? observeProxyStatus(observed, shell.signal)
        : observeOneProxyStatus(observed, only, shell.signal),
    );
    const whole = { ...report, gaps: [...observed.unreached, ...report.gaps] };
    await shell.print(render(whole, flags.output));
    return syncStatus(whole, flags);
  },
});

type Format = "table" | "json" | "yaml";

function render(report: ProxyStatusReport, format: Format): string {
  if (format === "json") return `${JSON.stringify(report, null, 2)}\n`;
  return format === "yaml" ? goYaml(report) : formatProxyStatus(report);
}
