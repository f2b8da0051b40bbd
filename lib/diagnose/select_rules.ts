import { Failure, nearest } from "../core/mod.ts";
import type { AnalysisRule } from "./analyze.ts";
import type { Kind } from "../mesh/mod.ts";

/** Which rules run. Each word is a code, a name, an analyzer of istioctl or a code of another tool. */
export interface RuleSelection {
  /** These and no others; without them all but the optional ones. */
  readonly only?: readonly string[] | undefined;
  /** All but these. */
  readonly exclude?: readonly string[] | undefined;
}

/**
 * The rules that a user wants; one that is optional must be named. Throws a {@linkcode Failure} `USAGE` for
 * a word that no rule bears.
 */
export function selectRules<R extends AnalysisRule>(
  rules: readonly R[],
  { only, exclude = [] }: RuleSelection,
): readonly R[] {
  const byWord = new Map<string, Set<R>>();
  for (const rule of rules) {
    for (const word of wordsOf(rule)) {
      const key = word.toLowerCase();
      byWord.set(key, (byWord.get(key) ?? new Set()).add(rule));
    }
  }
  const named = (words: readonly string[]) =>
    new Set(words.flatMap((word) => {
      const found = byWord.get(word.toLowerCase());
      if (!found) throw unknown(word, rules);
      return [...found];
    }));
  const wanted = only
    ? named(only)
    : new Set(rules.filter((rule) => !("optional" in rule && rule.optional)));
  const unwanted = named(exclude);
  return rules.filter((rule) => wanted.has(rule) && !unwanted.has(rule));
}

function wordsOf(rule: AnalysisRule): string[] {
  const { code, name, equivalents = [] } = rule;
  return [code, name, ...equivalents, ...("peer" in rule && rule.peer ? [rule.peer] : [])];
}

function unknown(word: string, rules: readonly AnalysisRule[]): Failure {
  const meant = nearest(word, rules.flatMap(wordsOf));
  return new Failure("USAGE", `Cannot select rule "${word}": there is none of that code or name`, {
    ...(meant && { hint: `Did you mean ${meant}?` }),
  });
}

/** What a mesh reads for its own settings, hosts and names. */
const OF_THE_MESH: readonly Kind[] = ["ConfigMap", "Namespace", "Service", "ServiceEntry"];

/** The kinds that rules look at, with those that the mesh needs for itself. */
export function kindsOf(rules: readonly AnalysisRule[]): readonly Kind[] {
  return [
    ...new Set([
      ...OF_THE_MESH,
      ...rules.flatMap((rule) => "finds" in rule ? [] : [...rule.inputs, ...rule.reads ?? []]),
    ]),
  ];
}
