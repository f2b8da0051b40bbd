import { type AnalysisReport, type Finding, formatRef } from "../../core/mod.ts";
import { codeSpan, markdownText } from "../markdown.ts";
import { place } from "./line.ts";
import { notChecked, summaryOf } from "./summary.ts";

const SIGNS = { error: "🔴", warning: "🟡", info: "🔵" } as const;

/** A comment for a pull request. */
export function markdown(report: AnalysisReport): string {
  const unseen = notChecked(report).map(({ what, reason }) =>
    `- ${markdownText(`${what}: ${reason}`)}`
  );
  return [
    `## meshmedic: ${summaryOf(report)}`,
    ...(report.findings.length === 0 ? [] : [
      [
        "| | Code | Object | Finding | Place |",
        "| --- | --- | --- | --- | --- |",
        ...report.findings.map(row),
      ].join("\n"),
    ]),
    ...(unseen.length === 0 ? [] : ["### Not checked", unseen.join("\n")]),
  ].join("\n\n") + "\n";
}

function row(finding: Finding): string {
  const { code, severity, message, resource, documentation, path } = finding;
  const fix = finding.fix === undefined ? "" : `<br>Fix: ${markdownText(finding.fix.title)}`;
  const where = finding.location === undefined ? path ?? "" : place(finding);
  return `| ${SIGNS[severity]} ${severity} | [${code}](${documentation}) | ${
    codeSpan(formatRef(resource))
  } | ${markdownText(message)}${fix} | ${where === "" ? "" : codeSpan(where)} |`;
}
