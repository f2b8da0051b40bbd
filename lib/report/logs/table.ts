import pc from "picocolors";
import type { LogGroup, LogLine, LogReport } from "../../core/mod.ts";
import type { Style } from "../style.ts";
import { counted, oneLine, sentence, wrap } from "../text.ts";

/** For a person at a terminal: what was read, then every group with cause and remedy. */
export function logTable(report: LogReport, style: Style): string {
  const { bold, dim, yellow } = pc.createColors(style.color);
  const { groups, unreadable, leftOut, lines, gaps } = report;
  const further = lines.unreadable - unreadable.length;
  const failures = groups.filter(({ isFailure }) => isFailure);
  return [
    bold(headline(report)),
    ...failures.map((group) => failureText(group, style)),
    ...fineText(groups.filter(({ isFailure }) => !isFailure), style),
    ...(leftOut === 0 ? [] : [yellow(`${counted(leftOut, "further line")} left out`)]),
    ...(unreadable.length === 0 ? [] : [[
      yellow(`${counted(lines.unreadable, "line")} of no known form`),
      ...unreadable.map((line) => dim(lineText(line, style))),
      ...(further === 0 ? [] : [dim(`  and ${further} more`)]),
    ].join("\n")]),
    ...gaps.map(({ what, reason }) => dim(wrap(`Not seen: ${what}: ${reason}`, style.columns))),
  ].join("\n\n") + "\n";
}

function headline({ groups, lines, leftOut }: LogReport): string {
  const failed = groups.reduce((sum, { isFailure, count }) => isFailure ? sum + count : sum, 0);
  const read = [
    ...(lines.requests > 0 || lines.ztunnel === 0 ? [counted(lines.requests, "request")] : []),
    ...(lines.ztunnel > 0 ? [counted(lines.ztunnel, "connection") + " of ztunnel"] : []),
    ...(lines.messages > 0 ? [counted(lines.messages, "message")] : []),
    ...(lines.older > 0 ? [`${lines.older} older`] : []),
    ...(lines.unreadable > 0 ? [`${lines.unreadable} unreadable`] : []),
  ];
  const atLeast = leftOut > 0 ? "at least " : "";
  return `${read.join(", ")}; ${
    failed === 0 ? "no failure" : atLeast + counted(failed, "failure")
  }`;
}

function failureText(group: LogGroup, style: Style): string {
  const { bold, dim, green, red } = pc.createColors(style.color);
  const { count, summary, remedy, producedBy, example, server } = group;
  const indent = "     ";
  return [
    bold(red(`${count} ×`)) + " " +
    wrap(sentence(summary), style.columns, indent).trimStart(),
    wrap(whatText(group), style.columns, indent),
    dim(wrap(`Produced by: ${producedBy}`, style.columns, indent)),
    ...group.signs.map(({ field, value, cause }) =>
      dim(wrap(`${field} ${oneLine(value)}: ${cause}`, style.columns, indent))
    ),
    ...(remedy === undefined ? [] : [
      `${indent}${green("Remedy:")} ${wrap(remedy, style.columns, indent + "        ").trim()}`,
    ]),
    dim(indent + lineText(example, style).trimStart()),
    ...(server ? [dim(`${indent}server ${lineText(server, style).trimStart()}`)] : []),
  ].join("\n");
}

/** What was asked, where it went, when, and how long it took. */
function whatText({ code, requests, destination, first, last, durationMs }: LogGroup): string {
  return oneLine([
    ...(code === undefined ? [] : [String(code)]),
    ...(requests.length === 0 ? [] : [requests.join(", ")]),
    ...(destination === "" ? [] : [`→ ${destination}`]),
    ...(first === undefined ? [] : [first === last ? first : `${first} – ${last}`]),
    ...(durationMs === undefined ? [] : [`mean ${durationMs.mean} ms, max ${durationMs.max} ms`]),
  ].join("  "));
}

function fineText(groups: readonly LogGroup[], style: Style): string[] {
  if (groups.length === 0) return [];
  const { green } = pc.createColors(style.color);
  return [
    groups.map((group) =>
      `${green(`${group.count} ×`)} ${wrap(whatText(group), style.columns, "     ").trimStart()}`
    ).join("\n"),
  ];
}

function lineText({ at, line, text }: LogLine, { columns }: Style): string {
  const place = oneLine(line === undefined ? at : `${at}:${line}`);
  const room = Math.max(20, columns - place.length - 16);
  const whole = oneLine(text);
  return `  ${place}  ${whole.length > room ? `${whole.slice(0, room)}…` : whole}`.trimEnd();
}
