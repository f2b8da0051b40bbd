import pc from "picocolors";
import type { TraceHop, TraceReport, TraceStep } from "../../core/mod.ts";
import type { Style } from "../style.ts";
import { oneLine, printable, wrap } from "../text.ts";
import { headText, objectText, shareText, SIGNS, stepPainter } from "./head.ts";

const WIDTH = "external authorization".length;

/** For a person at a terminal: the answer, then every decision of every proxy on the way. */
export function traceTable(report: TraceReport, style: Style): string {
  const { dim } = pc.createColors(style.color);
  return [
    headText(report, style),
    ...report.hops.map((hop) => hopText(hop, style)),
    ...report.gaps.map(({ what, reason }) =>
      dim(wrap(`Not seen: ${what}: ${reason}`, style.columns))
    ),
  ].join("\n\n") + "\n";
}

function hopText({ proxies, role, via, share, steps }: TraceHop, style: Style): string {
  const { bold } = pc.createColors(style.color);
  const names = proxies.join(", ") || "no proxy";
  const from = via === "" ? "" : `, via ${via}`;
  return [
    bold(wrap(`${role} ${names} (${shareText(share)} of requests${from})`, style.columns)),
    ...steps.map((step) => stepText(step, style)),
  ].join("\n");
}

function stepText({ at, outcome, decision, objects, details }: TraceStep, style: Style): string {
  const { cyan, dim } = pc.createColors(style.color);
  const indent = " ".repeat(WIDTH + 6);
  const head = `  ${stepPainter(style)(outcome, SIGNS[outcome])} ${printable(at).padEnd(WIDTH)}  `;
  return [
    head + wrap(oneLine(decision), style.columns, indent).trimStart(),
    ...objects.map((object) => cyan(wrap(objectText(object), style.columns, indent))),
    ...details.map((line) => dim(wrap(oneLine(line), style.columns, indent))),
  ].join("\n");
}
