import { Failure, nearest } from "../../core/mod.ts";
import type { AnalysisRule } from "./analyze.ts";
import type { Kind } from "../../mesh/mod.ts";

/**
 * Which rules run. Each word is a code, a name, an analyzer of istioctl or a code of another tool, in which
 * `*` stands for any text.
 */
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
  const named = (words: readonly string[]) =>
    new Set(words.flatMap((word) => {
      const found = rules.filter((rule) => matchesWord(rule, word));
      if (found.length === 0) throw unknown(word, rules);
      return found;
    }));
  const wanted = only
    ? named(only)
    : new Set(rules.filter((rule) => !("optional" in rule && rule.optional)));
  const unwanted = named(exclude);
  return rules.filter((rule) => wanted.has(rule) && !unwanted.has(rule));
}

/** The words that mean a rule, or the rule of a finding. */
interface Named {
  readonly code: string;
  readonly name: string;
  readonly equivalents?: readonly string[];
  readonly peer?: string;
}

function wordsOf({ code, name, equivalents = [], peer }: Named): string[] {
  return [code, name, ...equivalents, ...(peer === undefined ? [] : [peer])];
}

/** Whether a word means a rule; `*` stands for any text, and upper and lower case are the same. */
export function matchesWord(rule: Named, word: string): boolean {
  if (!word.includes("*")) {
    return wordsOf(rule).some((each) => each.toLowerCase() === word.toLowerCase());
  }
  const parts = word.split("*").map((part) => part.replace(/[^\w]/g, "\\$&"));
  const pattern = new RegExp(`^${parts.join(".*")}$`, "i");
  return wordsOf(rule).some((each) => pattern.test(each));
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
