import { type Event, parseEvents, YAMLException } from "js-yaml";
import { MAX_DEPTH } from "../json.ts";
import { withTrailingColons } from "./trailing_colon.ts";

/** The syntax of a text. */
export interface Syntax {
  /** What the parser saw. */
  readonly events: Event[];
  /** The text that the offsets of the events count in; it may have more spaces than the given one. */
  readonly source: string;
  /** The offset in the given text of an offset in `source`. */
  toGiven(offset: number): number;
}

/** A document that cannot be read. The message is a clause that names what is wrong. */
export class SyntaxProblem extends Error {
  /** Always `"SyntaxProblem"`. */
  override readonly name = "SyntaxProblem";

  /** Describes what is wrong. */
  constructor(
    message: string,
    /** Where, as an offset into the given text. */
    readonly offset: number,
  ) {
    super(message);
  }

  /** What a parser threw, clearer where a usual mistake lies behind it. */
  static of(error: unknown, { toGiven }: Pick<Syntax, "toGiven">): SyntaxProblem {
    if (error instanceof SyntaxProblem) return error;
    if (!(error instanceof YAMLException)) return new SyntaxProblem(String(error), 0);
    const { reason, mark } = error;
    return new SyntaxProblem(reworded(reason), toGiven(mark?.position ?? 0));
  }
}

function reworded(reason: string): string {
  // What the parser says may quote the text.
  const brief = reason.slice(0, 200);
  if (/^(?:unidentified alias|name of an alias node)/.test(brief)) {
    return `${brief}; a text that starts with * needs quotes`;
  }
  return brief.includes("support complex keys") ? "a map or a list is used as a key" : brief;
}

const DEFICIENT = "deficient indentation";
const INDENT = " ".repeat(200);
// Each line that is indented too little costs another pass over the document.
const MAX_REPEATED = 20_000_000;

/**
 * The syntax of a document. As kubectl does and YAML 1.2 does not, it accepts lines in brackets or quotes
 * that are indented no more than the key, such as a closing bracket below it: they are read as if indented.
 * Throws a {@linkcode SyntaxProblem}.
 */
export function syntaxOf(text: string): Syntax {
  const indented: number[] = [];
  const toGiven = (offset: number) => givenOffset(offset, indented);
  for (let source = text, repeated = 0;; repeated += text.length) {
    try {
      const events = withTrailingColons(parseEvents(source, { maxDepth: MAX_DEPTH }), source);
      return { events, source, toGiven };
    } catch (error) {
      const problem = SyntaxProblem.of(error, { toGiven });
      const line = lineStart(text, problem.offset);
      const isCurable = problem.message === DEFICIENT && !indented.includes(line);
      if (!isCurable || repeated > MAX_REPEATED) throw problem;
      indented.push(line);
      source = withIndent(text, indented.sort((a, b) => a - b));
    }
  }
}

/** Where the line of an offset starts; for YAML a carriage return ends a line too. */
function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

function withIndent(text: string, lineStarts: readonly number[]): string {
  const ends = [...lineStarts, text.length];
  return text.slice(0, ends[0]) +
    lineStarts.map((start, i) => INDENT + text.slice(start, ends[i + 1])).join("");
}

function givenOffset(offset: number, lineStarts: readonly number[]): number {
  let before = 0;
  for (const start of lineStarts) {
    if (start + before >= offset) break;
    before += Math.min(INDENT.length, offset - start - before);
  }
  return offset - before;
}
