import type { Finding, PatchOperation, Path, ResourceRef } from "../core/mod.ts";
import type { AnyResource } from "../mesh/mod.ts";
import type { ManifestOrigin } from "../source/mod.ts";
import { conflicts, fromTheEnd, type Touched } from "./conflict.ts";
import { editDocument } from "./edit_document.ts";
import { objectText } from "./object_file.ts";
import { newObjectOf, type Target, TargetIndex } from "./targets.ts";
import { spliced } from "./text/splice.ts";

/** Files, the objects in them, and what is wrong with these. */
export interface FixableFiles {
  /** Text by file. */
  readonly texts: ReadonlyMap<string, string>;
  /** The objects. */
  readonly resources: readonly AnyResource[];
  /** What is wrong; only what has a fix counts here. */
  readonly findings: readonly Finding[];
}

/** What came of fixes. */
export interface AppliedFixes {
  /** The new texts of the files that have changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** Findings whose fix was applied. */
  readonly applied: readonly Finding[];
  /** Findings whose fix meets another one: there is another time for them. */
  readonly postponed: readonly Finding[];
  /** Findings whose fix does not fit the files. */
  readonly refused: readonly Finding[];
}

interface EditedDocument {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly touched: readonly Touched[];
}

/** Applies the fixes of all findings that do not get in each other's way. */
export function applyFixes({ texts, resources, findings }: FixableFiles): AppliedFixes {
  const index = new TargetIndex(resources);
  const fixes = findings.filter(({ fix }) => fix).map((finding) => ({
    finding,
    targets: index.targetsOf(finding),
  }));
  fixes.sort((a, b) => fromTheEnd(placeOf(a.targets), placeOf(b.targets)));
  let documents: ReadonlyMap<string, EditedDocument> = new Map();
  const [applied, postponed, refused]: Finding[][] = [[], [], []];
  for (const { finding, targets } of fixes) {
    const result = targets ? attempt(texts, documents, targets) : "refused";
    if (result === "refused") refused!.push(finding);
    else if (result === "postponed") postponed!.push(finding);
    else {
      documents = result;
      applied!.push(finding);
    }
  }
  const changed = Map.groupBy(documents.values(), ({ file }) => file);
  const after = new Map([...changed].map(([file, edits]) => [
    file,
    spliced(texts.get(file) ?? "", edits),
  ]));
  return { texts: after, applied: applied!, postponed: postponed!, refused: refused! };
}

function placeOf(targets: readonly Target[] = []): Path {
  const [first] = targets;
  const operation = first?.patch[0];
  return first?.origin && operation ? placesOf(first.origin, operation)[0]!.path : [];
}

/** All changes of one fix, or none. */
function attempt(
  texts: ReadonlyMap<string, string>,
  documents: ReadonlyMap<string, EditedDocument>,
  targets: readonly Target[],
): ReadonlyMap<string, EditedDocument> | "postponed" | "refused" {
  const after = new Map(documents);
  let isChanged = false;
  for (const { resource, origin, patch } of targets) {
    if (origin === undefined) {
      const { file, text } = newFileOf(resource, patch);
      after.set(file, { file, start: 0, end: 0, text, touched: [] });
      isChanged = true;
      continue;
    }
    const { file, document: { start, end }, prefix } = origin;
    const whole = texts.get(file);
    if (whole === undefined) return "refused";
    const key = JSON.stringify([file, start]);
    const before = after.get(key);
    const touched = patch.flatMap((operation) => placesOf(origin, operation));
    if (touched.some(({ path }) => conflicts(path, before?.touched ?? []))) return "postponed";
    const written = before?.text ?? whole.slice(start, end);
    const text = edited(written, prefix, patch);
    if (text === undefined) return "refused";
    if (text !== written) isChanged = true;
    after.set(key, { file, start, end, text, touched: [...before?.touched ?? [], ...touched] });
  }
  return isChanged ? after : "refused";
}

/** An object that is made gets a file of its own in the working folder. */
function newFileOf(
  { namespace, kind, name }: ResourceRef,
  patch: readonly PatchOperation[],
): { readonly file: string; readonly text: string } {
  const parts = [namespace, kind.toLowerCase(), name].filter((part) => part !== "");
  return { file: `${parts.join("-")}.yaml`, text: objectText(newObjectOf(patch)) };
}

function edited(
  text: string,
  prefix: Path,
  patch: readonly PatchOperation[],
): string | undefined {
  const [only, ...more] = patch;
  const isAllOfIt = only?.op === "remove" && only.path === "" && more.length === 0;
  return isAllOfIt && prefix.length === 0 ? "" : editDocument(text, prefix, patch);
}

/** The places that an operation touches, in terms of the document. */
function placesOf({ prefix }: ManifestOrigin, operation: PatchOperation): readonly Touched[] {
  const pointers = "from" in operation ? [operation.from, operation.path] : [operation.path];
  return pointers.map((pointer) => {
    const path = [...prefix, ...keysOf(pointer)];
    return { path, shifts: operation.op !== "replace" && typeof path.at(-1) === "number" };
  });
}

/** Digits as numbers: keys of maps that are digits are not told apart here, which costs no more than time. */
function keysOf(pointer: string): Path {
  return pointer.split("/").slice(1).map((key) =>
    /^\d+$/.test(key) ? Number(key) : key === "-" ? Infinity : key
  );
}
