/** JUnit XML, piece by piece. @module */
import { escapeMarkup } from "./text.ts";

/** One test case. */
export interface JunitCase {
  /** What groups it. */
  readonly className: string;
  /** Its name. */
  readonly name: string;
  /** Where it is, in a file. */
  readonly place?: { readonly file: string; readonly line: number };
  /** Why it failed. */
  readonly failure?: { readonly type: string; readonly message: string; readonly text: string };
  /** Why it was skipped. */
  readonly skipped?: string;
}

/** A document with one suite. */
export function junitDocument(
  name: string,
  timestamp: string,
  cases: readonly JunitCase[],
): string {
  const failures = cases.filter(({ failure }) => failure !== undefined).length;
  const skipped = cases.filter((each) => each.skipped !== undefined).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites name="meshmedic" ${counts}>`,
    `  <testsuite name="${escapeMarkup(name)}" ${counts} timestamp="${escapeMarkup(timestamp)}">`,
    ...cases.map(caseText),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function caseText({ className, name, place, failure, skipped }: JunitCase): string {
  const where = place === undefined
    ? ""
    : ` file="${escapeMarkup(place.file)}" line="${place.line}"`;
  const open = `    <testcase classname="${escapeMarkup(className)}" name="${
    escapeMarkup(name)
  }"${where}`;
  if (failure !== undefined) {
    const { type, message, text } = failure;
    return [
      `${open}>`,
      `      <failure type="${escapeMarkup(type)}" message="${escapeMarkup(message)}">${
        escapeMarkup(text)
      }</failure>`,
      "    </testcase>",
    ].join("\n");
  }
  if (skipped === undefined) return `${open}/>`;
  return [
    `${open}>`,
    `      <skipped message="${escapeMarkup(skipped)}"/>`,
    "    </testcase>",
  ].join("\n");
}
