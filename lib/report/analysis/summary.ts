import type { AnalysisReport } from "../../core/mod.ts";
import { counted } from "../text.ts";

/** `1 error, 2 warnings in 42 objects, checked by 70 rules`. */
export function summaryOf({ summary }: AnalysisReport): string {
  const found = [
    ...(summary.error > 0 ? [counted(summary.error, "error")] : []),
    ...(summary.warning > 0 ? [counted(summary.warning, "warning")] : []),
    ...(summary.info > 0 ? [counted(summary.info, "note")] : []),
  ];
  const scope = `in ${counted(summary.resources, "object")}, checked by ${
    counted(summary.rules, "rule")
  }`;
  return `${found.length === 0 ? "nothing found" : found.join(", ")} ${scope}`;
}
