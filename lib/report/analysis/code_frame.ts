import pc from "picocolors";
import type { Location } from "../../core/mod.ts";
import type { Style } from "../style.ts";
import { printable } from "../text.ts";
import { scalarLength } from "./scalar.ts";

const CONTEXT_LINES = 2;

/** The lines around a place, with a mark below it; `undefined` where the text has no such line. */
export function codeFrame(
  text: string,
  { line, column }: Location,
  { color, columns }: Style,
): string | undefined {
  const { dim, red } = pc.createColors(color);
  const lines = text.trimEnd().split("\n");
  const marked = lines[line - 1];
  if (marked === undefined) return undefined;
  const first = Math.max(1, line - CONTEXT_LINES);
  const last = Math.min(lines.length, line + CONTEXT_LINES);
  const gutter = String(last).length;
  const width = Math.max(20, columns - gutter - 5);
  const frame: string[] = [];
  for (let at = first; at <= last; at++) {
    const content = printable((lines[at - 1] ?? "").replace(/\r$/, "")).replaceAll("\t", " ");
    frame.push(
      `${dim(`  ${String(at).padStart(gutter)} |`)} ${content.slice(0, width)}`.trimEnd(),
    );
    if (at !== line || column > width) continue;
    const length = Math.min(width - column + 1, Math.max(1, scalarLength(marked, column)));
    frame.push(
      `${dim(`  ${" ".repeat(gutter)} |`)} ${" ".repeat(column - 1)}${red("^".repeat(length))}`,
    );
  }
  return frame.join("\n");
}
