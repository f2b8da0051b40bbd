/** A table as data. */
export interface TextTable {
  /** Names of the columns. */
  readonly header: readonly string[];
  /** Cells, row by row, as many as there are columns. */
  readonly rows: readonly (readonly string[])[];
  /** Blanks between columns. */
  readonly gap: number;
}

/**
 * A table as text, laid out as Go's tabwriter does it: every column but the last is as wide as its widest
 * cell plus the gap, also where all its cells are empty.
 */
export function formatTable({ header, rows, gap }: TextTable): string {
  return alignCells(header.length === 0 ? rows : [header, ...rows], gap);
}

function alignCells(lines: readonly (readonly string[])[], gap: number): string {
  const widths: number[] = [];
  for (const cells of lines) {
    for (const [i, cell] of cells.entries()) {
      widths[i] = Math.max(widths[i] ?? 0, lengthOf(cell) + gap);
    }
  }
  return lines.map((cells) =>
    cells.map((cell, i) =>
      i === cells.length - 1 ? cell : cell + " ".repeat((widths[i] ?? 0) - lengthOf(cell))
    ).join("") + "\n"
  ).join("");
}

/** In code points, as tabwriter counts. */
function lengthOf(cell: string): number {
  let length = 0;
  for (const _ of cell) length++;
  return length;
}
