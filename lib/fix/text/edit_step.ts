import type { Path } from "../../core/mod.ts";
import type { EditableDocument } from "../../source/mod.ts";
import { insertion } from "./insertion.ts";
import type { Step } from "../json_patch.ts";
import { removalOf } from "./removal.ts";
import { renaming, reordering } from "./reordering.ts";
import { replacementOf } from "./replacement.ts";
import type { Splice } from "./splice.ts";

/** The splices that carry out an operation; `undefined` where the text has no plain place for it. */
export function splicesOf(document: EditableDocument, step: Step): readonly Splice[] | undefined {
  switch (step.op) {
    case "replace":
      return replacementOf(document, step.path, step.value);
    case "remove":
      return removalOf(document, step.path);
    case "add":
      return insertion(document, step.path, step.value);
    case "move":
      if (!step.from || !areSiblings(step.from, step.path)) return undefined;
      return typeof step.path.at(-1) === "number"
        ? reordering(document, step.from, step.path)
        : renaming(document, step.from, step.path);
    case "copy":
      return undefined;
  }
}

function areSiblings(a: Path, b: Path): boolean {
  return a.length === b.length && a.slice(0, -1).every((key, i) => key === b[i]);
}
