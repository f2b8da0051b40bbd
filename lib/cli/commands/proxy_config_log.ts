import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { Failure } from "../../core/mod.ts";
import { Mesh } from "../../mesh/mod.ts";
import { goJson, goYaml } from "../../proxy/mod.ts";
import {
  isLogLevel,
  LOG_LEVELS,
  type LogLevel,
  type LogLevelChange,
  type LogLevels,
  ProxyLogLevels,
} from "../../source/mod.ts";
import { defineCommand, EXIT } from "../command.ts";
import { connectClusters, openConnected } from "../input/live_mesh.ts";
import { NAMED_KINDS, proxyNamed } from "../input/proxy_input.ts";
import { CONTEXT, KUBECONFIG, NAMESPACE, outputOption } from "../options.ts";

/** What Istio starts proxies with. */
const USUAL_LEVEL: LogLevel = "warning";

/** `meshmedic proxy-config log`: how much a live proxy logs, and with a flag more or less. */
export const proxyConfigLogCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("<proxy>", "[TYPE/]NAME[.NAMESPACE] of a pod or workload")
      .addOption(KUBECONFIG)
      .addOption(CONTEXT)
      .addOption(NAMESPACE)
      .addOption(
        new Option("--level <levels>", "change them: LEVEL, or LOGGER:LEVEL,…").argParser(
          parseLevels,
        ),
      )
      .addOption(new Option("-r, --reset", `set all to ${USUAL_LEVEL}`).conflicts("level"))
      .addOption(outputOption(["short", "json", "yaml"], "short")),

  async run(shell, { level, reset, output, ...flags }, target) {
    const { context = [] } = flags;
    if (context.length > 1) throw new Failure("USAGE", "Cannot ask proxies of several clusters");
    const clients = await connectClusters(shell, flags);
    const { recordings: [recording], resources } = await shell.working(
      "Finding the proxy",
      openConnected(clients, shell, flags, NAMED_KINDS),
    );
    const mesh = new Mesh(resources);
    const source = { recording, mesh };
    const { namespace, pod: name } = await proxyNamed(shell, target, flags.namespace, source);
    const levels = new ProxyLogLevels(clients[0], { namespace, name });
    const before = await levels.read(shell.signal);
    const change = reset ? { all: USUAL_LEVEL, loggers: new Map() } : level;
    if (change === undefined) {
      await shell.print(render(`${name}.${namespace}`, before, output));
      return EXIT.clean;
    }
    const after = await levels.change(change, shell.signal);
    await shell.print(render(`${name}.${namespace}`, after, output));
    const changed = [...before].filter(([logger, old]) => after.get(logger) !== old);
    for (const [logger, old] of changed) {
      await shell.say(`${logger}: ${old} → ${after.get(logger)}`);
    }
    if (changed.length > 0) {
      const undo = changed.map((each) => each.join(":")).join(",");
      await shell.say(`to undo: meshmedic proxy-config log ${target} --level ${undo}`);
    }
    return EXIT.clean;
  },
});

function render(proxy: string, levels: LogLevels, format: "short" | "json" | "yaml"): string {
  const document = Object.fromEntries(levels);
  if (format === "json") return goJson(document);
  if (format === "yaml") return `${goYaml(document)}\n`;
  const lines = [...levels].map(([logger, level]) => `  ${logger}: ${level}\n`);
  return `${proxy}:\nactive loggers:\n${lines.join("")}`;
}

/** Reads `[LOGGER:]LEVEL,…`, as istioctl takes it. */
function parseLevels(text: string): LogLevelChange {
  const loggers = new Map<string, LogLevel>();
  let all: LogLevel | undefined;
  for (const part of text.split(",")) {
    const [level = "", logger] = part.split(":").reverse();
    if (!isLogLevel(level) || logger === "") {
      throw new InvalidArgumentError(`"${part}" names no level: ${LOG_LEVELS.join(", ")}.`);
    }
    if (logger === undefined) all = level;
    else loggers.set(logger, level);
  }
  return { loggers, ...(all !== undefined && { all }) };
}
