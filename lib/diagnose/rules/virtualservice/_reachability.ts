import { type Fix, isRecord, type Path } from "../../../core/mod.ts";
import {
  coversHttpMatch,
  type Mesh,
  type Resource,
  type VirtualServiceHttpMatch,
  type VirtualServiceHttpMatchUri,
} from "../../../mesh/mod.ts";
import { move, removal } from "../../analysis/fix.ts";

/** A rule of a VirtualService, or one of its matches, that earlier ones leave nothing to. */
export interface Unused {
  /** The VirtualService. */
  readonly on: Resource<"VirtualService">;
  /** Whether the whole rule is unused. */
  readonly isRule: boolean;
  /** Where it stands. */
  readonly at: Path;
  /** What istioctl says of it. */
  readonly message: string;
  /** What would cure it, where that is plain. */
  readonly fix?: Fix | undefined;
}

interface Rule {
  readonly name?: string;
  readonly match?: readonly object[];
}

type Part = Omit<Unused, "on">;

/** What istioctl finds unused in the routes of VirtualServices, where that is true. */
export function unusedParts(mesh: Mesh): readonly Unused[] {
  return mesh.list("VirtualService").flatMap((on) => unusedPartsOf(on, true));
}

/** What istioctl finds unused in the routes of VirtualServices. */
export function seeminglyUnusedParts(mesh: Mesh): readonly Unused[] {
  return mesh.list("VirtualService").flatMap((on) => unusedPartsOf(on, false));
}

function unusedPartsOf(on: Resource<"VirtualService">, exact: boolean): Unused[] {
  const { http = [], tcp = [], tls = [] } = on.spec;
  const found: Part[] = [];
  if (http.length > 0) {
    found.push(...repeatedParts(http, ["spec", "http"]), ...overlappingMatches(http, exact));
  }
  if (tcp.length > 0) found.push(...repeatedParts(tcp, ["spec", "tcp"]));
  if (tls.length > 0) found.push(...repeatedParts(tls, ["spec", "tls"]));
  return found.map((part) => ({ on, ...part }));
}

function* repeatedParts(rules: readonly Rule[], list: Path): Iterable<Part> {
  const seen = new Map<string, number>();
  const catchAlls = rules.flatMap(({ match = [] }, i) => match.length === 0 ? [i] : []);
  const [catchAll, ...others] = catchAlls;
  const moveCatchAll = catchAll === undefined || others.length > 0 ? undefined : move(
    [...list, catchAll],
    [...list, rules.length - 1],
    "Move the rule without matches to the end",
  );
  let hasCatchAll = false;
  for (const [i, rule] of rules.entries()) {
    const matches = rule.match ?? [];
    const unreachable = (reason: string, fix?: Fix) => ({
      isRule: true,
      at: [...list, i],
      fix,
      message: `VirtualService rule ${labelOf(rule, i)} not used (${reason}).`,
    });
    if (matches.length === 0) {
      if (hasCatchAll) {
        yield unreachable("only the last rule can have no matches", deletion([...list, i]));
      }
      hasCatchAll = true;
      continue;
    }
    if (hasCatchAll) {
      yield unreachable("route without matches defined before", moveCatchAll);
      continue;
    }
    let repeated = 0;
    for (const [j, match] of matches.entries()) {
      const key = canonical(match);
      const earlier = seen.get(key);
      if (earlier === undefined) {
        seen.set(key, i);
        continue;
      }
      repeated++;
      const by = labelOf(rules[earlier]!, earlier);
      const at = [...list, i, "match", j];
      yield {
        ...ineffective(at, labelOf(rule, i), labelOf(match, j), by),
        // Without any match a rule would take everything.
        fix: matches.length > repeated ? removal(at, "Delete the match", "safe") : undefined,
      };
    }
    if (repeated === matches.length) {
      yield unreachable("all matches used by prior rules", deletion([...list, i]));
    }
  }
}

/** Matches on a longer prefix behind one on a shorter. */
function* overlappingMatches(rules: readonly Rule[], exact: boolean): Iterable<Part> {
  const prefixed = prefixMatches(rules);
  for (const [n, later] of prefixed.entries()) {
    for (const earlier of prefixed.slice(0, n)) {
      if (later.prefix === earlier.prefix || !seemsCovered(earlier.match, later.match)) continue;
      if (exact && !coversHttpMatch(earlier.match, later.match)) continue;
      const unused = ineffective(
        ["spec", "http", later.rule, "match", later.index],
        later.ruleLabel,
        `${labelOf(later.match, later.index)} of prefix ${later.prefix}`,
        `${
          labelOf(earlier.match, earlier.index)
        } of prefix ${earlier.prefix} on ${earlier.ruleLabel}`,
      );
      yield { ...unused, fix: cureOfOverlap(earlier, later) };
    }
  }
}

function deletion(at: Path): Fix {
  return removal(at, "Delete the rule");
}

/** The narrower match goes first; within one rule it adds nothing. */
function cureOfOverlap(earlier: PrefixMatch, later: PrefixMatch): Fix | undefined {
  const at = ["spec", "http", later.rule];
  if (earlier.rule === later.rule) {
    return removal([...at, "match", later.index], "Delete the match", "safe");
  }
  return later.isOnly
    ? move(at, ["spec", "http", earlier.rule], "Move the rule before the wider one")
    : undefined;
}

interface PrefixMatch {
  readonly rule: number;
  readonly ruleLabel: string;
  readonly index: number;
  /** Whether its rule has no other. */
  readonly isOnly: boolean;
  readonly match: VirtualServiceHttpMatch;
  readonly prefix: string;
}

/** Distinct matches that have a URI prefix, up to the first rule without matches. */
function prefixMatches(rules: readonly Rule[]): PrefixMatch[] {
  const found: PrefixMatch[] = [];
  const seen = new Set<string>();
  for (const [rule, { match: matches = [], name = "" }] of rules.entries()) {
    if (matches.length === 0) break;
    for (const [index, match] of (matches as readonly VirtualServiceHttpMatch[]).entries()) {
      const prefix = match.uri?.prefix;
      const key = prefix ? canonical(match) : "";
      if (!prefix || seen.has(key)) continue;
      seen.add(key);
      const isOnly = matches.length === 1;
      found.push({ rule, ruleLabel: labelOf({ name }, rule), index, isOnly, match, prefix });
    }
  }
  return found;
}

/** Whether istioctl takes `later` to be covered: it compares texts, and reads no method as GET. */
function seemsCovered(earlier: VirtualServiceHttpMatch, later: VirtualServiceHttpMatch): boolean {
  return (later.uri?.prefix ?? "").startsWith(earlier.uri?.prefix ?? "") &&
    (earlier.port ?? 0) === (later.port ?? 0) &&
    (tagged(earlier.method) || "=GET").startsWith(tagged(later.method) || "=GET") &&
    tagged(earlier.authority).startsWith(tagged(later.authority)) &&
    (["headers", "queryParams", "withoutHeaders"] as const).every((field) =>
      seemStringsCovered(earlier[field] ?? {}, later[field] ?? {})
    );
}

function seemStringsCovered(
  earlier: Readonly<Record<string, VirtualServiceHttpMatchUri>>,
  later: Readonly<Record<string, VirtualServiceHttpMatchUri>>,
): boolean {
  const keys = Object.keys(earlier);
  return keys.length === Object.keys(later).length &&
    keys.every((key) =>
      Object.hasOwn(later, key) && tagged(earlier[key]).startsWith(tagged(later[key]))
    );
}

function tagged(match: VirtualServiceHttpMatchUri | undefined): string {
  if (match?.exact) return `=${match.exact}`;
  return match?.prefix ? `^${match.prefix}` : "";
}

function ineffective(at: Path, rule: string, match: string, by: string): Part {
  return {
    isRule: false,
    at,
    message:
      `VirtualService rule ${rule} match ${match} is not used (duplicate/overlapping match in rule ${by}).`,
  };
}

/** A name in quotes, or the position. */
function labelOf({ name }: { readonly name?: string }, index: number): string {
  return name ? JSON.stringify(name) : `#${index}`;
}

/** A match as text that is the same for the same match, its name aside. */
function canonical({ name: _, ...match }: { readonly name?: string }): string {
  return ordered(match);
}

function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join()}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const fields = Object.keys(value).sort().map((key) =>
    `${JSON.stringify(key)}:${ordered(value[key])}`
  );
  return `{${fields.join()}}`;
}
