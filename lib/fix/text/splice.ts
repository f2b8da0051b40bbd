import type { TextRange } from "../../source/mod.ts";

/** Text that takes the place of a part of another. */
export interface Splice extends TextRange {
  /** What comes. */
  readonly text: string;
}

/** The text after some splices that do not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let at = 0;
  for (const { start, end, text: inserted } of ordered) {
    result += text.slice(at, start) + inserted;
    at = end;
  }
  return result + text.slice(at);
}

/** Where the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line after that of an offset starts; the length of the text on the last one. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

/** The blanks that a line starts with. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))![0];
}

/** Where the comments start that stand right above a line and are indented alike. */
export function commentsAbove(text: string, start: number): number {
  const indent = /^[ ]*/.exec(text.slice(start))![0];
  let first = start;
  while (first > 0) {
    const above = lineStart(text, first - 1);
    if (!text.slice(above, first).startsWith(`${indent}#`)) break;
    first = above;
  }
  return first;
}
