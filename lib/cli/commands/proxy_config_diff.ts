import { Command, Option } from "@commander-js/extra-typings";
import { Failure } from "../../core/mod.ts";
import { diffConfigDumps, formatDumpDiff } from "../../proxy/mod.ts";
import { defineCommand, EXIT } from "../command.ts";
import {
  collect,
  CONTEXT,
  EXIT_ZERO,
  KUBECONFIG,
  NAMESPACE,
  outputOption,
  SNAPSHOT,
} from "../options.ts";
import { openProxy } from "../input/proxy_input.ts";

/** `meshmedic proxy-config diff`: how two proxies, or two states of one, differ in meaning. */
export const proxyConfigDiffCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("[first]", "[TYPE/]NAME[.NAMESPACE] of a pod or workload")
      .argument("[second]", "the proxy to compare with")
      .addOption(
        new Option(
          "-f, --file <file>",
          "config dump of Envoy in the place of a proxy; twice for both",
        )
          .argParser(collect),
      )
      .addOption(SNAPSHOT)
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(NAMESPACE)
      .addOption(outputOption(["text", "json"], "text"))
      .addOption(EXIT_ZERO),

  async run(shell, { file, output, exitZero, ...flags }, first, second) {
    const proxies = [first, second].filter((name) => name !== undefined);
    const sources = [
      ...proxies.map((target) => ({ target, file: undefined })),
      ...(file ?? []).map((each) => ({ target: undefined, file: each })),
    ];
    const [left, right, ...more] = sources;
    if (left === undefined || right === undefined || more.length > 0) {
      throw new Failure("USAGE", `Cannot compare ${sources.length} proxies: it takes two`, {
        hint: "Name two proxies, two files, or a proxy and a file.",
      });
    }
    const [a, b] = [
      await openProxy(shell, left.target, { ...flags, file: left.file }),
      await openProxy(shell, right.target, { ...flags, file: right.file }),
    ];
    const diff = diffConfigDumps(a.source.dump, b.source.dump);
    await shell.print(
      output === "json" ? `${JSON.stringify(diff, null, 2)}\n` : formatDumpDiff(diff),
    );
    return diff.changes.length > 0 && !exitZero ? EXIT.findings : EXIT.clean;
  },
});
