import pc from "picocolors";
import type { CheckReport, CheckResult, CheckStatus, CheckTrouble } from "../../core/mod.ts";
import type { Style } from "../style.ts";
import { oneLine, wrap } from "../text.ts";
import { byStage, isRemarkable, verdictOf } from "./verdict.ts";

const SIGNS: Readonly<Record<CheckStatus, string>> = {
  ok: "√",
  error: "×",
  warning: "‼",
  info: "i",
  unknown: "?",
  skipped: "–",
};

/** A hundred pods with the same trouble are no hundred lines. */
const MOST_TROUBLES = 5;

/** Every check with what it saw, for a person at a terminal. */
export function table(report: CheckReport, style: Style): string {
  return render(report, report.checks, style);
}

/** Only the checks that somebody should look at. */
export function short(report: CheckReport, style: Style): string {
  return render(report, report.checks.filter(isRemarkable), style);
}

function render(report: CheckReport, checks: readonly CheckResult[], style: Style): string {
  const { bold, dim } = pc.createColors(style.color);
  const stages = [...byStage(checks)].map(([stage, some]) =>
    [bold(stage), dim("-".repeat(stage.length)), ...some.map((check) => checkText(check, style))]
      .join("\n")
  );
  const isRemarked = checks.some(({ status }) => status === "error" || status === "warning");
  const sign = SIGNS[report.summary.error > 0 ? "error" : isRemarked ? "warning" : "ok"];
  return [...stages, `${sign} ${verdictOf(report)}`].join("\n\n") + "\n";
}

function checkText(check: CheckResult, style: Style): string {
  const { cyan, dim } = pc.createColors(style.color);
  const { status, title, saw, troubles, hint, documentation } = check;
  const paint = painter(style)[status];
  const indent = " ".repeat(4);
  const head = `${paint(SIGNS[status])} ${wrap(title, style.columns, "  ").trimStart()}`;
  const more = troubles.length - MOST_TROUBLES;
  return [
    head,
    ...(saw === "" ? [] : [dim(wrap(saw, style.columns, indent))]),
    ...troubles.slice(0, MOST_TROUBLES).map((each) => troubleText(each, style, indent)),
    ...(more > 0 ? [wrap(`… and ${more} more`, style.columns, indent)] : []),
    ...(hint === undefined ? [] : [
      wrap(`→ ${hint}`, style.columns, indent),
      cyan(`${indent}see ${documentation}`),
    ]),
  ].join("\n");
}

function troubleText(
  { level, source, detail }: CheckTrouble,
  style: Style,
  indent: string,
): string {
  const text = wrap(oneLine(`${source}: ${detail}`), style.columns, indent);
  return painter(style)[level](text);
}

function painter(style: Style): Readonly<Record<CheckStatus, (text: string) => string>> {
  const { blue, dim, green, red, yellow } = pc.createColors(style.color);
  return { ok: green, error: red, warning: yellow, info: blue, unknown: yellow, skipped: dim };
}
