import type { Manual } from "../core/mod.ts";
import type { CauseDescription } from "./cause.ts";
import { causes } from "./causes/mod.ts";
import { operationCauses } from "./causes/operation/mod.ts";
import { performanceCauses } from "./causes/performance/mod.ts";
import { postureCauses } from "./causes/posture/mod.ts";
import { type DocumentRule, documentRules } from "./documents/mod.ts";
import type { AnyRule } from "./analysis/rule.ts";
import { rules } from "./rules/mod.ts";

/** Everything that can be explained: the rules by code and name, then the root causes by id. */
export const manuals: readonly Manual[] = [
  ...documentRules.map(ofRule),
  ...rules.map(ofRule),
  ...causes.map(ofCause),
  ...performanceCauses.map(ofCause),
  ...operationCauses.map(ofCause),
  ...postureCauses.filter(({ id }) => !causes.some((cause) => cause.id === id)).map(ofCause),
];

/**
 * The manuals of a code or a name, or of what finds the same as a code of another tool; upper and lower
 * case are the same, and the prefix `MM-` of a root cause may be left out. Empty where nothing bears it.
 */
export function explain(word: string): readonly Manual[] {
  const wanted = word.toUpperCase();
  const own = manuals.filter(({ code, name }) =>
    code === wanted || code === `MM-${wanted}` || name.toUpperCase() === wanted
  );
  return own.length > 0
    ? own
    : manuals.filter(({ equivalents = [] }) => equivalents.includes(wanted));
}

function ofRule(
  { code, name, title, severity, equivalents, docs }: AnyRule | DocumentRule,
): Manual {
  return {
    code,
    name,
    title,
    kind: "rule",
    severity,
    ...docs,
    ...(equivalents && { equivalents }),
  };
}

function ofCause({ id, name, title, severity, docs }: CauseDescription): Manual {
  return { code: id, name, title, kind: "root cause", severity, ...docs };
}
