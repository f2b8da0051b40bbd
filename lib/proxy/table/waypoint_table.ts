import { compare, isRecord } from "../../core/mod.ts";
import type { ConfigDump } from "../dump/config_dump.ts";
import { inUse } from "../dump/entry.ts";
import type { FilterChain, Listener } from "../envoy/listener.ts";
import { field, list, number, object, text } from "../envoy/reader.ts";
import { chainsOf, compareListeners, destinationOf, matchOf } from "./listener_table.ts";
import { goSort } from "./go_sort.ts";
import { requireSection } from "./section.ts";
import type { TextTable } from "./text_table.ts";

/** The filter chains of a waypoint, which chooses them by a tree of matchers. */
export function waypointTable(dump: ConfigDump): TextTable {
  requireSection(dump, "ListenersConfigDump");
  const listeners = goSort(inUse(dump.listeners), (a, b) => comesBefore(a.item, b.item));
  return {
    gap: 1,
    header: ["LISTENER", "CHAIN", "MATCH", "DESTINATION"],
    rows: listeners.flatMap(({ item }) => rowsOf(item)),
  };
}

function comesBefore(a: Listener, b: Listener): boolean {
  return (a.isInternal && b.isInternal ? compare(a.name, b.name) : compareListeners(a, b)) < 0;
}

function rowsOf(listener: Listener): string[][] {
  const chains = chainsOf(listener);
  const name = `envoy://${listener.name}`;
  const isNamedAlike = listener.isInternal && chains.length === 1 && chains[0]?.name === name;
  return chains.flatMap((chain) =>
    matchesOf(chain, listener).map((match) => [
      isNamedAlike ? "internal" : name,
      chain.name,
      match,
      destinationOf(chain.filters),
    ])
  );
}

function matchesOf(chain: FilterChain, { filterChainMatcher: tree }: Listener): readonly string[] {
  if (tree === undefined) return [matchOf(chain.filterChainMatch)];
  const otherwise = field(tree, "on_no_match");
  if (actionOf(otherwise) === chain.name) return ["UNMATCHED"];
  const inner = field(otherwise, "matcher");
  return waysTo(chain.name, isRecord(inner) ? inner : tree) ?? ["NONE"];
}

/** The ways through a tree that end at a chain; `undefined` where none does. */
function waysTo(chain: string, tree: unknown): readonly string[] | undefined {
  const otherwise = field(tree, "on_no_match");
  if (actionOf(otherwise) === chain) return ["ANY"];
  const inner = field(otherwise, "matcher");
  if (isRecord(inner)) return waysTo(chain, inner) ?? ["NONE"];
  const matcherTree = field(tree, "matcher_tree");
  const input = text(field(field(matcherTree, "input"), "name"));
  const ways = branchesOf(matcherTree).flatMap(([condition, onMatch]) => {
    const step = `${input}${condition}`;
    if (actionOf(onMatch) === chain) return [step];
    const further = field(onMatch, "matcher");
    const rest = isRecord(further) ? waysTo(chain, further) : undefined;
    return rest?.map((way) => `${step} -> ${way}`) ?? [];
  });
  return ways.length === 0 ? undefined : ways;
}

function actionOf(onMatch: unknown): string | undefined {
  const action = field(onMatch, "action");
  return isRecord(action) ? text(action["name"]) : undefined;
}

/** The branches of a tree: the condition, and what follows; sorted, as maps have no order. */
function branchesOf(tree: unknown): readonly (readonly [condition: string, onMatch: unknown])[] {
  const maps = [["exact_match_map", "="], ["prefix_match_map", "^"]] as const;
  const branches = maps.flatMap(([name, sign]) =>
    Object.entries(object(field(field(tree, name), "map")) ?? {}).map(([key, onMatch]) =>
      [sign + key, onMatch] as const
    )
  );
  return [...branches, ...rangesOf(tree)].sort(([a], [b]) => compare(a, b));
}

function rangesOf(tree: unknown): (readonly [condition: string, onMatch: unknown])[] {
  const config = field(field(tree, "custom_match"), "typed_config");
  return list(object)(field(config, "range_matchers")).flatMap((matcher) =>
    list(object)(matcher["ranges"]).map((range) => {
      const length = number(field(range, "prefix_len")) ?? 0;
      const suffix = length === 32 || length === 128 ? "" : `/${length}`;
      const condition = `=${text(field(range, "address_prefix"))}${suffix}`;
      return [condition, field(matcher, "on_match")] as const;
    })
  );
}
