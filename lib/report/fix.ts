import type { Advice, Finding, FixReport } from "../core/mod.ts";
import { formatPlace, place } from "./analysis/line.ts";
import { counted, oneLine, printable } from "./text.ts";

/** What was or would be fixed, and what remains for people, as lines that go beside the document. */
export function fixText(
  { files, fixed, refused, left, unread }: FixReport,
  { isWritten }: { readonly isWritten: boolean },
): string {
  const ofKind = (kind: string) => left.filter(({ fix }) => fix?.applicability === kind);
  const unsafe = ofKind("unsafe").length;
  const done = fixed.length === 0
    ? "nothing to fix"
    : `${isWritten ? "fixed" : "can fix"} ${counted(fixed.length, "finding")} in ${
      counted(files.length, "file")
    }`;
  return [
    unsafe === 0 ? done : `${done}; ${unsafe}${fixed.length === 0 ? "" : " more"} with --unsafe`,
    ...unread.map(({ location, reason }) => oneLine(`${formatPlace(location)}: ${reason}`)),
    ...refused.map((finding) => line(finding, "does not fit the text as it is written: ")),
    ...ofKind("manual").map((finding) => line(finding, "needs a person: ")),
  ].join("\n  ");
}

function line(finding: Finding, why: string): string {
  return oneLine(`${place(finding)}: ${finding.code} ${why}${finding.fix?.title}`);
}

/** Remedies in words, one after another. */
export function adviceText(advice: readonly Advice[]): string {
  return advice.map(({ cause, title, action, patch }) =>
    [`${cause}: ${title}`, action, patch].filter((part) => part.trim() !== "")
      .map((part) => printable(part).trimEnd()).join("\n\n") + "\n"
  ).join("\n");
}
