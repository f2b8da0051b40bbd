import pc from "picocolors";
import type { TraceHop, TraceReport, TraceStep } from "../../core/mod.ts";
import type { Style } from "../style.ts";
import { oneLine } from "../text.ts";
import { headText, objectText, shareText, SIGNS, stepPainter } from "./head.ts";

/** The way as a tree: hops below the hop that sends to them, steps below each. */
export function traceTree(report: TraceReport, style: Style): string {
  const [first, ...rest] = report.hops;
  if (!first) return headText(report, style) + "\n";
  const root = nodeOf(first, style);
  let sender = root;
  for (const hop of rest) {
    const node = nodeOf(hop, style);
    sender.below.push(node);
    if (hop.role === "gateway" || hop.role === "waypoint") sender = node;
  }
  return `${headText(report, style)}\n\n${lines(root, "", "").join("\n")}\n`;
}

interface Node {
  readonly text: string;
  readonly below: Node[];
}

function nodeOf({ proxies, role, share, steps }: TraceHop, style: Style): Node {
  const { bold } = pc.createColors(style.color);
  const names = proxies.join(", ") || "no proxy";
  return {
    text: bold(oneLine(`${role} ${names} (${shareText(share)})`)),
    below: steps.map((step) => stepNode(step, style)),
  };
}

function stepNode({ at, outcome, decision, objects, details }: TraceStep, style: Style): Node {
  const { cyan, dim } = pc.createColors(style.color);
  const sign = stepPainter(style)(outcome, SIGNS[outcome]);
  return {
    text: `${sign} ${at}: ${oneLine(decision)}`,
    below: [
      ...objects.map((object) => ({ text: cyan(objectText(object)), below: [] })),
      ...details.map((line) => ({ text: dim(oneLine(line)), below: [] })),
    ],
  };
}

function lines({ text, below }: Node, indent: string, branch: string): string[] {
  const deeper = branch === "" ? "" : indent + (branch === "├─ " ? "│  " : "   ");
  return [
    indent + branch + text,
    ...below.flatMap((node, i) => lines(node, deeper, i < below.length - 1 ? "├─ " : "└─ ")),
  ];
}
