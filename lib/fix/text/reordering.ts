import type { Path } from "../../core/mod.ts";
import type { EditableDocument } from "../../source/mod.ts";
import { type Container, containerAt, endsLine, startsLine } from "./container.ts";
import { commentsAbove, lineStart, nextLine, type Splice } from "./splice.ts";
import { layoutOf, scalarLike } from "./value_text.ts";

/** Gives an entry of a map another key, and leaves it where it is. */
export function renaming(
  document: EditableDocument,
  from: Path,
  to: Path,
): readonly Splice[] | undefined {
  const { key } = document.nodeAt(from) ?? {};
  if (!key || document.nodeAt(to)) return undefined;
  const before = document.text.slice(key.start, key.end);
  const text = scalarLike(before, String(to.at(-1)), layoutOf(document.text));
  return [{ ...key, text }];
}

/** Puts an item of a list elsewhere in it, with the comments right above it. */
export function reordering(
  document: EditableDocument,
  from: Path,
  to: Path,
): readonly Splice[] | undefined {
  const list = containerAt(document, from.slice(0, -1));
  const [source, target] = [Number(from.at(-1)), Number(to.at(-1))];
  if (!list || !list.entries[source] || !list.entries[target]) return undefined;
  return list.isFlow
    ? permuted(document.text, list, source, target)
    : movedLines(document.text, list, source, target);
}

/** The items trade places; what stands between them stays. */
function permuted(text: string, { entries }: Container, source: number, target: number): Splice[] {
  const texts = entries.map(({ start, end }) => text.slice(start, end));
  const order = texts.toSpliced(source, 1).toSpliced(target, 0, texts[source]!);
  return entries.map(({ start, end }, i) => ({ start, end, text: order[i]! }));
}

function movedLines(
  text: string,
  { entries }: Container,
  source: number,
  target: number,
): Splice[] | undefined {
  if (!entries.every((entry) => startsLine(text, entry) && endsLine(text, entry))) return undefined;
  const linesOf = (index: number) => {
    const { start, end } = entries[index]!;
    return { start: commentsAbove(text, lineStart(text, start)), end: nextLine(text, end) };
  };
  const moved = linesOf(source);
  const at = target < source ? linesOf(target).start : linesOf(target).end;
  const lines = text.slice(moved.start, moved.end);
  const needsBreak = at > 0 && text[at - 1] !== "\n";
  const inserted = needsBreak
    ? `\n${lines.trimEnd()}`
    : lines.endsWith("\n")
    ? lines
    : `${lines}\n`;
  return [{ start: at, end: at, text: inserted }, { ...moved, text: "" }];
}
