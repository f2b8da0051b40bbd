import type { AnalysisReport } from "../../core/mod.ts";
import { counted } from "../text.ts";

/** `1 error, 2 warnings in 42 objects, checked by 70 rules; 3 suppressed; 1 not checked`. */
export function summaryOf(report: AnalysisReport): string {
  const { summary } = report;
  const found = [
    ...(summary.error > 0 ? [counted(summary.error, "error")] : []),
    ...(summary.warning > 0 ? [counted(summary.warning, "warning")] : []),
    ...(summary.info > 0 ? [counted(summary.info, "note")] : []),
  ];
  const scope = `in ${counted(summary.resources, "object")}, checked by ${
    counted(summary.rules, "rule")
  }`;
  const silenced = summary.suppressed > 0 ? `; ${summary.suppressed} suppressed` : "";
  const unseen = notChecked(report).length;
  const open = unseen > 0 ? `; ${unseen} not checked` : "";
  return `${found.length === 0 ? "nothing found" : found.join(", ")} ${scope}${silenced}${open}`;
}

/** Something that no rule judged, and why. */
export interface NotChecked {
  /** A kind, a rule, or the place of a document. */
  readonly what: string;
  /** Why. */
  readonly reason: string;
}

/** Everything that was not judged, so that no report looks cleaner than it is. */
export function notChecked({ gaps, skipped, ignored }: AnalysisReport): readonly NotChecked[] {
  return [
    ...gaps,
    ...skipped.map(({ rule, reason }) => ({ what: rule, reason })),
    ...ignored.map(({ kind, name, location, reason }) => {
      const object = [kind, name].filter((word) => word !== "").join(" ");
      const place = `${location.file}:${location.line}`;
      return { what: object === "" ? place : `${place} ${object}`, reason };
    }),
  ];
}
