import type { CheckReport, CheckResult, CheckStatus } from "../../core/mod.ts";
import { codeSpan, markdownText } from "../markdown.ts";
import { isRemarkable, verdictOf } from "./verdict.ts";

const SIGNS: Readonly<Record<CheckStatus, string>> = {
  ok: "🟢",
  error: "🔴",
  warning: "🟡",
  info: "🔵",
  unknown: "⚪",
  skipped: "–",
};

/** A table of all checks, and below it those that somebody should look at. */
export function markdown(report: CheckReport): string {
  return [
    `## meshmedic check: ${verdictOf(report)}`,
    [
      "| | Check | What was seen |",
      "| --- | --- | --- |",
      ...report.checks.map(({ status, title, saw, documentation }) =>
        `| ${SIGNS[status]} ${status} | [${markdownText(title)}](${documentation}) | ${
          markdownText(saw)
        } |`
      ),
    ].join("\n"),
    ...report.checks.filter(isRemarkable).map(section),
  ].join("\n\n") + "\n";
}

function section({ title, troubles, gaps, hint }: CheckResult): string {
  return [
    `### ${markdownText(title)}`,
    [
      ...troubles.map(({ source, detail }) => `- ${codeSpan(source)}: ${markdownText(detail)}`),
      ...gaps.map(({ what, reason }) => `- not seen: ${codeSpan(what)}: ${markdownText(reason)}`),
    ].join("\n"),
    ...(hint === undefined ? [] : [`**What to do:** ${hint}`]),
  ].filter((part) => part !== "").join("\n\n");
}
