import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

/** The difference of a file before and after as a unified diff, as `git apply` reads it; a new file was none. */
export function unifiedDiff(file: string, before: string | undefined, after: string): string {
  const name = file.replace(/^(?:\.\/)*\/*/, "");
  const old = before === undefined ? "/dev/null" : `a/${name}`;
  return createTwoFilesPatch(old, `b/${name}`, before ?? "", after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
