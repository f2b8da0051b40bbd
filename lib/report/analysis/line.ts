import { type AnalysisReport, type Finding, formatRef, type Location } from "../../core/mod.ts";
import { oneLine } from "../text.ts";

/** One finding a line, as editors and `grep` read it. */
export function line(report: AnalysisReport): string {
  return report.findings.map((finding) =>
    oneLine(`${place(finding)}: ${finding.severity} ${finding.code} ${finding.message}`) + "\n"
  ).join("");
}

/** `file:line:column`, or the object where it came from no file. */
export function place({ location, resource }: Finding): string {
  return location === undefined ? formatRef(resource) : formatPlace(location);
}

/** `file:line:column`. */
export function formatPlace({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}
