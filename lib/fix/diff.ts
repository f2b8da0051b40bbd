import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

/** The difference of a file before and after as a unified diff, as `git apply` reads it. */
export function unifiedDiff(file: string, before: string, after: string): string {
  const name = file.replace(/^(?:\.\/)*\/*/, "");
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
