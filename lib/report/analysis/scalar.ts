const SCALAR = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'|>&*!{[#][^#,\]}\r]*)/;

/** Length of the plain or quoted scalar that starts at `column` (from 1) of a line; 0 where none does. */
export function scalarLength(line: string, column: number): number {
  return SCALAR.exec(line.slice(column - 1))?.[0].trimEnd().length ?? 0;
}
