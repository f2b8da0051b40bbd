import { type Finding, formatPath } from "../../core/mod.ts";
import type { Presentation } from "../presentation.ts";
import { scalarLength } from "./scalar.ts";

/** A replacement of text, in SARIF's words. */
export interface TextEdit {
  /** What goes. */
  readonly deletedRegion: {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
  /** What comes. */
  readonly insertedContent: { readonly text: string };
}

/**
 * The edit of a fix that replaces exactly the scalar that the finding points at; other fixes need the
 * whole document and have no such form.
 */
export function textEdit(
  { fix, location, path }: Finding,
  textOf: Presentation["textOf"],
): TextEdit | undefined {
  const [operation, ...more] = fix?.patch ?? [];
  if (operation?.op !== "replace" || more.length > 0 || location === undefined) return undefined;
  const { value } = operation;
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    return undefined;
  }
  if (path === undefined || dotted(operation.path) !== path) return undefined;
  const line = textOf?.(location.file)?.split("\n")[location.line - 1];
  const length = line === undefined ? 0 : scalarLength(line, location.column);
  if (length === 0) return undefined;
  return {
    deletedRegion: {
      startLine: location.line,
      startColumn: location.column,
      endLine: location.line,
      endColumn: location.column + length,
    },
    // A JSON scalar is a YAML scalar too.
    insertedContent: { text: JSON.stringify(value) },
  };
}

/** A JSON Pointer in the form of a finding's path. */
function dotted(pointer: string): string {
  return formatPath(
    pointer.split("/").slice(1).map((step) =>
      /^\d+$/.test(step) ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~")
    ),
  );
}
