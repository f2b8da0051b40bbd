/** A comment that silences rules: `# meshmedic: ignore CODE[,CODE] reason`. */
export interface SilencingComment {
  /** The file. */
  readonly file: string;
  /** Its line, from 1. */
  readonly line: number;
  /** Its column, from 1. */
  readonly column: number;
  /** Codes or names of rules; `*` stands for any text in them. */
  readonly rules: readonly string[];
  /** Why; `""` where nobody said it, and then it silences nothing. */
  readonly reason: string;
  /** The first line that it speaks for. */
  readonly from: number;
  /** The last line that it speaks for. */
  readonly to: number;
}

const MARK = "meshmedic:";
const COMMENT = /(?:^|\s)#\s*meshmedic:\s*ignore(?![\w-])[ \t]*(\S*)[ \t]*(?:--|:)?[ \t]*(.*?)\s*$/;
const OWN_LINE = /^\s*#/;
const OPENING = /^(?:---|\.\.\.)(?=\s|$)/;

/**
 * The comments of a file that silence rules. One behind a value speaks for its line, one on a line of its own
 * for the next line that is no comment, and one above all content of a document for all of the document.
 */
export function silencingComments(text: string, file: string): readonly SilencingComment[] {
  if (!text.includes(MARK)) return [];
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, i) => {
    const match = line.includes(MARK) ? COMMENT.exec(line) : null;
    if (!match) return [];
    const [, words = "", reason = ""] = match;
    return [{
      file,
      line: i + 1,
      column: line.indexOf("#", match.index) + 1,
      rules: words.split(",").filter((word) => word !== ""),
      reason,
      ...(OWN_LINE.test(line) ? scopeOf(lines, i) : { from: i + 1, to: i + 1 }),
    }];
  });
}

function scopeOf(lines: readonly string[], i: number): { from: number; to: number } {
  const isContent = (line: string) => line.trim() !== "" && !OWN_LINE.test(line);
  const next = lines.findIndex((line, j) => j > i && isContent(line));
  const before = lines.findLastIndex((line, j) => j < i && isContent(line));
  const isHead = before < 0 || OPENING.test(lines[before]!);
  if (!isHead) return { from: next + 1, to: next + 1 };
  const end = lines.findIndex((line, j) => j > i && OPENING.test(line));
  return { from: i + 1, to: end < 0 ? lines.length : end };
}
