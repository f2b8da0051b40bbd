import type { CheckReport, CheckResult } from "../../core/mod.ts";
import { type JunitCase, junitDocument } from "../junit.ts";

/** JUnit XML: a check whose sentence is not true failed, one that could not be decided was skipped. */
export function junit({ checks, takenAt }: CheckReport): string {
  return junitDocument("meshmedic check", takenAt, checks.map(caseOf));
}

function caseOf(
  { name, stage, status, title, saw, troubles, hint = "", documentation }: CheckResult,
): JunitCase {
  const test = { className: `${stage} ${name}`, name: title };
  if (status === "unknown" || status === "skipped") return { ...test, skipped: saw };
  const bad = troubles.filter(({ level }) => level !== "info");
  if (bad.length === 0) return test;
  const lines = bad.map(({ source, detail }) => `${source}: ${detail}`);
  const text = [...lines, hint, documentation].join("\n");
  return { ...test, failure: { type: status, message: lines[0]!, text } };
}
