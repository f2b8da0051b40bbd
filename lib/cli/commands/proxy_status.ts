import { Command, Option } from "@commander-js/extra-typings";
import { Failure, type Gap, LEVELS } from "../../core/mod.ts";
import { parseSyncz, type ProxySync, type Recording, whyMissing } from "../../evidence/mod.ts";
import { hasProxy } from "../../mesh/mod.ts";
import {
  type ConfigDump,
  diffConfigDumps,
  formatDumpDiff,
  formatProxyStatus,
  goYaml,
  levelOf,
  parseConfigDump,
  proxyStatus,
  type ProxyStatusReport,
} from "../../proxy/mod.ts";
import { defineCommand, EXIT } from "../command.ts";
import { openObservedMesh } from "../input/observed_mesh.ts";
import {
  CONTEXT,
  EXIT_ZERO,
  ISTIO_NAMESPACE,
  KUBECONFIG,
  NAMESPACE,
  REVISION,
  SNAPSHOT,
  STRICT,
} from "../options.ts";
import { proxyNamed } from "../input/proxy_input.ts";
import type { Shell } from "../shell.ts";

/** Where a recording keeps what istiod has for one proxy. */
const EXPECTED = (proxy: string) => `istiod/config_dump/${proxy}.json`;

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
      .addOption(
        new Option("-o, --output <format>", "format").choices(["table", "json", "yaml"] as const)
          .default("table" as const),
      )
      .addOption(
        new Option("--fail-on <level>", "mildest state that makes the exit status 1")
          .choices(LEVELS).default("error" as const),
      )
      .addOption(EXIT_ZERO)
      .addOption(STRICT),

  async run(shell, flags, target) {
    const { recording, mesh, now } = await openObservedMesh(shell, flags);
    const only = target === undefined
      ? undefined
      : await proxyNamed(shell, target, flags.namespace, { recording, mesh });
    const { syncs, gaps } = await readSyncs(recording, shell.signal);
    const dumps = await readDumps(recording, shell.signal, only);
    const all = proxyStatus({
      syncs,
      dumps,
      pods: mesh.list("Pod").filter(hasProxy).map((pod) => `${pod.namespace}/${pod.name}`),
      controlPlaneVersion: (await recording.read("istiod/version.json", shell.signal) ?? "").trim(),
      gaps,
      now,
    });
    const report = only === undefined ? all : narrowed(all, only);
    await shell.print(render(report, flags.output));
    if (only !== undefined) await showDifference(shell, recording, only, dumps.get(only));
    return statusOf(report, flags);
  },
});

type Format = "table" | "json" | "yaml";

function render(report: ProxyStatusReport, format: Format): string {
  if (format === "json") return `${JSON.stringify(report, null, 2)}\n`;
  return format === "yaml" ? goYaml(report) : formatProxyStatus(report);
}

function narrowed(report: ProxyStatusReport, only: string): ProxyStatusReport {
  const proxies = report.proxies.filter(({ namespace, pod }) => `${namespace}/${pod}` === only);
  return { ...report, proxies };
}

async function readSyncs(
  recording: Recording,
  signal: AbortSignal,
): Promise<{ syncs: readonly ProxySync[]; gaps: readonly Gap[] }> {
  const path = "istiod/debug/syncz.json";
  const text = await recording.read(path, signal);
  const gap = (reason: string) => ({ syncs: [], gaps: [{ what: path, reason }] });
  if (text === undefined) return gap(whyMissing(recording, path));
  try {
    return { syncs: parseSyncz(text), gaps: [] };
  } catch (error) {
    return gap(`unreadable: ${String(error)}`);
  }
}

/** The dumps of the proxies, or of one of them; what cannot be read says nothing. */
async function readDumps(
  recording: Recording,
  signal: AbortSignal,
  only: string | undefined,
): Promise<ReadonlyMap<string, ConfigDump>> {
  const dumps = new Map<string, ConfigDump>();
  for (const namespace of await recording.list("proxies", signal)) {
    for (const pod of await recording.list(`proxies/${namespace}`, signal)) {
      const proxy = `${namespace}/${pod}`;
      if (only !== undefined && proxy !== only) continue;
      const text = await recording.read(`proxies/${proxy}/config_dump.json`, signal);
      const dump = text === undefined ? undefined : readDump(text);
      if (dump !== undefined) dumps.set(proxy, dump);
    }
  }
  return dumps;
}

function readDump(text: string): ConfigDump | undefined {
  try {
    return parseConfigDump(text);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

async function showDifference(
  shell: Shell,
  recording: Recording,
  proxy: string,
  actual: ConfigDump | undefined,
): Promise<void> {
  const text = await recording.read(EXPECTED(proxy), shell.signal);
  if (text === undefined || actual === undefined) {
    const missing = actual === undefined ? `proxies/${proxy}/config_dump.json` : EXPECTED(proxy);
    return await shell.say(`cannot compare the proxy with istiod: there is no ${missing}`);
  }
  const expected = parseConfigDump(text, EXPECTED(proxy));
  await shell.print(`\n${formatDumpDiff(diffConfigDumps(expected, actual))}`);
}

function statusOf(
  { proxies, gaps }: ProxyStatusReport,
  flags: { failOn: typeof LEVELS[number]; exitZero?: true | undefined; strict?: true | undefined },
): number {
  if (flags.strict && gaps.length > 0) return EXIT.failure;
  const isFound = proxies.some((proxy) => {
    const level = levelOf(proxy);
    return level !== undefined && LEVELS.indexOf(level) <= LEVELS.indexOf(flags.failOn);
  });
  return isFound && !flags.exitZero ? EXIT.findings : EXIT.clean;
}
