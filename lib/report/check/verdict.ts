import { type CheckReport, type CheckResult, counted } from "../../core/mod.ts";

/** Whether somebody should look at a check: its sentence is not true, or nobody knows. */
export function isRemarkable({ status }: CheckResult): boolean {
  return status === "error" || status === "warning" || status === "info" || status === "unknown";
}

/** The checks by the heading of their group, in their order. */
export function byStage(
  checks: readonly CheckResult[],
): ReadonlyMap<string, readonly CheckResult[]> {
  return Map.groupBy(checks, ({ stage }) => stage);
}

/** `1 error, 2 warnings, 3 unknown; 20 checks are true, 4 were skipped`. */
export function verdictOf({ summary }: CheckReport): string {
  const { error, warning, info, unknown, ok, skipped } = summary;
  const found = [
    ...(error > 0 ? [counted(error, "error")] : []),
    ...(warning > 0 ? [counted(warning, "warning")] : []),
    ...(info > 0 ? [counted(info, "note")] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
  ];
  const rest = `${counted(ok, "check")} true, ${skipped} skipped`;
  return `${found.length === 0 ? "nothing found" : found.join(", ")}; ${rest}`;
}
