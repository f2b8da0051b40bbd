import type { AuthorizationPolicyRule, Resource } from "../../mesh/mod.ts";

/**
 * Positions of rules that have only operations and follow one that has only sources, as a stray dash before
 * `to` makes them: two alternatives, where one rule with both was probably meant.
 */
export function splitRules({ spec }: Resource<"AuthorizationPolicy">): number[] {
  const rules = spec.rules ?? [];
  return rules.flatMap((rule, i) => {
    const before = rules[i - 1];
    return before && hasOnly(before, "from") && hasOnly(rule, "to") ? [i] : [];
  });
}

function hasOnly({ from, to, when }: AuthorizationPolicyRule, field: "from" | "to"): boolean {
  const given = { from: isFilled(from), to: isFilled(to) };
  const other = field === "from" ? "to" : "from";
  return given[field] && !given[other] && !isFilled(when);
}

function isFilled(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}
