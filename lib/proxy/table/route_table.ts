import { PASSTHROUGH_CLUSTER } from "../cluster_name.ts";
import type { ConfigDump } from "../dump/config_dump.ts";
import { inUse, type UsedEntry } from "../dump/entry.ts";
import { httpFault } from "../envoy/filter/http_faults.ts";
import type { RouteAction } from "../envoy/route/route_action.ts";
import type {
  Route,
  RouteConfiguration,
  RouteOutcome,
  VirtualHost,
} from "../envoy/route/route_config.ts";
import { formatOrigin } from "../origin.ts";
import { describeMatch } from "./describe_match.ts";
import type { ProxyConfigFilters, TableOptions } from "./filters.ts";
import { goSort } from "./go_sort.ts";
import { managedBy } from "./managed_by.ts";
import { requireSection } from "./section.ts";
import type { TextTable } from "./text_table.ts";
import { formatDuration } from "./wide_cells.ts";

/** The routes of a dump. Throws a `Failure` where the dump has none of them. */
export function routeTable(dump: ConfigDump, options: TableOptions): TextTable {
  const configs = shownRoutes(dump, options.filters).map(({ item }) => item);
  const nameOf = ({ name }: RouteConfiguration) => options.named ? `route/${name}` : name;
  if (!options.verbose) {
    const header = ["NAME", "VIRTUAL HOSTS"];
    const rows = configs.map((config) => [nameOf(config), String(config.virtualHosts.length)]);
    return { gap: 5, header, rows };
  }
  return {
    gap: 5,
    header: [
      ...["NAME", "VHOST NAME", "DOMAINS", "MATCH", "VIRTUAL SERVICE"],
      ...options.wide ? WIDE : [],
    ],
    rows: configs.flatMap((config) =>
      config.virtualHosts.flatMap((host) =>
        rowsOf(host, options.wide).map((cells) => [nameOf(config), ...cells])
      )
    ),
  };
}

/** The route configurations that the filters leave, in the order of the table. */
export function shownRoutes(
  dump: ConfigDump,
  { name }: ProxyConfigFilters,
): UsedEntry<RouteConfiguration>[] {
  requireSection(dump, "RoutesConfigDump");
  // Names that are no numbers count as equal to all, as the peer has it.
  const sorted = goSort(
    inUse(dump.routes),
    (a, b) =>
      isNumber(a.item.name) && isNumber(b.item.name) && Number(a.item.name) < Number(b.item.name),
  );
  return sorted.filter(({ item }) => !name || item.name === name);
}

function isNumber(text: string): boolean {
  return /^[+-]?\d+$/.test(text);
}

function rowsOf(host: VirtualHost, wide: boolean): string[][] {
  const head = [host.name, describeDomains(host.domains)];
  if (host.routes.length === 0) {
    return [[...head, "/*", "404", ...wide ? WIDE.map(() => "-") : []]];
  }
  return host.routes.filter(({ action }) => wide || !isPassthrough(action)).map((route) => [
    ...head,
    describeMatch(route.match),
    managedBy(route.metadata),
    ...wide ? wideCells(route, host) : [],
  ]);
}

function isPassthrough(action: RouteOutcome): boolean {
  return action.kind === "route" && action.route.cluster === PASSTHROUGH_CLUSTER;
}

const SHOWN_DOMAINS = 2;

/** Forms with a port, and longer forms of a name that is there in short, are left out. */
function describeDomains(domains: readonly string[]): string {
  if (domains.length === 1) return domains[0] ?? "";
  const candidates = domains.filter(hasNoPort);
  const all = new Set(candidates);
  const shown = candidates.filter((domain) =>
    ![".svc.cluster.local", ".svc"].some((suffix) =>
      domain.endsWith(suffix) && all.has(domain.slice(0, -suffix.length))
    )
  );
  const listed = shown.slice(0, SHOWN_DOMAINS).join(", ");
  const more = shown.length - SHOWN_DOMAINS;
  return more > 0 ? `${listed} + ${more} more...` : listed;
}

function hasNoPort(domain: string): boolean {
  const colons = domain.split(":").length - 1;
  return colons === 0 || colons > 2 && domain.endsWith("]");
}

const WIDE = ["CLUSTER", "TIMEOUT", "RETRIES", "CHANGES", "FAULT", "OBJECT"];

function wideCells({ action, metadata, name, typedPerFilterConfig }: Route, host: VirtualHost) {
  const fault = typedPerFilterConfig.get("envoy.filters.http.fault") ??
    host.typedPerFilterConfig.get("envoy.filters.http.fault");
  const origin = formatOrigin(metadata, name) || formatOrigin(host.metadata, name);
  const forward = action.kind === "route" ? action.route : undefined;
  return [
    describeOutcome(action),
    forward === undefined ? "-" : formatDuration(forward.timeoutMs ?? 15_000),
    String(forward?.retryPolicy?.numRetries ?? (forward?.retryPolicy ? 1 : "-")),
    forward === undefined ? "-" : changesOf(forward) || "-",
    fault === undefined ? "-" : describeFault(httpFault(fault.value)),
    origin || "-",
  ];
}

function describeOutcome(action: RouteOutcome): string {
  switch (action.kind) {
    case "route": {
      const { cluster, clusterHeader, weightedClusters } = action.route;
      return cluster ??
        (clusterHeader === undefined
          ? weightedClusters.map(({ name, weight }) => `${name}=${weight}`).join(",")
          : `header ${clusterHeader}`);
    }
    case "redirect":
      return `redirect ${action.redirect.responseCode} ${action.redirect.hostRedirect}`.trimEnd();
    case "direct_response":
      return `answer ${action.directResponse.status}`;
    default:
      return "-";
  }
}

function changesOf(action: RouteAction): string {
  return [
    ...action.prefixRewrite ? [`path ${action.prefixRewrite}`] : [],
    ...action.regexRewrite ? [`path ${action.regexRewrite.substitution}`] : [],
    ...action.hostRewriteLiteral ? [`host ${action.hostRewriteLiteral}`] : [],
    ...action.requestMirrorPolicies.map(({ cluster }) => `mirror ${cluster}`),
  ].join(",");
}

function describeFault({ abort, delay }: ReturnType<typeof httpFault>): string {
  const status = abort?.httpStatus ?? `grpc ${abort?.grpcStatus}`;
  return [
    ...abort ? [`abort ${status} ${abort.percentage}%`] : [],
    ...delay ? [`delay ${formatDuration(delay.fixedDelayMs ?? 0)} ${delay.percentage}%`] : [],
  ].join(",") || "-";
}
