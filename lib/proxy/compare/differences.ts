import { compare, formatPath, isRecord, type Path } from "../../core/mod.ts";
import { address, formatAddress } from "../envoy/address.ts";
import { filterChain } from "../envoy/listener.ts";
import { field, type JsonObject, number, snakeCase, text } from "../envoy/reader.ts";
import { matchOf } from "../table/listener_table.ts";

/** One place where two documents differ. */
export interface Difference {
  /** The place, such as `virtual_hosts[reviews:9080].routes[0].route.timeout`. */
  readonly path: string;
  /** What the first document has; absent where it has nothing there. */
  readonly left?: unknown;
  /** What the second document has; absent where it has nothing there. */
  readonly right?: unknown;
}

/** Lists of Envoy's configuration whose order means nothing, and what identifies an element. */
const SETS: ReadonlyMap<string, (element: unknown) => string> = new Map([
  ["additional_addresses", identity],
  ["clusters", nameOf],
  ["domains", identity],
  ["endpoints", placeOf],
  ["filter_chains", chainOf],
  ["lb_endpoints", addressOf],
  ["prefix_ranges", identity],
  ["server_names", identity],
  ["source_prefix_ranges", identity],
  ["virtual_hosts", nameOf],
]);

/**
 * The places where two parts of a configuration differ in meaning: the order of keys, and of lists whose
 * order means nothing, does not count. Equal documents have none.
 */
export function differencesOf(left: unknown, right: unknown): Difference[] {
  return [...differ(left, right, [], "")];
}

function* differ(left: unknown, right: unknown, path: Path, name: string): Generator<Difference> {
  if (Array.isArray(left) && Array.isArray(right)) {
    const keyOf = SETS.get(snakeCase(name));
    yield* keyOf === undefined ? lists(left, right, path) : sets(left, right, path, keyOf);
  } else if (isRecord(left) && isRecord(right)) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort(compare);
    for (const key of keys) {
      yield* differ(member(left, key), member(right, key), [...path, key], key);
    }
  } else if (left !== right) {
    yield {
      path: formatPath(path),
      ...left !== undefined && { left },
      ...right !== undefined && { right },
    };
  }
}

function member(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function* lists(
  left: readonly unknown[],
  right: readonly unknown[],
  path: Path,
): Generator<Difference> {
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    yield* differ(left[i], right[i], [...path, i], "");
  }
}

/** Elements are compared with those of the same key; several of one key in their order. */
function* sets(
  left: readonly unknown[],
  right: readonly unknown[],
  path: Path,
  keyOf: (element: unknown) => string,
): Generator<Difference> {
  const [lefts, rights] = [grouped(left, keyOf), grouped(right, keyOf)];
  for (const key of [...new Set([...lefts.keys(), ...rights.keys()])].sort(compare)) {
    const [ours, theirs] = [lefts.get(key) ?? [], rights.get(key) ?? []];
    for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
      yield* differ(ours[i], theirs[i], [...path, i === 0 ? key : `${key}#${i}`], "");
    }
  }
}

function grouped(
  elements: readonly unknown[],
  keyOf: (element: unknown) => string,
): ReadonlyMap<string, readonly unknown[]> {
  return Map.groupBy(elements, keyOf);
}

function nameOf(element: unknown): string {
  const name = isRecord(element) ? element["name"] : undefined;
  return typeof name === "string" ? name : identity(element);
}

/** Chains often share a name; the match tells them apart. */
function chainOf(element: unknown): string {
  const chain = filterChain(element);
  if (chain === undefined) return identity(element);
  return [...chain.name === "" ? [] : [chain.name], matchOf(chain.filterChainMatch)].join(" ");
}

function placeOf(element: unknown): string {
  const place = field(element, "locality");
  const parts = ["region", "zone", "sub_zone"].map((part) => text(field(place, part)));
  return [...parts, number(field(element, "priority")) ?? 0].join("/");
}

function addressOf(element: unknown): string {
  const at = address(field(field(element, "endpoint"), "address"));
  return at === undefined ? identity(element) : formatAddress(at);
}

/** A document as a text that does not depend on the order of keys. */
export function identity(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return `[${value.map(identity).join(",")}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? "";
  const members = Object.entries(value).sort(([a], [b]) => compare(a, b));
  return `{${members.map(([key, each]) => `${key}=${identity(each)}`).join(",")}}`;
}
