import { REDACTED, scrub } from "../core/mod.ts";
import { sensitiveValues } from "../evidence/mod.ts";
import type { AccessLogFormat } from "./line_reader.ts";

/** Longest text of a line that is shown. */
const SHOWN_CHARACTERS = 1000;

const QUERY_VALUE = /([?&][\w.~%-]+=)[^&\s"'\\]+/g;

/**
 * Makes a quoter of lines: without the values of queries and of headers such as `cookie`, without what
 * has the form of a secret, and shortened where they are very long.
 */
export function lineQuoter(formats: readonly AccessLogFormat[]): (line: string) => string {
  const finders = formats.flatMap((format) =>
    typeof format === "string" ? [sensitiveValues(format)] : []
  );
  return (line) => {
    let text = line;
    for (const find of finders) {
      for (const value of find(line)) text = text.replaceAll(value, REDACTED);
    }
    text = scrub(text.replaceAll(QUERY_VALUE, `$1${REDACTED}`));
    return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}…`;
  };
}
