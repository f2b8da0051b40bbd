import type { Applicability, Finding } from "../core/mod.ts";
import { applyFixes, type FixableFiles } from "./apply_fixes.ts";

/** What is fixed, and how what is wrong is found. */
export interface FixOptions {
  /** How far the fixes may be trusted that are applied; `manual` ones never are. */
  readonly trust: readonly Applicability[];
  /** Looks at texts by file: what is in them, and what is wrong with it. */
  look(texts: ReadonlyMap<string, string>): FixableFiles;
}

/** Files after all fixes. */
export interface FixedFiles {
  /** The new texts of the files that have changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was fixed, in the order of the fixes. */
  readonly fixed: readonly Finding[];
  /** What has a fix of the wanted kind that cannot be carried out in the text as it is written. */
  readonly refused: readonly Finding[];
  /** What is wrong with the files as they are now. */
  readonly left: readonly Finding[];
}

// Fixes that meet each other take turns; this many are never needed, and end any quarrel.
const MAX_ROUNDS = 50;

/** Applies fixes and looks again, until nothing is left that can be fixed. */
export function fixFiles(
  before: ReadonlyMap<string, string>,
  { trust, look }: FixOptions,
): FixedFiles {
  const changed = new Map<string, string>();
  const tried = new Set<string>();
  const fixed: Finding[] = [];
  let refused: readonly Finding[] = [];
  let files = look(before);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const findings = files.findings.filter((finding) =>
      finding.fix && trust.includes(finding.fix.applicability) && !tried.has(attemptOf(finding))
    );
    const result = applyFixes({ ...files, findings });
    refused = result.refused;
    if (result.applied.length === 0) break;
    for (const finding of result.applied) {
      tried.add(attemptOf(finding));
      fixed.push(finding);
    }
    for (const [file, text] of result.texts) changed.set(file, text);
    files = look(new Map([...before, ...changed]));
  }
  for (const [file, text] of changed) if (before.get(file) === text) changed.delete(file);
  return { texts: changed, fixed, refused, left: files.findings };
}

/** A fix that did not cure its finding is not applied twice. */
function attemptOf({ code, fingerprint, message, fix }: Finding): string {
  return JSON.stringify([code, fingerprint, message, fix]);
}
