import { type CheckTrouble, counted, type Finding, formatRef } from "../core/mod.ts";
import { rules, selectRules } from "../diagnose/mod.ts";
import { type AnyCheck, type Check, defineCheck } from "./check.ts";

/** A check whose sentence is that some rules of `analyze` find nothing. */
export interface RuleCheck extends Omit<Check, "inputs" | "reads" | "run"> {
  /** Names of the rules. */
  readonly rules: readonly string[];
}

/** Declares a check whose sentence is that some rules of `analyze` find nothing. */
export function defineRuleCheck({ rules: names, ...check }: RuleCheck): AnyCheck {
  const wanted = selectRules(rules, { only: names });
  return defineCheck({
    ...check,
    inputs: [...new Set(wanted.flatMap(({ inputs }) => inputs))],
    reads: [...new Set(wanted.flatMap(({ reads = [] }) => reads))],
    run({ analyze }) {
      const { findings, skipped, summary } = analyze(wanted);
      return {
        saw: findings.length === 0
          ? `${counted(summary.rules, "rule")} found nothing in ${
            counted(summary.resources, "object")
          }`
          : counted(findings.length, "finding"),
        troubles: findings.map(troubleOf),
        gaps: skipped.map(({ rule, reason }) => ({ what: rule, reason })),
      };
    },
  });
}

function troubleOf({ code, severity, message, resource, path }: Finding): CheckTrouble {
  const source = `${formatRef(resource)}${path === undefined ? "" : ` ${path}`}`;
  return { level: severity, resource, source, detail: `${code} ${message}` };
}
