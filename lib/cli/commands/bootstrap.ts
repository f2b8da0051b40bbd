import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { Failure, isRecord } from "../../core/mod.ts";
import {
  type BootstrapOptions,
  ConfigGenerator,
  type JsonMap,
  type StatsOptions,
} from "../../install/mod.ts";
import { goYaml } from "../../proxy/mod.ts";
import { bootstrapOptions } from "../input/bootstrap_input.ts";
import { defineCommand, EXIT } from "../command.ts";
import {
  collect,
  collectWords,
  FILENAME,
  ISTIO_NAMESPACE,
  NAMESPACE,
  outputOption,
  REVISION,
  SNAPSHOT,
} from "../options.ts";
import type { Shell } from "../shell.ts";
import { readYaml } from "../input/yaml_file.ts";

/** `meshmedic bootstrap`: the configuration with which an Envoy joins the mesh. */
export const bootstrapCommand = defineCommand({
  declare: () =>
    new Command()
      .argument("<proxy>", "[TYPE/]NAME[.NAMESPACE] of a pod or workload; any name without a mesh")
      .addOption(SNAPSHOT)
      .addOption(FILENAME)
      .addOption(NAMESPACE)
      .addOption(ISTIO_NAMESPACE)
      .addOption(REVISION)
      .addOption(
        new Option("--type <type>", "role of the proxy")
          .choices(["sidecar", "router", "waypoint"] as const),
      )
      .addOption(new Option("--ip <ip>", "address; may be repeated").argParser(collect))
      .option("--service-account <name>", "service account")
      .option("--workload <name>", "workload that owns the proxy")
      .option("--mesh-id <id>", "mesh")
      .option("--cluster-id <id>", "Kubernetes cluster as istiod names it")
      .option("--network <name>", "network")
      .option("--discovery <host:port>", "address of istiod")
      .addOption(
        new Option("--xds <kind>", "how configuration is asked for")
          .choices(["DELTA_GRPC", "GRPC"] as const),
      )
      .addOption(
        new Option("--tracing <provider=host:port>", "collector of spans: zipkin or otlp")
          .argParser(parseTracing),
      )
      .addOption(words("--stats-inclusion-prefixes", "beginnings of statistics to keep too"))
      .addOption(words("--stats-inclusion-suffixes", "ends of statistics to keep too"))
      .addOption(words("--stats-inclusion-regexps", "RE2 expressions of statistics to keep too"))
      .addOption(words("--extra-stat-tags", "further tags of Istio's metrics"))
      .option("--override <file>", "parts of a bootstrap to merge in: YAML or JSON")
      .addOption(outputOption(["json", "yaml"], "json")),

  async run(shell, flags, target) {
    const known = await bootstrapOptions(shell, target, flags);
    const { override: file } = flags;
    const options = {
      ...known,
      ...given(flags),
      stats: statsOf(known, flags),
      ...file !== undefined && { override: await readOverride(shell, file) },
    };
    const bootstrap = ConfigGenerator.buildBootstrap(options);
    await shell.print(
      flags.output === "json" ? `${JSON.stringify(bootstrap, null, 2)}\n` : goYaml(bootstrap),
    );
    return EXIT.clean;
  },
});

function words<const Flag extends string>(
  flag: Flag,
  description: string,
): Option<`${Flag} <words>`, undefined, undefined, readonly string[]> {
  return new Option(`${flag} <words>` as const, `${description}; with commas between`)
    .argParser(collectWords);
}

interface Given {
  readonly type?: BootstrapOptions["type"] | undefined;
  readonly ip?: readonly string[] | undefined;
  readonly serviceAccount?: string | undefined;
  readonly workload?: string | undefined;
  readonly meshId?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly network?: string | undefined;
  readonly discovery?: string | undefined;
  readonly xds?: BootstrapOptions["xds"] | undefined;
  readonly tracing?: BootstrapOptions["tracing"] | undefined;
}

/** What the user says counts before what the pod says. */
function given(flags: Given): Partial<BootstrapOptions> {
  const { type, ip, serviceAccount, workload, meshId, clusterId, network, discovery } = flags;
  return {
    ...type && { type },
    ...ip && { ips: ip },
    ...serviceAccount && { serviceAccount },
    ...workload && { workload },
    ...meshId && { meshId },
    ...clusterId && { clusterId },
    ...network && { network },
    ...discovery && { discoveryAddress: discovery },
    ...flags.xds && { xds: flags.xds },
    ...flags.tracing && { tracing: flags.tracing },
  };
}

interface StatsFlags {
  readonly statsInclusionPrefixes?: readonly string[] | undefined;
  readonly statsInclusionSuffixes?: readonly string[] | undefined;
  readonly statsInclusionRegexps?: readonly string[] | undefined;
  readonly extraStatTags?: readonly string[] | undefined;
}

function statsOf({ stats = {} }: BootstrapOptions, flags: StatsFlags): StatsOptions {
  const both = (known: readonly string[] = [], more: readonly string[] = []) => [...known, ...more];
  return {
    ...stats,
    inclusionPrefixes: both(stats.inclusionPrefixes, flags.statsInclusionPrefixes),
    inclusionSuffixes: both(stats.inclusionSuffixes, flags.statsInclusionSuffixes),
    inclusionRegexps: both(stats.inclusionRegexps, flags.statsInclusionRegexps),
    extraTags: both(stats.extraTags, flags.extraStatTags),
  };
}

function parseTracing(text: string): NonNullable<BootstrapOptions["tracing"]> {
  const [, name, host, port] = /^(.+?)=\[?(.+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  const provider = (["zipkin", "otlp"] as const).find((each) => each === name);
  if (provider === undefined || host === undefined) {
    throw new InvalidArgumentError("Write zipkin=HOST:PORT or otlp=HOST:PORT.");
  }
  return { provider, host, port: Number(port) };
}

async function readOverride(shell: Shell, file: string): Promise<JsonMap> {
  const { value = {} } = await readYaml(shell, file, "FILE_NOT_READABLE");
  if (isRecord(value)) return value;
  throw new Failure("FILE_NOT_READABLE", `Cannot use "${file}": it is no object`, {
    hint: "Write the fields of a bootstrap, such as admin or static_resources.",
  });
}
