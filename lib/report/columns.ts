import Table from "cli-table3";
import pc from "picocolors";
import type { Style } from "./style.ts";
import { printable } from "./text.ts";

/** A table without lines, as kubectl and istioctl print them: nothing between the columns but space. */
const BARE = {
  "top": "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  "bottom": "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  "left": "",
  "left-mid": "",
  "mid": "",
  "mid-mid": "",
  "right": "",
  "right-mid": "",
  "middle": "   ",
};

/** A table in columns as wide as their widest cell, Chinese and emoji counted as terminals show them. */
export function columns(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { color }: Pick<Style, "color">,
): string {
  const { bold } = pc.createColors(color);
  const table = new Table({
    head: head.map(bold),
    chars: BARE,
    style: { "head": [], "border": [], "padding-left": 0, "padding-right": 0 },
  });
  table.push(...rows.map((row) => row.map(printable)));
  return table.toString().split("\n").map((line) => line.trimEnd()).join("\n") + "\n";
}
