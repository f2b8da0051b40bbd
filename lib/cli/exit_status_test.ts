import { strictEqual } from "node:assert/strict";
import type { AnalysisReport, DiagnosisReport, Level, Severity, Verdict } from "../core/mod.ts";
import { analysisStatus, diagnosisStatus } from "./exit_status.ts";

const NOTHING = { error: 0, warning: 0, info: 0, suppressed: 0, resources: 1, rules: 1 };
const GAP = { what: "secrets", reason: "forbidden" };

function analysis(summary: object, rest: Partial<AnalysisReport> = {}): AnalysisReport {
  return {
    kind: "AnalysisReport",
    version: 1,
    takenAt: "",
    source: { type: "files", detail: "" },
    summary: { ...NOTHING, ...summary },
    findings: [],
    suppressed: [],
    ignored: [],
    gaps: [],
    skipped: [],
    ...rest,
  };
}

function diagnosis(verdict: Verdict, severities: readonly Severity[]): DiagnosisReport {
  return {
    kind: "DiagnosisReport",
    version: 1,
    issueType: "connectivity",
    timestamp: "",
    context: {},
    verdict,
    headline: "",
    findings: severities.map((severity) => ({
      cause: "MM-R01",
      name: "",
      category: "configuration",
      severity,
      confidence: 1,
      title: "",
      description: "",
      resources: [],
      evidence: [],
    })),
    recommendations: [],
    hops: [],
    gaps: [],
    checked: [],
  };
}

Deno.test("analysisStatus() is 1 at or above the threshold, unless --exit-zero", () => {
  const rows: [object, Level, number][] = [
    [{}, "info", 0],
    [{ error: 1 }, "error", 1],
    [{ warning: 9 }, "error", 0],
    [{ warning: 1 }, "warning", 1],
    [{ info: 1 }, "warning", 0],
    [{ info: 1 }, "info", 1],
  ];
  for (const [summary, failOn, expected] of rows) {
    strictEqual(analysisStatus(analysis(summary), { failOn }), expected);
    strictEqual(analysisStatus(analysis(summary), { failOn, exitZero: true }), 0);
  }
});

Deno.test("analysisStatus() is 3 when a rule crashed, and for a gap under --strict", () => {
  const crashed = analysis({ error: 1 }, {
    skipped: [{ rule: "x", reason: "crashed: y", crashed: true }],
  });
  strictEqual(analysisStatus(crashed, { failOn: "error", exitZero: true }), 3);
  const gap = analysis({}, { gaps: [GAP], skipped: [{ rule: "x", reason: "needs y" }] });
  strictEqual(analysisStatus(gap, { failOn: "error" }), 0);
  strictEqual(analysisStatus(gap, { failOn: "error", strict: true }), 3);
});

Deno.test("diagnosisStatus() counts broken always and degraded from medium on", () => {
  const rows: [Verdict, Severity[], Severity, number][] = [
    ["healthy", [], "info", 0],
    ["broken", ["low"], "critical", 1],
    ["degraded", ["medium"], "high", 0],
    ["degraded", ["medium"], "medium", 1],
    ["degraded", [], "medium", 1],
    ["degraded", ["critical"], "high", 1],
    ["inconclusive", [], "high", 0],
  ];
  for (const [verdict, severities, failOn, expected] of rows) {
    strictEqual(diagnosisStatus(diagnosis(verdict, severities), { failOn }), expected);
  }
  const unseen = { ...diagnosis("healthy", []), gaps: [GAP] };
  strictEqual(diagnosisStatus(unseen, { failOn: "high", strict: true }), 3);
});
