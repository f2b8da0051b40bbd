/** Part of a text, as offsets. */
export interface TextRange {
  /** Offset of the first character. */
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
}

// These marks end a document even inside a quoted or block scalar, so a text can be cut at them without
// being parsed, and a broken document does not harm the next.
const MARK = /(?:^|\n)\uFEFF?(?:---|\.\.\.)(?=[ \t\r\n]|$)/g;
const OPENING_MARK = /^\uFEFF?(?:---|\.\.\.)?(?=\s|$)/;
const CONTENT = /^[ \t]*[^\s#]/m;
const DIRECTIVES = /^(?:%.*|[ \t]*(?:#.*)?)$/;
const JSON_TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/gs;

/** The documents of a YAML stream, each with the mark that opens it. Empty ones are left out. */
export function* documentsOf(text: string): Generator<TextRange> {
  let start = 0;
  for (const { index } of text.matchAll(MARK)) {
    const end = text[index] === "\n" ? index + 1 : index;
    if (isOnlyDirectives(text, start, end)) continue;
    if (hasContent(text, start, end)) yield { start, end };
    start = end;
  }
  if (hasContent(text, start, text.length)) yield { start, end: text.length };
}

/** The values of a JSON stream: one after another, with or without line breaks between them. */
export function* jsonValuesOf(text: string, { start, end }: TextRange): Generator<TextRange> {
  const slice = text.slice(start, end);
  let [depth, from] = [0, 0];
  for (const { 0: token, index } of slice.matchAll(JSON_TOKEN)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    if (depth > 0) continue;
    yield { start: start + from, end: start + index + token.length };
    from = index + token.length;
  }
  if (slice.slice(from).trim() !== "") yield { start: start + from, end };
}

function hasContent(text: string, start: number, end: number): boolean {
  return start < end && CONTENT.test(text.slice(start, end).replace(OPENING_MARK, ""));
}

/** Whether there is nothing but directives, which belong to the document after them. */
function isOnlyDirectives(text: string, start: number, end: number): boolean {
  const slice = text.slice(start, end);
  if (!slice.includes("%")) return false;
  const rest = slice.replace(OPENING_MARK, "");
  return /^%/m.test(rest) && rest.split("\n").every((line) => DIRECTIVES.test(line.trimEnd()));
}
