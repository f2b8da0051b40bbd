import { compare } from "../../core/mod.ts";
import type { ConfigDump } from "../dump/config_dump.ts";
import { inUse, type UsedEntry } from "../dump/entry.ts";
import type { EnvoyCluster } from "../envoy/cluster.ts";
import { formatOrigin } from "../origin.ts";
import { endpointsOf } from "../request/endpoints.ts";
import { containsAsked, type ProxyConfigFilters, type TableOptions } from "./filters.ts";
import { goSort } from "./go_sort.ts";
import { managedBy } from "./managed_by.ts";
import { requireSection } from "./section.ts";
import type { TextTable } from "./text_table.ts";
import { formatDuration } from "./wide_cells.ts";
import { describeTransport } from "./transport.ts";

interface NameParts {
  readonly isParsed: boolean;
  readonly direction: string;
  readonly port: number;
  readonly subset: string;
  readonly host: string;
}

/** The clusters of a dump: those in use. Throws a `Failure` where the dump has none of them. */
export function clusterTable(dump: ConfigDump, options: TableOptions): TextTable {
  return {
    gap: 5,
    header: [
      ...options.named ? ["NAME"] : [],
      ...["SERVICE FQDN", "PORT", "SUBSET", "DIRECTION", "TYPE", "DESTINATION RULE"],
      ...options.wide ? WIDE : [],
    ],
    rows: shownClusters(dump, options.filters).map(({ item }) => rowOf(item, dump, options)),
  };
}

/** The clusters in use that the filters leave, in the order of the table. */
export function shownClusters(
  dump: ConfigDump,
  filters: ProxyConfigFilters,
): UsedEntry<EnvoyCluster>[] {
  requireSection(dump, "ClustersConfigDump");
  return sortByClusterName(inUse(dump.clusters), ({ item }) => item.name)
    .filter(({ item }) => isShown(item.name, filters));
}

function isShown(name: string, { fqdn, direction, subset, port }: ProxyConfigFilters): boolean {
  return containsAsked(name, fqdn) && containsAsked(name, direction) &&
    containsAsked(name, subset) && containsAsked(name, port ? `|${port}|` : "");
}

/** Sorts what belongs to clusters as tables do: by host, subset, port and direction. */
export function sortByClusterName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, name: partsOf(nameOf(item)) }));
  return goSort(keyed, (a, b) => compareNames(a.name, b.name) < 0).map(({ item }) => item);
}

function compareNames(a: NameParts, b: NameParts): number {
  return compare(a.host, b.host) || compare(a.subset, b.subset) || a.port - b.port ||
    compare(a.direction, b.direction);
}

function partsOf(name: string): NameParts {
  const [direction = "", port = "", subset = "", host, ...more] = name.split("|");
  if (host === undefined) {
    return { isParsed: false, direction: "", port: 0, subset: "", host: name };
  }
  const number = /^[+-]?\d+$/.test(port) ? Number(port) : 0;
  return { isParsed: true, direction, port: number, subset, host: more.length > 0 ? "" : host };
}

function rowOf(cluster: EnvoyCluster, dump: ConfigDump, { named, wide }: TableOptions): string[] {
  const { isParsed, direction, port, subset, host } = partsOf(cluster.name);
  const label = `cluster/${cluster.name}`;
  return [
    ...named ? [label] : [],
    ...isParsed
      ? [host, String(port), subset || "-", direction]
      : [named ? label : cluster.name, "-", "-", "-"],
    cluster.type,
    managedBy(cluster.metadata),
    ...wide ? wideCells(cluster, dump) : [],
  ];
}

const WIDE = ["LB POLICY", "CONNECT TIMEOUT", "TLS", "ENDPOINTS", "LIMITS", "OBJECT"];

function wideCells(cluster: EnvoyCluster, dump: ConfigDump): string[] {
  const endpoints = endpointsOf(cluster, dump);
  const usable = endpoints?.filter(({ isUsable }) => isUsable).length;
  return [
    cluster.lbPolicy,
    formatDuration(cluster.connectTimeoutMs ?? 5_000),
    describeTransport(cluster),
    endpoints === undefined ? "-" : `${usable}/${endpoints.length}`,
    limitsOf(cluster),
    formatOrigin(cluster.metadata),
  ];
}

/** Istio writes this number where there is no limit. */
const NO_LIMIT = 4294967295;

function limitsOf({ circuitBreakers }: EnvoyCluster): string {
  const limits = circuitBreakers.find(({ priority }) => priority === "DEFAULT");
  const named = [
    ["connections", limits?.maxConnections],
    ["pending", limits?.maxPendingRequests],
    ["requests", limits?.maxRequests],
    ["retries", limits?.maxRetries],
  ] as const;
  return named
    .filter(([, limit]) => limit !== undefined && limit !== NO_LIMIT)
    .map(([name, limit]) => `${name}=${limit}`).join(",") || "-";
}
