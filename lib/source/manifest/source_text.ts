import type { Location } from "../../core/mod.ts";

/** A text and the file it came from; finds lines when asked. */
export class SourceText {
  #lineStarts: Uint32Array | undefined;

  /** Names a text. */
  constructor(
    /** File as the user named it. */
    readonly file: string,
    /** All of its text. */
    readonly text: string,
  ) {}

  /** Line and column of an offset, both from 1; columns count UTF-16 units, as editors do. */
  locate(offset: number): Location {
    const starts = this.#lineStarts ??= lineStarts(this.text);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { file: this.file, line: low + 1, column: Math.max(offset - starts[low]!, 0) + 1 };
  }
}

function lineStarts(text: string): Uint32Array {
  // A byte order mark takes no column.
  const starts = [text.startsWith("\uFEFF") ? 1 : 0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return Uint32Array.from(starts);
}
