import type { Path } from "../../core/mod.ts";
import type { EditableDocument } from "../../source/mod.ts";
import { type Container, containerAt, endsLine, startsLine } from "./container.ts";
import { replacementOf } from "./replacement.ts";
import { commentsAbove, indentAt, lineStart, nextLine, type Splice } from "./splice.ts";
import { blockLines, flowText, isInline, jsonText, type Layout, layoutOf } from "./value_text.ts";

/** Writes a value where none is: under a new key, or into a list. Maps that lead there are made. */
export function insertion(
  document: EditableDocument,
  path: Path,
  value: unknown,
): readonly Splice[] | undefined {
  const key = path.at(-1);
  if (key === undefined) return undefined;
  if (typeof key === "string" && document.nodeAt(path)) return replacementOf(document, path, value);
  const above = path.slice(0, -1);
  const inner = typeof key === "number" ? [value] : { [key]: value };
  if (!document.nodeAt(above)) return insertion(document, above, inner);
  const parent = containerAt(document, above);
  if (!parent || parent.entries.length === 0) return replacementOf(document, above, inner);
  const layout = layoutOf(document.text);
  const at = typeof key === "number" ? key : parent.entries.length;
  return parent.isFlow
    ? [intoFlow(document.text, parent, at, entryInFlow(document.text, parent, key, value, layout))]
    : intoBlock(document.text, parent, at, key, value, layout);
}

function entryInFlow(
  text: string,
  { entries }: Container,
  key: string | number,
  value: unknown,
  layout: Layout,
): string {
  const isSpread = startsLine(text, entries[0]!);
  const written = layout.isJson
    ? jsonText(value, isSpread ? indentAt(text, entries[0]!.start) : undefined)
    : flowText(value, layout);
  return typeof key === "number" ? written : `${flowText(key, layout)}: ${written}`;
}

function intoFlow(text: string, { entries }: Container, at: number, entry: string): Splice {
  const isSpread = startsLine(text, entries[0]!);
  const separator = isSpread ? `,\n${indentAt(text, entries[0]!.start)}` : ", ";
  const next = entries[at];
  if (next) return { start: next.start, end: next.start, text: entry + separator };
  const { end } = entries.at(-1)!;
  return { start: end, end, text: separator + entry };
}

function intoBlock(
  text: string,
  { entries }: Container,
  at: number,
  key: string | number,
  value: unknown,
  layout: Layout,
): readonly Splice[] | undefined {
  const neighbour = entries[at] ?? entries.at(-1)!;
  const column = neighbour.start - lineStart(text, neighbour.start);
  const entry = entryInBlock(key, value, " ".repeat(column), layout);
  if (entries[at]) {
    // The first item of a list in a list stands behind the dash of the other.
    if (!startsLine(text, neighbour)) {
      const inserted = `${entry.trimStart()}\n${" ".repeat(column)}`;
      return [{ start: neighbour.start, end: neighbour.start, text: inserted }];
    }
    const start = commentsAbove(text, lineStart(text, neighbour.start));
    return [{ start, end: start, text: `${entry}\n` }];
  }
  if (!endsLine(text, neighbour)) return undefined;
  const start = nextLine(text, neighbour.end);
  const isOpen = text[start - 1] !== "\n";
  return [{ start, end: start, text: isOpen ? `\n${entry}` : `${entry}\n` }];
}

/** A whole entry of a map or list in block style, without the line break after it. */
function entryInBlock(
  key: string | number,
  value: unknown,
  indent: string,
  layout: Layout,
): string {
  if (typeof key === "number") {
    if (isInline(value)) return `${indent}- ${flowText(value, layout)}`;
    return `${indent}- ${blockLines(value, `${indent}  `, layout).trimStart()}`;
  }
  const name = flowText(key, layout);
  if (isInline(value)) return `${indent}${name}: ${flowText(value, layout)}`;
  const deeper = Array.isArray(value) && layout.isCompact ? indent : `${indent}  `;
  return `${indent}${name}:\n${blockLines(value, deeper, layout)}`;
}
