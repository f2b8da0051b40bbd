import pc from "picocolors";
import type { Style } from "./style.ts";
import { printable } from "./text.ts";

/** A table without lines, as kubectl and istioctl print them; the last column is as wide as it is. */
export function columns(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { color }: Pick<Style, "color">,
): string {
  const { bold } = pc.createColors(color);
  const widths = head.map((title, at) =>
    Math.max(...[title, ...rows.map((row) => row[at] ?? "")].map((cell) => cell.length))
  );
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => printable(cell).padEnd(widths[at] ?? 0)).join("   ").trimEnd();
  return [bold(line(head)), ...rows.map(line)].join("\n") + "\n";
}
