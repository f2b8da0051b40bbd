import { type AnalysisReport, type Finding, formatRef } from "../../core/mod.ts";
import { escapeMarkup } from "../text.ts";
import { place } from "./line.ts";

/** JUnit XML: a finding is a failed case, a rule that did not run or a gap a skipped one. */
export function junit(report: AnalysisReport): string {
  const { findings, gaps, skipped, summary, takenAt } = report;
  const cases = [
    ...findings.map(failedCase),
    ...skipped.map(({ rule, reason }) => skippedCase(rule, reason)),
    ...gaps.map(({ what, reason }) => skippedCase(what, reason)),
  ];
  if (cases.length === 0) {
    cases.push(`    <testcase classname="meshmedic" name="${summary.rules} rules found nothing"/>`);
  }
  const counts = `tests="${cases.length}" failures="${findings.length}" errors="0" skipped="${
    skipped.length + gaps.length
  }"`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites name="meshmedic" ${counts}>`,
    `  <testsuite name="meshmedic analyze" ${counts} timestamp="${escapeMarkup(takenAt)}">`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function failedCase(finding: Finding): string {
  const { code, name, severity, message, resource, location, documentation } = finding;
  const file = location === undefined
    ? ""
    : ` file="${escapeMarkup(location.file)}" line="${location.line}"`;
  return [
    `    <testcase classname="${escapeMarkup(`${code} ${name}`)}" name="${
      escapeMarkup(formatRef(resource))
    }"${file}>`,
    `      <failure type="${severity}" message="${escapeMarkup(message)}">${
      escapeMarkup(`${place(finding)}: ${message}\n${documentation}`)
    }</failure>`,
    "    </testcase>",
  ].join("\n");
}

function skippedCase(name: string, reason: string): string {
  return [
    `    <testcase classname="not checked" name="${escapeMarkup(name)}">`,
    `      <skipped message="${escapeMarkup(reason)}"/>`,
    "    </testcase>",
  ].join("\n");
}
