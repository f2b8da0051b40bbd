import type { Finding, FixReport, UnreadDocument } from "../core/mod.ts";
import { unifiedDiff } from "./diff.ts";
import type { FixedFiles } from "./fix_files.ts";

/** The report of fixes: what they change, and what remains. */
export function fixReportOf(
  before: ReadonlyMap<string, string>,
  { texts, fixed, refused, left }: FixedFiles,
  unread: readonly UnreadDocument[] = [],
): FixReport {
  const files = [...texts].sort(([a], [b]) => a < b ? -1 : 1).map(([file, after]) => ({
    file,
    diff: unifiedDiff(file, before.get(file), after),
  }));
  const isRefused = (finding: Finding) =>
    refused.some(({ code, fingerprint }) =>
      code === finding.code && fingerprint === finding.fingerprint
    );
  return {
    kind: "FixReport",
    version: 1,
    files,
    fixed,
    refused,
    left: left.filter((finding) => finding.fix && !isRefused(finding)),
    unread,
  };
}
