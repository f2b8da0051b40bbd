import {
  type AnalysisReport,
  type Finding,
  formatRef,
  type SuppressedFinding,
} from "../../core/mod.ts";
import { type JunitCase, junitDocument } from "../junit.ts";
import { place } from "./line.ts";
import { notChecked } from "./summary.ts";

/** JUnit XML: a finding is a failed case, what was suppressed or not checked a skipped one. */
export function junit(report: AnalysisReport): string {
  const { findings, suppressed, summary, takenAt } = report;
  const cases: JunitCase[] = [
    ...findings.map(failedCase),
    ...suppressed.map(suppressedCase),
    ...notChecked(report).map(({ what, reason }) => ({
      className: "not checked",
      name: what,
      skipped: reason,
    })),
  ];
  if (cases.length === 0) {
    cases.push({ className: "meshmedic", name: `${summary.rules} rules found nothing` });
  }
  return junitDocument("meshmedic analyze", takenAt, cases);
}

function failedCase(finding: Finding): JunitCase {
  const { code, name, severity, message, resource, location, documentation } = finding;
  const text = `${place(finding)}: ${message}\n${documentation}`;
  return {
    className: `${code} ${name}`,
    name: formatRef(resource),
    ...(location && { place: location }),
    failure: { type: severity, message, text },
  };
}

function suppressedCase({ code, name, resource, suppression }: SuppressedFinding): JunitCase {
  const reason = suppression.reason === undefined ? "" : `: ${suppression.reason}`;
  return {
    className: `${code} ${name}`,
    name: formatRef(resource),
    skipped: `suppressed by ${suppression.by}${reason}`,
  };
}
