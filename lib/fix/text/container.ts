import { isRecord, type Path } from "../../core/mod.ts";
import type { EditableDocument, SourceNode, TextRange } from "../../source/mod.ts";
import { lineStart, nextLine } from "./splice.ts";

/** A map or a list of a document, and where its entries stand. */
export interface Container {
  /** Way to it. */
  readonly path: Path;
  /** Where it is. */
  readonly node: SourceNode;
  /** Whether it is written in brackets. */
  readonly isFlow: boolean;
  /** Its keys or indexes, in the order of the text. */
  readonly keys: readonly (string | number)[];
  /** Its entries, each with key or dash, in the order of the text. */
  readonly entries: readonly TextRange[];
}

/**
 * The map or list at a path; `undefined` where it is none, is an alias, has an anchor or a tag, or where its
 * entries are written in a way that has no plain places.
 */
export function containerAt(document: EditableDocument, path: Path): Container | undefined {
  const node = document.nodeAt(path);
  const value = path.reduce<unknown>(childOf, document.value);
  if (!node?.isCollection) return undefined;
  const { text } = document;
  const opening = text[node.value.start]!;
  if ("&!*".includes(opening)) return undefined;
  const isFlow = "[{".includes(opening);
  const keys = Array.isArray(value) ? [...value.keys()] : isRecord(value) ? Object.keys(value) : [];
  const entries: (TextRange & { readonly of: string | number })[] = [];
  for (const key of keys) {
    const range = entryRange(document, [...path, key], isFlow);
    if (!range) return undefined;
    entries.push({ ...range, of: key });
  }
  entries.sort((a, b) => a.start - b.start);
  return { path, node, isFlow, keys: entries.map(({ of }) => of), entries };
}

function childOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** From the key or the dash of an entry to the end of its value. */
function entryRange(
  document: EditableDocument,
  path: Path,
  isFlow: boolean,
): TextRange | undefined {
  const node = document.nodeAt(path);
  if (!node) return undefined;
  const { value, key } = node;
  const end = trimmedEnd(document.text, value);
  if (key) return { start: key.start, end: Math.max(end, key.end + 1) };
  if (isFlow) return { start: value.start, end };
  const before = /-[ \t]*$/.exec(
    document.text.slice(lineStart(document.text, value.start), value.start),
  );
  if (before) return { start: value.start - before[0].length, end };
  return dashAbove(document.text, value.start, end);
}

/** The dash of an item that starts on a line below it. */
function dashAbove(text: string, start: number, end: number): TextRange | undefined {
  const before = /-[ \t]*(?:#.*)?(?:\r?\n[ \t]*(?:#.*)?)*$/.exec(text.slice(0, start));
  return before ? { start: before.index, end: Math.max(end, before.index + 1) } : undefined;
}

function trimmedEnd(text: string, { start, end }: TextRange): number {
  const value = text.slice(start, end);
  // The text of a block scalar ends with its last line.
  return start + value.replace(/[ \t\r\n]+$/, "").length;
}

/** Whether an entry begins on a line of its own: nothing but blanks is before it. */
export function startsLine(text: string, { start }: TextRange): boolean {
  return text.slice(lineStart(text, start), start).trim() === "";
}

/** Whether nothing but a comment follows an entry on its line. */
export function endsLine(text: string, { end }: TextRange): boolean {
  return /^[ \t]*(?:#.*)?\r?\n?$/.test(text.slice(end, nextLine(text, end)));
}
