import { Failure, nearest } from "../core/mod.ts";
import type { AnalysisRule } from "./analyze.ts";

/** Which rules run. */
export interface RuleSelection {
  /** Codes or names: these and no others. */
  readonly only?: readonly string[] | undefined;
  /** Codes or names: all but these. */
  readonly exclude?: readonly string[] | undefined;
}

/** The rules that a user wants. Throws a {@linkcode Failure} `USAGE` for a word that no rule bears. */
export function selectRules<R extends AnalysisRule>(
  rules: readonly R[],
  { only, exclude = [] }: RuleSelection,
): readonly R[] {
  const words = new Set(rules.flatMap(({ code, name }) => [code, name]));
  for (const word of [...only ?? [], ...exclude]) {
    if (words.has(word)) continue;
    const meant = nearest(word, words);
    throw new Failure("USAGE", `Cannot select rule "${word}": there is none of that code or name`, {
      ...(meant && { hint: `Did you mean ${meant}?` }),
    });
  }
  const isIn = (list: readonly string[], { code, name }: R) =>
    list.includes(code) || list.includes(name);
  return rules.filter((rule) => (!only || isIn(only, rule)) && !isIn(exclude, rule));
}
