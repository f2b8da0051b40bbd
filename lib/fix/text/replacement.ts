import type { Path } from "../../core/mod.ts";
import type { EditableDocument } from "../../source/mod.ts";
import { containerAt } from "./container.ts";
import { indentAt, type Splice } from "./splice.ts";
import { blockLines, flowText, isInline, jsonText, layoutOf, scalarLike } from "./value_text.ts";

/** Writes another value where one is. */
export function replacementOf(
  document: EditableDocument,
  path: Path,
  value: unknown,
): readonly Splice[] | undefined {
  const node = document.nodeAt(path);
  if (!node) return undefined;
  const { text } = document;
  const layout = layoutOf(text);
  const before = text.slice(node.value.start, node.value.end);
  if (/^[&!*]/.test(before)) return undefined;
  if (isInline(value)) {
    const isBlock = node.isCollection && !/^[[{]/.test(before);
    if (isBlock && node.key) {
      return [{ start: node.key.end, end: node.value.end, text: `: ${flowText(value, layout)}` }];
    }
    const trailing = /^[|>]/.test(before) && before.endsWith("\n") ? "\n" : "";
    const blank = before === "" ? " " : "";
    return [{ ...node.value, text: blank + scalarLike(before, value, layout) + trailing }];
  }
  const parent = containerAt(document, path.slice(0, -1));
  if (layout.isJson) {
    return [{ ...node.value, text: jsonText(value, indentAt(text, node.value.start)) }];
  }
  if (!parent || parent.isFlow) return [{ ...node.value, text: flowText(value, layout) }];
  const entry = parent.entries[parent.keys.indexOf(path.at(-1)!)]!;
  const column = entry.start - (text.lastIndexOf("\n", entry.start - 1) + 1);
  if (!node.key) {
    const lines = blockLines(value, " ".repeat(column + 2), layout).trimStart();
    return [{ start: entry.start, end: entry.end, text: `- ${lines}` }];
  }
  const step = Array.isArray(value) && layout.isCompact ? 0 : 2;
  const lines = blockLines(value, " ".repeat(column + step), layout);
  return [{ start: node.key.end, end: entry.end, text: `:\n${lines}` }];
}
