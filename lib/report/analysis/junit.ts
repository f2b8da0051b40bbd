import {
  type AnalysisReport,
  type Finding,
  formatRef,
  type SuppressedFinding,
} from "../../core/mod.ts";
import { escapeMarkup } from "../text.ts";
import { place } from "./line.ts";
import { notChecked } from "./summary.ts";

/** JUnit XML: a finding is a failed case, what was suppressed or not checked a skipped one. */
export function junit(report: AnalysisReport): string {
  const { findings, suppressed, summary, takenAt } = report;
  const skipped = [
    ...suppressed.map(suppressedCase),
    ...notChecked(report).map(({ what, reason }) => skippedCase("not checked", what, reason)),
  ];
  const cases = [...findings.map(failedCase), ...skipped];
  if (cases.length === 0) {
    cases.push(`    <testcase classname="meshmedic" name="${summary.rules} rules found nothing"/>`);
  }
  const counts =
    `tests="${cases.length}" failures="${findings.length}" errors="0" skipped="${skipped.length}"`;
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

function suppressedCase({ code, name, resource, suppression }: SuppressedFinding): string {
  const reason = suppression.reason === undefined ? "" : `: ${suppression.reason}`;
  return skippedCase(
    `${code} ${name}`,
    formatRef(resource),
    `suppressed by ${suppression.by}${reason}`,
  );
}

function skippedCase(className: string, name: string, reason: string): string {
  return [
    `    <testcase classname="${escapeMarkup(className)}" name="${escapeMarkup(name)}">`,
    `      <skipped message="${escapeMarkup(reason)}"/>`,
    "    </testcase>",
  ].join("\n");
}
