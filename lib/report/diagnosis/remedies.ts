import type { DiagnosisReport, Recommendation } from "../../core/mod.ts";

/**
 * What to do about the finding at an index. Recommendations follow the findings' order, so that of several
 * findings with the same cause each has its own.
 */
export function remediesOf(
  { findings, recommendations }: Pick<DiagnosisReport, "findings" | "recommendations">,
  at: number,
): readonly Recommendation[] {
  const { cause } = findings[at]!;
  const same = recommendations.filter((each) => each.for === cause);
  const alike = findings.filter((each) => each.cause === cause);
  const own = same[alike.indexOf(findings[at]!)];
  return same.length === alike.length && own ? [own] : same;
}
