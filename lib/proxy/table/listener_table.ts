import { compare } from "../../core/mod.ts";
import { BLACK_HOLE_CLUSTER } from "../cluster_name.ts";
import type { ConfigDump } from "../dump/config_dump.ts";
import { inUse, type UsedEntry } from "../dump/entry.ts";
import type { FilterChain, FilterChainMatch, Listener } from "../envoy/listener.ts";
import type { NetworkFilter, TcpProxy } from "../envoy/filter/network_filter.ts";
import type { RouteConfiguration } from "../envoy/route/route_config.ts";
import { formatOrigin } from "../origin.ts";
import { describeMatch } from "./describe_match.ts";
import { isAsked, type ProxyConfigFilters, type TableOptions } from "./filters.ts";
import { goSort } from "./go_sort.ts";
import { requireSection } from "./section.ts";
import type { TextTable } from "./text_table.ts";
import { describeDownstream } from "./transport.ts";

/** The listeners of a dump: those in use. Throws a `Failure` where the dump has none of them. */
export function listenerTable(dump: ConfigDump, options: TableOptions): TextTable {
  const { named, verbose, wide } = options;
  const name = named || wide ? ["NAME"] : [];
  const columns = verbose ? ["MATCH", "DESTINATION", ...wide ? WIDE : []] : ["TYPE"];
  const listeners = shownListeners(dump, options.filters).map(({ item }) => item);
  return {
    gap: 1,
    header: [...name, "ADDRESSES", "PORT", ...columns],
    rows: goSort(listeners, (a, b) => compareListeners(a, b) < 0)
      .flatMap((listener) => rowsOf(listener, options)),
  };
}

/** The listeners in use that the filters leave, in the order of the dump. */
export function shownListeners(
  dump: ConfigDump,
  filters: ProxyConfigFilters,
): UsedEntry<Listener>[] {
  requireSection(dump, "ListenersConfigDump");
  return inUse(dump.listeners).filter(({ item }) => isShown(item, filters));
}

function isShown(listener: Listener, { address, port, type }: ProxyConfigFilters): boolean {
  return isAsked(address, ...addressesOf(listener)) &&
    (!port || portOf(listener) === port) && isAsked(type, typeOf(listener));
}

/** The order of listeners in tables: by port, address and type. */
export function compareListeners(a: Listener, b: Listener): number {
  return portOf(a) - portOf(b) || compare(addressOf(a), addressOf(b)) ||
    compare(typeOf(a), typeOf(b));
}

function addressOf({ address }: Listener): string {
  return address?.host || address?.pipe || "";
}

function addressesOf(listener: Listener): string[] {
  return [addressOf(listener), ...listener.additionalAddresses.map(({ host }) => host)];
}

function portOf({ address }: Listener): number {
  return address?.port ?? 0;
}

function rowsOf(listener: Listener, { named, verbose, wide }: TableOptions): string[][] {
  const head = [
    ...named ? [`listener/${listener.name}`] : wide ? [listener.name || "-"] : [],
    addressesOf(listener).join(","),
    String(portOf(listener)),
  ];
  if (!verbose) return [[...head, typeOf(listener)]];
  const chains = chainsOf(listener).map((chain) => ({ chain, to: destinationOf(chain.filters) }));
  return goSort(chains, (a, b) => a.to > b.to).map(({ chain, to }) => [
    ...head,
    matchOf(chain.filterChainMatch),
    to,
    ...wide ? wideCells(chain, listener) : [],
  ]);
}

/** The filter chains of a listener, the default one last. */
export function chainsOf({ filterChains, defaultFilterChain }: Listener): readonly FilterChain[] {
  return defaultFilterChain === undefined ? filterChains : [...filterChains, defaultFilterChain];
}

const HTTP = "envoy.filters.network.http_connection_manager";
const TCP = "envoy.filters.network.tcp_proxy";

function typeOf(listener: Listener): string {
  const filters = chainsOf(listener).flatMap((chain) => chain.filters);
  const http = filters.some(({ name }) => name === HTTP);
  const tcp = filters.some((filter) => filter.name === TCP && !leadsNowhere(filter));
  return http ? tcp ? "HTTP+TCP" : "HTTP" : tcp ? "TCP" : "UNKNOWN";
}

function leadsNowhere(filter: NetworkFilter): boolean {
  if (filter.kind !== "tcp_proxy") return false;
  const { cluster, statPrefix, weightedClusters }: TcpProxy = filter.config;
  return [cluster ?? "", statPrefix, ...weightedClusters.map(({ name }) => name)]
    .some((text) => text.includes(BLACK_HOLE_CLUSTER));
}

/** Lists of protocols that the peer's table shortens. */
const PROTOCOLS: ReadonlyMap<string, string> = new Map([
  ["http/1.0,http/1.1,h2c,istio-http/1.0,istio-http/1.1,istio-h2", "HTTP TLS"],
  ["istio,istio-http/1.0,istio-http/1.1,istio-h2", "Istio HTTP Plain"],
  ["istio-peer-exchange,istio", "TCP TLS"],
  ["http/1.0,http/1.1,h2c", "HTTP"],
]);

/** What a filter chain matches, in the words of the table. */
export function matchOf(match: FilterChainMatch): string {
  const protocols = match.applicationProtocols.join(",");
  const port = match.destinationPort === undefined ? "" : `:${match.destinationPort}`;
  const ranges = match.prefixRanges.map((r) => `${r.addressPrefix}/${r.prefixLen}`).join(",");
  return [
    ...match.serverNames.length > 0 ? [`SNI: ${match.serverNames.join(",")}`] : [],
    ...match.transportProtocol ? [`Trans: ${match.transportProtocol}`] : [],
    ...protocols ? [`App: ${PROTOCOLS.get(protocols) ?? protocols}`] : [],
    ...ranges ? [`Addr: ${ranges}${port}`] : port ? [`Addr: *${port}`] : [],
  ].join("; ") || "ALL";
}

/** Where a filter chain leads, in the words of the table. */
export function destinationOf(filters: readonly NetworkFilter[]): string {
  for (const filter of filters) {
    if (filter.name === HTTP && filter.kind === "http_connection_manager") {
      const { routeConfig, rdsRouteConfigName } = filter.config;
      if (routeConfig !== undefined) return describeRoutes(routeConfig);
      return rdsRouteConfigName ? `Route: ${rdsRouteConfigName}` : "HTTP";
    }
    if (filter.name === TCP && filter.kind === "tcp_proxy" && !leadsNowhere(filter)) {
      return describeCluster(filter.config.cluster ?? "");
    }
  }
  return "Non-HTTP/Non-TCP";
}

function describeCluster(cluster: string): string {
  return cluster.includes("Cluster") ? cluster : `Cluster: ${cluster}`;
}

function describeRoutes(config: RouteConfiguration): string {
  const cluster = onlyCluster(config);
  if (cluster) return describeCluster(cluster);
  const hosts = config.virtualHosts.map(({ domains, routes }) => {
    const matches = routes.map(({ match }) => describeMatch(match)).join(", ");
    return domains.length === 1 && domains[0] === "*" || domains.length === 0
      ? matches
      : `${domains.join("/")} ${matches}`;
  });
  return `Inline Route: ${hosts.join("; ")}`;
}

/** The cluster to which everything goes. */
function onlyCluster({ virtualHosts: [host, ...more] }: RouteConfiguration): string | undefined {
  if (host === undefined || more.length > 0) return undefined;
  const [route, ...others] = host.routes;
  const isAny = host.domains.length === 1 && host.domains[0] === "*" && others.length === 0;
  if (!isAny || route?.match.prefix !== "/" || route.action.kind !== "route") return undefined;
  return route.action.route.cluster;
}

const WIDE = ["CHAIN", "TLS", "FILTERS", "OBJECT"];

function wideCells(chain: FilterChain, { metadata }: Listener): string[] {
  const filters = chain.filters.flatMap((filter) =>
    filter.kind === "http_connection_manager"
      ? filter.config.httpFilters.map(({ kind, name }) => kind === "other" ? name : kind)
      : filter.kind === "other"
      ? [filter.name]
      : [filter.kind]
  );
  return [
    chain.name || "-",
    describeDownstream(chain),
    filters.join(",") || "-",
    formatOrigin(chain.metadata) || formatOrigin(metadata),
  ];
}
