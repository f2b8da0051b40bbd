import {
  Command,
  type CommandUnknownOpts,
  InvalidArgumentError,
  Option,
} from "@commander-js/extra-typings";
import {
  envoyApi,
  formatAllTables,
  formatTable,
  goJson,
  goYaml,
  proxyConfigDocument,
  type ProxyConfigFilters,
  proxyConfigTable,
  redactSecrets,
  type TableKind,
  type TableOptions,
} from "../../proxy/mod.ts";
import { type AnyCommand, defineCommand, EXIT } from "../command.ts";
import { CONTEXT, KUBECONFIG, NAMESPACE, outputOption, SNAPSHOT } from "../options.ts";
import { openProxy, type ProxyInput } from "../input/proxy_input.ts";
import type { Shell } from "../shell.ts";

/** What `proxy-config` can show. */
export type ProxyConfigKind = TableKind | "all" | "config_dump";

type Format = "short" | "wide" | "json" | "yaml";

/** The filters of each kind; the names and meanings are istioctl's. */
const FILTERS: Readonly<Record<ProxyConfigKind, readonly (keyof ProxyConfigFilters)[]>> = {
  all: ["fqdn", "direction", "subset", "port", "address", "type", "name", "cluster", "status"],
  bootstrap: [],
  cluster: ["fqdn", "direction", "subset", "port"],
  config_dump: [],
  ecds: [],
  endpoint: ["address", "port", "cluster", "status"],
  listener: ["address", "port", "type"],
  route: ["name"],
  secret: [],
};

const DESCRIPTIONS: Readonly<Record<keyof ProxyConfigFilters, string>> = {
  address: "only this address",
  cluster: "only endpoints of this cluster",
  direction: "only clusters with this in their name: inbound, outbound",
  fqdn: "only clusters with this in their name",
  name: "only the route configuration of this name",
  port: "only this port",
  status: "only endpoints in this state: healthy, unhealthy, …",
  subset: "only clusters with this in their name",
  type: "only listeners of this type: HTTP, TCP, HTTP+TCP",
};

/** `meshmedic proxy-config KIND`: one part of a proxy's configuration. */
export function proxyConfigCommand(kind: ProxyConfigKind): AnyCommand {
  return defineCommand({
    declare: () => declare(kind),
    async run(shell, flags: Readonly<Record<string, unknown>>, target?: string) {
      const input = await shell.working(
        "Reading the proxy",
        openProxy(shell, target, {
          file: textOf(flags["file"]),
          snapshot: textOf(flags["snapshot"]),
          kubeconfig: textOf(flags["kubeconfig"]),
          context: textsOf(flags["context"]),
          namespace: textOf(flags["namespace"]) ?? "default",
        }),
      );
      await show(shell, kind, input, flags);
      return EXIT.clean;
    },
  });
}

function declare(kind: ProxyConfigKind): Command<[string | undefined]> {
  const command = new Command().argument("[proxy]", "[TYPE/]NAME[.NAMESPACE] of a pod or workload");
  const add = (option: Option) => (command as CommandUnknownOpts).addOption(option);
  add(new Option("-f, --file <file>", "config dump or clusters of Envoy; - reads stdin"));
  add(SNAPSHOT);
  add(KUBECONFIG);
  add(CONTEXT);
  add(NAMESPACE);
  add(formatOption(kind));
  for (const filter of FILTERS[kind]) {
    const option = new Option(`--${filter} <${filter}>`, DESCRIPTIONS[filter]);
    add(filter === "port" ? option.argParser(parsePort) : option);
  }
  if (kind === "listener" || kind === "route" || kind === "all") add(VERBOSE);
  if (kind === "listener") {
    add(new Option("--waypoint", "which filter chain a waypoint chooses when"));
  }
  if (kind === "all") add(new Option("--with-headers", "a heading above each part"));
  return command;
}

const FORMATS: Readonly<Partial<Record<ProxyConfigKind, readonly Format[]>>> = {
  all: ["short", "json", "yaml"],
  config_dump: ["json", "yaml"],
};

function formatOption(kind: ProxyConfigKind): Option {
  const formats = FORMATS[kind] ?? ["short", "wide", "json", "yaml"];
  const usual = kind === "bootstrap" || kind === "config_dump" ? "json" : "short";
  return outputOption(formats, usual);
}

/**
 * istioctl's `--verbose=false`. It is read as text, because `--verbose` of the other commands means more
 * talk on stderr.
 */
const VERBOSE = new Option(
  "--verbose [boolean]",
  "matches, destinations and virtual hosts; =false for a shorter table",
).argParser((text) => text === "false" ? "brief" : "full").preset("true").default("full");

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new InvalidArgumentError("A port is a whole number below 65536.");
}

function textOf(flag: unknown): string | undefined {
  return typeof flag === "string" ? flag : undefined;
}

function textsOf(flag: unknown): readonly string[] {
  return Array.isArray(flag) ? flag.map(String) : [];
}

type Flags = Readonly<Record<string, unknown>>;

async function show(
  shell: Shell,
  kind: ProxyConfigKind,
  input: ProxyInput,
  flags: Flags,
): Promise<void> {
  const format = flags["output"];
  if (format === "json" || format === "yaml") {
    await shell.print(documentOf(kind, input, filtersOf(flags), format));
  } else if (kind === "all") {
    const headings = flags["withHeaders"] === true;
    const { text, failure } = formatAllTables(input.source, tableOptions(input, flags), headings);
    await shell.print(text);
    if (failure !== undefined) throw failure;
  } else if (kind !== "config_dump") {
    const table = proxyConfigTable(kind, input.source, tableOptions(input, flags));
    await shell.print(formatTable(table));
  }
}

function filtersOf(flags: Flags): ProxyConfigFilters {
  const names = Object.keys(DESCRIPTIONS).filter((name) => flags[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, flags[name]]));
}

function tableOptions({ now }: ProxyInput, flags: Flags): TableOptions {
  return {
    filters: filtersOf(flags),
    verbose: flags["verbose"] !== "brief",
    waypoint: flags["waypoint"] === true,
    wide: flags["output"] === "wide",
    named: false,
    now,
  };
}

function documentOf(
  kind: ProxyConfigKind,
  { text, source }: ProxyInput,
  filters: ProxyConfigFilters,
  format: "json" | "yaml",
): string {
  if (kind !== "all" && kind !== "config_dump") {
    const document = proxyConfigDocument(kind, source, filters, envoyApi());
    return format === "json" ? goJson(document) : `${goYaml(document)}\n`;
  }
  const { value, count } = redactSecrets(source.document);
  if (format === "yaml") return `${goYaml(value)}\n`;
  return count === 0 ? `${text}\n` : `${JSON.stringify(value, null, 2)}\n`;
}
