import type { CatalogEntry } from "./catalog.ts";
import type { ProxyConfigKind } from "./commands/proxy_config.ts";

/** The kinds of `proxy-config` with istioctl's other names for them, and what each shows. */
const KINDS: readonly (readonly [ProxyConfigKind, aliases: readonly string[], summary: string])[] =
  [
    ["cluster", ["clusters", "c"], "Show the clusters of a proxy"],
    ["listener", ["listeners", "l"], "Show the listeners of a proxy"],
    ["route", ["routes", "r"], "Show the routes of a proxy"],
    ["endpoint", ["endpoints", "ep"], "Show the endpoints of a proxy and their health"],
    ["bootstrap", ["b"], "Show how a proxy was started"],
    ["secret", ["secrets", "s"], "Show the certificates of a proxy, never a key"],
    ["ecds", ["ec"], "Show the extension configurations of a proxy"],
    ["all", ["a"], "Show everything that a proxy runs"],
    ["config_dump", ["config-dump"], "Print the whole config dump of a proxy without secrets"],
  ];

/** The commands of `proxy-config`, which is `pc` for short. */
const PROXY_CONFIG_ENTRIES: readonly CatalogEntry[] = KINDS.map((
  [kind, aliases, summary],
) => ({
  name: `proxy-config ${kind}`,
  aliases: [
    ...[kind, ...aliases].map((alias) => `pc ${alias}`),
    ...aliases.map((alias) => `proxy-config ${alias}`),
  ],
  summary,
  group: "Proxies:",
  examples: [
    `proxy-config ${kind} --file config_dump.json`,
    `pc ${kind} reviews-v1.bookinfo --snapshot mesh.tar.gz`,
  ],
  load: async () => (await import("./commands/proxy_config.ts")).proxyConfigCommand(kind),
}));

/** The commands about proxies. */
export const PROXY_ENTRIES: readonly CatalogEntry[] = [
  {
    name: "proxy-status",
    aliases: ["ps"],
    summary: "Say whether every proxy runs what istiod has, and what it rejected",
    group: "Proxies:",
    examples: [
      "proxy-status --snapshot mesh.tar.gz",
      "ps reviews-v1.bookinfo --snapshot mesh.tar.gz -o json",
    ],
    load: async () => (await import("./commands/proxy_status.ts")).proxyStatusCommand,
  },
  ...PROXY_CONFIG_ENTRIES,
  {
    name: "proxy-config log",
    aliases: ["pc log"],
    summary: "Show how much a live proxy logs, or change that",
    group: "Proxies:",
    examples: [
      "proxy-config log reviews-v1.bookinfo",
      "pc log reviews-v1.bookinfo --level rbac:debug,jwt:debug",
    ],
    load: async () => (await import("./commands/proxy_config_log.ts")).proxyConfigLogCommand,
  },
  {
    name: "proxy-config diff",
    aliases: ["pc diff"],
    summary: "Compare two proxies, or two states of one, by meaning",
    group: "Proxies:",
    examples: [
      "proxy-config diff reviews-v1.bookinfo reviews-v2.bookinfo --snapshot mesh.tar.gz",
      "pc diff --file before.json --file after.json",
    ],
    load: async () => (await import("./commands/proxy_config_diff.ts")).proxyConfigDiffCommand,
  },
  {
    name: "bootstrap",
    summary: "Write the configuration with which a proxy starts",
    group: "Proxies:",
    examples: [
      "bootstrap reviews-v1.bookinfo --snapshot mesh.tar.gz",
      "bootstrap vm-1.shop --ip 10.0.0.7 --tracing otlp=collector.observability:4317 -o yaml",
      "bootstrap edge.istio-system --type router --override bootstrap.yaml",
    ],
    load: async () => (await import("./commands/bootstrap.ts")).bootstrapCommand,
  },
];
