import pc from "picocolors";
import { type AnalysisReport, type Finding, formatRef } from "../../core/mod.ts";
import type { Presentation } from "../presentation.ts";
import { printable, wrap } from "../text.ts";
import { codeFrame } from "./code_frame.ts";
import { place } from "./line.ts";
import { notChecked, summaryOf } from "./summary.ts";

/** For a person at a terminal: every finding with its place in the file, and what was not checked. */
export function table(report: AnalysisReport, presentation: Presentation): string {
  const { bold, dim } = pc.createColors(presentation.color);
  const unseen = notChecked(report).map(({ what, reason }) => `${what}: ${reason}`);
  return [
    ...report.findings.map((finding) => block(finding, presentation)),
    ...(unseen.length === 0 ? [] : [
      [dim("Not checked"), ...unseen.map((line) => wrap(line, presentation.columns, "  "))]
        .join("\n"),
    ]),
    bold(summaryOf(report)),
  ].join("\n\n") + "\n";
}

function block(finding: Finding, presentation: Presentation): string {
  const colors = pc.createColors(presentation.color);
  const paint = { error: colors.red, warning: colors.yellow, info: colors.blue }[finding.severity];
  const { location, fix, path } = finding;
  const text = location && presentation.textOf?.(location.file);
  const frame = location && text !== undefined
    ? codeFrame(text, location, presentation)
    : undefined;
  return [
    `${colors.bold(paint(finding.severity))} ${colors.bold(finding.code)} ${finding.name}  ${
      colors.cyan(printable(formatRef(finding.resource)))
    }`,
    wrap(finding.message, presentation.columns, "  "),
    ...(location === undefined ? [] : [colors.dim(`  at ${printable(place(finding))}`)]),
    ...(frame === undefined ? path === undefined ? [] : [colors.dim(`  field ${path}`)] : [frame]),
    ...(fix === undefined ? [] : [
      colors.green(wrap(`fix (${fix.applicability}): ${fix.title}`, presentation.columns, "  ")),
    ]),
  ].join("\n");
}
