import { isInRange, parseIp } from "../../core/mod.ts";
import type { CidrRange } from "../envoy/address.ts";
import type { FilterChain, FilterChainMatch, Listener } from "../envoy/listener.ts";
import type { Connection } from "./connection.ts";
import { matchTree } from "./match_tree.ts";

/** One property of a connection by which filter chains are chosen. */
export type FilterChainCriterion =
  | "destination port"
  | "destination address"
  | "server name"
  | "transport protocol"
  | "application protocol"
  | "direct source address"
  | "source type"
  | "source address"
  | "source port"
  | "matcher tree";

/** The filter chain of a connection, and why the others were not taken. */
export interface FilterChainResult {
  /** The chain; `undefined` where the listener closes the connection. */
  readonly filterChain: FilterChain | undefined;
  /** Whether it is the chain for connections that no other takes. */
  readonly isDefault: boolean;
  /** The chains that were passed over, in the listener's order. */
  readonly passedOver: readonly PassedOverChain[];
}

/** A filter chain that was not taken. */
export interface PassedOverChain {
  /** The chain. */
  readonly filterChain: FilterChain;
  /** The property that decided against it. */
  readonly criterion: FilterChainCriterion;
  /** Whether it did not match at all, or another one matched more closely. */
  readonly reason: "no match" | "less specific";
}

/** How closely a match fits: absent is not at all, 0 is by asking nothing, more is closer. */
type Closeness = (match: FilterChainMatch, connection: Connection) => number | undefined;

/** In the order in which Envoy asks; each leaves only the chains that fit most closely. */
const CRITERIA: readonly (readonly [FilterChainCriterion, Closeness])[] = [
  [
    "destination port",
    ({ destinationPort }, c) =>
      destinationPort === undefined ? 0 : destinationPort === c.destinationPort ? 1 : undefined,
  ],
  ["destination address", (match, c) => longestPrefix(match.prefixRanges, c.destinationIp)],
  ["server name", ({ serverNames }, c) => closestName(serverNames, c.serverName ?? "")],
  [
    "transport protocol",
    ({ transportProtocol }, c) =>
      transportProtocol === "" ? 0 : transportProtocol === c.transportProtocol ? 1 : undefined,
  ],
  [
    "application protocol",
    ({ applicationProtocols }, c) =>
      firstOffered(applicationProtocols, c.applicationProtocols ?? []),
  ],
  [
    "direct source address",
    (match, c) => longestPrefix(match.directSourcePrefixRanges, c.directSourceIp ?? c.sourceIp),
  ],
  [
    "source type",
    ({ sourceType }, c) =>
      sourceType === "ANY"
        ? 0
        : (sourceType === "SAME_IP_OR_LOOPBACK") === isLocal(c)
        ? 1
        : undefined,
  ],
  ["source address", (match, c) => longestPrefix(match.sourcePrefixRanges, c.sourceIp)],
  [
    "source port",
    ({ sourcePorts }, c) =>
      sourcePorts.length === 0
        ? 0
        : c.sourcePort !== undefined && sourcePorts.includes(c.sourcePort)
        ? 1
        : undefined,
  ],
];

/**
 * The filter chain that a listener chooses for a connection. Envoy asks one property after the other and
 * keeps the closest matches each time, without going back: a chain that fits a property more closely
 * shuts out the others even when it fails on a later one.
 */
export function matchFilterChain(listener: Listener, connection: Connection): FilterChainResult {
  const { filterChains, filterChainMatcher, defaultFilterChain } = listener;
  if (filterChainMatcher !== undefined) {
    const name = matchTree(filterChainMatcher, connection);
    return {
      ...resultOf(filterChains.find((chain) => chain.name === name), defaultFilterChain),
      passedOver: filterChains.filter((chain) => chain.name !== name).map((filterChain) => ({
        filterChain,
        criterion: "matcher tree",
        reason: "no match",
      })),
    };
  }
  let candidates = filterChains;
  const passedOver = new Map<FilterChain, PassedOverChain>();
  for (const [criterion, closeness] of CRITERIA) {
    const fits = candidates.map((chain) => closeness(chain.filterChainMatch, connection));
    const best = fits.reduce<number>((max, fit) => Math.max(max, fit ?? -1), -1);
    for (const [i, filterChain] of candidates.entries()) {
      if (fits[i] !== undefined && fits[i] === best) continue;
      const reason = fits[i] === undefined ? "no match" : "less specific";
      passedOver.set(filterChain, { filterChain, criterion, reason });
    }
    candidates = candidates.filter((_, i) => fits[i] !== undefined && fits[i] === best);
  }
  return {
    ...resultOf(candidates[0], defaultFilterChain),
    passedOver: filterChains.flatMap((chain) => passedOver.get(chain) ?? []),
  };
}

function resultOf(
  filterChain: FilterChain | undefined,
  defaultFilterChain: FilterChain | undefined,
): Pick<FilterChainResult, "filterChain" | "isDefault"> {
  return {
    filterChain: filterChain ?? defaultFilterChain,
    isDefault: filterChain === undefined && defaultFilterChain !== undefined,
  };
}

function longestPrefix(ranges: readonly CidrRange[], ip: string | undefined): number | undefined {
  if (ranges.length === 0) return 0;
  const lengths = ranges
    .filter(({ addressPrefix, prefixLen }) => isInRange(ip ?? "", addressPrefix, prefixLen))
    .map(({ prefixLen }) => prefixLen + 1);
  return lengths.length === 0 ? undefined : Math.max(...lengths);
}

/** An exact name beats every wildcard; of wildcards the longest wins. */
function closestName(names: readonly string[], serverName: string): number | undefined {
  if (names.length === 0) return 0;
  const asked = serverName.toLowerCase();
  const fits = names.map((name) => name.toLowerCase()).map((name) => {
    if (name === asked) return Infinity;
    return name.startsWith("*.") && asked.endsWith(name.slice(1)) && asked.length > name.length - 1
      ? name.length
      : 0;
  });
  const best = Math.max(...fits);
  return best === 0 ? undefined : best;
}

/** The caller's first protocol that any chain knows decides. */
function firstOffered(known: readonly string[], offered: readonly string[]): number | undefined {
  if (known.length === 0) return 0;
  const index = offered.findIndex((protocol) => known.includes(protocol));
  return index < 0 ? undefined : offered.length - index;
}

function isLocal({ sourceIp, destinationIp }: Connection): boolean {
  const source = parseIp(sourceIp ?? "");
  if (source === undefined) return false;
  return source.value === parseIp(destinationIp)?.value ||
    (source.version === 4 ? source.value >> 24n === 127n : source.value === 1n);
}
