import type { Path } from "../../core/mod.ts";
import type { EditableDocument } from "../../source/mod.ts";
import { type Container, containerAt, endsLine, startsLine } from "./container.ts";
import { replacementOf } from "./replacement.ts";
import { commentsAbove, lineStart, nextLine, type Splice } from "./splice.ts";

/** Takes an entry out of its map or list, with the comments right above it. */
export function removalOf(
  document: EditableDocument,
  path: Path,
): readonly Splice[] | undefined {
  const parent = containerAt(document, path.slice(0, -1));
  const index = parent?.keys.indexOf(path.at(-1)!) ?? -1;
  if (!parent || index < 0) return undefined;
  if (parent.entries.length === 1) {
    const isList = typeof path.at(-1) === "number";
    return parent.path.length === 0
      ? undefined
      : replacementOf(document, parent.path, isList ? [] : {});
  }
  return parent.isFlow ? [fromFlow(parent, index)] : fromBlock(document.text, parent, index);
}

function fromFlow({ entries }: Container, index: number): Splice {
  const { start, end } = entries[index]!;
  const next = entries[index + 1];
  return next
    ? { start, end: next.start, text: "" }
    : { start: entries[index - 1]!.end, end, text: "" };
}

function fromBlock(
  text: string,
  { entries }: Container,
  index: number,
): readonly Splice[] | undefined {
  const entry = entries[index]!;
  const next = entries[index + 1];
  if (!endsLine(text, entry)) return undefined;
  // The first entry of an item stands behind its dash.
  if (!startsLine(text, entry)) return next && [{ start: entry.start, end: next.start, text: "" }];
  const line = lineStart(text, entry.start);
  const start = index === 0 ? line : commentsAbove(text, line);
  return [{ start, end: nextLine(text, entry.end), text: "" }];
}
