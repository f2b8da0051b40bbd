import pc from "picocolors";
import {
  type DiagnosisFinding,
  type DiagnosisReport,
  type Evidence,
  formatRef,
  type Hop,
  type Recommendation,
  type Verdict,
} from "../../core/mod.ts";
import type { Style } from "../style.ts";
import { counted, indented, printable, sentence, wrap } from "../text.ts";
import { questionOf, tagsOf } from "./question.ts";
import { remediesOf } from "./remedies.ts";
import { type Section, sectionsOf } from "./sections.ts";

const SIGNS = { ok: "✓", fail: "✗", unknown: "?" } as const;

/** For a person at a terminal: the answer first, then the way of the request, evidence and remedy. */
export function table(report: DiagnosisReport, style: Style): string {
  const { bold, dim } = pc.createColors(style.color);
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [[bold(title), ...lines.map((line) => dim(wrap(line, style.columns, "  ")))].join("\n")];
  return [
    headline(report, style),
    ...(report.hops.length === 0 ? [] : [path(report.hops, style)]),
    ...sectionsOf(report).map((each) => section(each, style)),
    ...report.findings.map((finding, at) => cause(finding, at + 1, remediesOf(report, at), style)),
    ...list("Not seen", report.gaps.map(({ what, reason }) => `${what}: ${reason}`)),
    ...list("Checked", checked(report.checked)),
  ].join("\n\n") + "\n";
}

const LISTED = 5;
const ROWS_SHOWN = 12;

/** The first rows of a table in words; the other formats have all. */
function section({ title, rows }: Section, { color, columns }: Style): string {
  const { bold, dim } = pc.createColors(color);
  const rest = rows.length - ROWS_SHOWN;
  return [
    bold(title),
    ...rows.slice(0, ROWS_SHOWN).flatMap(({ about, said }) => [
      wrap(about, columns, "  "),
      dim(wrap(said, columns, "      ")),
    ]),
    ...(rest > 0 ? [dim(`  and ${rest} more; -o json lists them`)] : []),
  ].join("\n");
}

function checked(lines: readonly string[]): readonly string[] {
  if (lines.length <= LISTED) return lines;
  return [`${counted(lines.length, "cause")}; -o json lists them`];
}

function headline({ verdict, headline, context }: DiagnosisReport, style: Style): string {
  const { bold, dim } = pc.createColors(style.color);
  const answer = wrap(`${verdict.toUpperCase()}: ${headline}`, style.columns);
  return `${bold(paint(verdict, style)(answer))}\n${dim(wrap(questionOf(context), style.columns))}`;
}

function paint(verdict: Verdict, { color }: Style): (text: string) => string {
  const { green, red, yellow } = pc.createColors(color);
  return { healthy: green, broken: red, degraded: yellow, inconclusive: yellow }[verdict];
}

function path(hops: readonly Hop[], { color, columns }: Style): string {
  const { bold, dim, green, red, yellow } = pc.createColors(color);
  const paints = { ok: green, fail: red, unknown: yellow };
  const width = Math.max(...hops.map(({ at }) => at.length));
  let proxy = "";
  const lines = hops.flatMap((hop) => {
    const sign = paints[hop.outcome](SIGNS[hop.outcome]);
    const margin = " ".repeat(width + 6);
    const object = hop.object === undefined ? "" : ` (${hop.object})`;
    const text = wrap(hop.detail + object, columns, margin).slice(margin.length);
    const moved = hop.proxy !== "" && hop.proxy !== proxy;
    if (moved) proxy = hop.proxy;
    return [
      ...(moved ? [dim(`  in ${printable(hop.proxy)}`)] : []),
      `  ${sign} ${hop.at.padEnd(width)}  ${text}`,
    ];
  });
  return [bold("Path of the request"), ...lines].join("\n");
}

function cause(
  finding: DiagnosisFinding,
  number: number,
  remedies: readonly Recommendation[],
  style: Style,
): string {
  const { bold, cyan, dim } = pc.createColors(style.color);
  const { title, description, resources, evidence } = finding;
  return [
    bold(wrap(`${number}. ${sentence(title)}`, style.columns)),
    dim(wrap(tagsOf(finding), style.columns, "   ")),
    ...(description === "" ? [] : [wrap(description, style.columns, "   ")]),
    ...resources.map((each) => {
      const field = each.path === undefined ? "" : `  ${each.path}`;
      return `   ${cyan(printable(formatRef(each)))}${dim(printable(field))}`;
    }),
    ...harmed(finding, style),
    ...evidence.map((each) => fact(each, style)),
    ...remedies.map((each) => remedy(each, style)),
  ].join("\n");
}

const HARMED_SHOWN = 5;

function harmed({ affects = [] }: DiagnosisFinding, { color, columns }: Style): string[] {
  const { dim } = pc.createColors(color);
  const rest = affects.length - HARMED_SHOWN;
  return [
    ...affects.slice(0, HARMED_SHOWN).map((each) => wrap(`harms ${each}`, columns, "   ")),
    ...(rest > 0 ? [dim(`   and ${rest} more`)] : []),
  ];
}

function fact({ supports, source, detail }: Evidence, { color, columns }: Style): string {
  const { dim, green, yellow } = pc.createColors(color);
  const sign = supports ? green("+") : yellow("-");
  return `   ${sign} ${wrap(detail, columns, "     ").trimStart()}\n${
    dim(wrap(source, columns, "       "))
  }`;
}

function remedy({ title, description, action, patch }: Recommendation, style: Style): string {
  const { bold, cyan, green } = pc.createColors(style.color);
  return [
    `   ${bold(green("Remedy:"))} ${wrap(title, style.columns, "           ").trimStart()}`,
    ...(description === "" ? [] : [wrap(description, style.columns, "     ")]),
    ...(action === undefined ? [] : [cyan(indented(action, "       "))]),
    ...(patch === undefined ? [] : [indented(patch, "       ")]),
  ].join("\n");
}
