import { type AnalysisReport, formatRef } from "../../core/mod.ts";
import { json } from "../document.ts";

const SEVERITIES = { error: "major", warning: "minor", info: "info" } as const;

/** GitLab's Code Quality report. An object that came from no file stands under its own name. */
export function gitlab(report: AnalysisReport): string {
  return json(
    report.findings.map(({ code, severity, message, location, resource, fingerprint }) => ({
      description: `${code} ${formatRef(resource)}: ${message}`,
      check_name: code,
      fingerprint,
      severity: SEVERITIES[severity],
      location: {
        path: location?.file ?? formatRef(resource),
        lines: { begin: location?.line ?? 1 },
      },
    })),
  );
}
