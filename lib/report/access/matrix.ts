import pc from "picocolors";
import { type AccessMatrix, type AccessMatrixCell, inCluster } from "../../core/mod.ts";
import { counted, oneLine, wrap } from "../text.ts";
import type { Style } from "../style.ts";
import { answerPainter } from "./check.ts";

/** Who may call what, for a person at a terminal: sources with the same answer stand together. */
export function matrixTable({ cells }: AccessMatrix, style: Style): string {
  const { bold } = pc.createColors(style.color);
  const byDestination = Map.groupBy(
    cells,
    ({ destination, cluster }) => `${destination}${inCluster(cluster)}`,
  );
  const blocks = [...byDestination].map(([destination, cells]) =>
    [
      bold(oneLine(destination)),
      ...[...Map.groupBy(cells, ({ answer, reason }) => `${answer} ${reason}`).values()]
        .map((group) => groupText(group, style)),
    ].join("\n")
  );
  const sources = new Set(cells.map(({ source }) => source)).size;
  const destinations = new Set(cells.map(({ destination }) => destination)).size;
  const summary = `${counted(destinations, "destination")}, ${counted(sources, "source")}`;
  return [...blocks, bold(summary)].join("\n\n") + "\n";
}

function groupText(group: readonly AccessMatrixCell[], style: Style): string {
  const { dim } = pc.createColors(style.color);
  const [first] = group;
  if (first === undefined) return "";
  const indent = " ".repeat(11);
  const sources = group.map(({ source, sourceCluster }) => `${source}${inCluster(sourceCluster)}`)
    .join(", ");
  return [
    `  ${answerPainter(style)(first.answer, first.answer.padEnd(9))}` +
    wrap(sources, style.columns, indent).trimStart(),
    dim(wrap(first.reason, style.columns, indent)),
  ].join("\n");
}
