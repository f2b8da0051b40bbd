import { isDeepStrictEqual } from "node:util";
import { type PatchOperation, type Path, toPointer } from "../core/mod.ts";
import { type EditableDocument, readEditable } from "../source/mod.ts";
import { applyStep, resolveStep, type Step } from "./json_patch.ts";
import { spliced } from "./text/splice.ts";
import { splicesOf } from "./text/edit_step.ts";

/**
 * The text of a document after a JSON Patch of the object at `prefix`. All that the patch does not touch
 * stays as it is: comments, quotes, order, indentation. `undefined` where the patch does not fit, or where the
 * text is written in a way that cannot be edited so that it says just what the patch wants.
 */
export function editDocument(
  text: string,
  prefix: Path,
  patch: readonly PatchOperation[],
): string | undefined {
  let document = readEditable(text);
  for (const operation of patch) {
    if (!document) return undefined;
    const step = resolveStep(document.value, below(toPointer(prefix), operation));
    const wanted = step && applyStep(document.value, step);
    if (wanted === undefined) return undefined;
    document = edited(document, step!, wanted);
  }
  return document?.text;
}

function below(pointer: string, operation: PatchOperation): PatchOperation {
  const path = pointer + operation.path;
  return operation.op === "move" || operation.op === "copy"
    ? { ...operation, path, from: pointer + operation.from }
    : { ...operation, path };
}

function edited(
  document: EditableDocument,
  step: Step,
  wanted: unknown,
): EditableDocument | undefined {
  const isWindows = document.text.includes("\r\n");
  const splices = splicesOf(document, step)?.map((splice) =>
    isWindows ? { ...splice, text: splice.text.replace(/\r?\n/g, "\r\n") } : splice
  );
  const result = splices && readEditable(spliced(document.text, splices));
  return result && isDeepStrictEqual(result.value, wanted) ? result : undefined;
}
