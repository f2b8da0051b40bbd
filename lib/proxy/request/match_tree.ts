import { isInRange, isRecord } from "../../core/mod.ts";
import { stringMatcher } from "../envoy/matchers.ts";
import { field, type JsonObject, list, number, object, text } from "../envoy/reader.ts";
import { messageName, typedConfig } from "../envoy/typed_config.ts";
import type { Connection } from "./connection.ts";
import { matchesString } from "./match_string.ts";

const INPUTS: ReadonlyMap<string, (connection: Connection) => string | undefined> = new Map<
  string,
  (connection: Connection) => string | undefined
>([
  ["DestinationIPInput", ({ destinationIp }) => destinationIp],
  ["DestinationPortInput", ({ destinationPort }) => String(destinationPort)],
  ["SourceIPInput", ({ sourceIp }) => sourceIp],
  ["SourcePortInput", ({ sourcePort }) => sourcePort === undefined ? undefined : `${sourcePort}`],
  ["DirectSourceIPInput", ({ directSourceIp, sourceIp }) => directSourceIp ?? sourceIp],
  ["ServerNameInput", ({ serverName }) => serverName],
  ["TransportProtocolInput", ({ transportProtocol }) => transportProtocol],
  [
    "ApplicationProtocolInput",
    ({ applicationProtocols = [] }) => `'${applicationProtocols.join("','")}'`,
  ],
]);

/**
 * The name of the action to which a tree of matchers (`xds.type.matcher.v3.Matcher`) leads a connection;
 * `undefined` where it leads nowhere.
 */
export function matchTree(tree: JsonObject, connection: Connection): string | undefined {
  const candidates = [...listMatches(tree, connection), ...treeMatches(tree, connection)];
  for (const onMatch of [...candidates, field(tree, "on_no_match")]) {
    const action = field(onMatch, "action");
    if (isRecord(action)) return text(action["name"]);
    const inner = field(onMatch, "matcher");
    const found = isRecord(inner) ? matchTree(inner, connection) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What follows the conditions of a list that hold, in order. */
function listMatches(tree: JsonObject, connection: Connection): unknown[] {
  return list(object)(field(field(tree, "matcher_list"), "matchers"))
    .filter(({ predicate }) => holds(predicate, connection))
    .map((matcher) => field(matcher, "on_match"));
}

function holds(predicate: unknown, connection: Connection): boolean {
  const single = field(predicate, "single_predicate");
  if (isRecord(single)) {
    const value = inputOf(single["input"], connection);
    const matcher = stringMatcher(field(single, "value_match"));
    return value !== undefined && matcher !== undefined && matchesString(matcher, value);
  }
  const each = (name: string) => list(object)(field(field(predicate, name), "predicate"));
  if (isRecord(field(predicate, "or_matcher"))) {
    return each("or_matcher").some((inner) => holds(inner, connection));
  }
  if (isRecord(field(predicate, "and_matcher"))) {
    return each("and_matcher").every((inner) => holds(inner, connection));
  }
  const not = field(predicate, "not_matcher");
  return isRecord(not) && !holds(not, connection);
}

/** What follows the keys that fit the input, the closest first. */
function treeMatches(tree: JsonObject, connection: Connection): unknown[] {
  const branches = field(tree, "matcher_tree");
  const value = inputOf(field(branches, "input"), connection);
  if (value === undefined) return [];
  const exact = object(field(field(branches, "exact_match_map"), "map"));
  if (exact !== undefined) return Object.hasOwn(exact, value) ? [exact[value]] : [];
  const prefixes = object(field(field(branches, "prefix_match_map"), "map"));
  if (prefixes !== undefined) {
    return Object.entries(prefixes).filter(([prefix]) => value.startsWith(prefix))
      .sort(([a], [b]) => b.length - a.length).map(([, onMatch]) => onMatch);
  }
  return rangeMatches(field(field(branches, "custom_match"), "typed_config"), value);
}

function rangeMatches(config: unknown, ip: string): unknown[] {
  const fits = list(object)(field(config, "range_matchers")).flatMap((matcher) =>
    list(object)(matcher["ranges"]).flatMap((range) => {
      const length = number(field(range, "prefix_len")) ?? 0;
      const isIn = isInRange(ip, text(field(range, "address_prefix")), length);
      return isIn ? [{ length, onMatch: field(matcher, "on_match") }] : [];
    })
  );
  return fits.sort((a, b) => b.length - a.length).map(({ onMatch }) => onMatch);
}

function inputOf(input: unknown, connection: Connection): string | undefined {
  const type = typedConfig(field(input, "typed_config"))?.type ?? "";
  return INPUTS.get(messageName(type).split(".").at(-1) ?? "")?.(connection);
}
