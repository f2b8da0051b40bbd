import { type AnalysisReport, type Finding, formatRef } from "../../core/mod.ts";
import { bullets, element, reportPage } from "../html.ts";
import type { Presentation } from "../presentation.ts";
import { escapeMarkup } from "../text.ts";
import { codeFrame } from "./code_frame.ts";
import { place } from "./line.ts";
import { notChecked, summaryOf } from "./summary.ts";

const CLASSES = { error: "bad", warning: "warn", info: "note" } as const;

/** One page to send around: every finding with its place, and what was not checked. */
export function html(report: AnalysisReport, { textOf }: Presentation): string {
  const unseen = notChecked(report).map(({ what, reason }) => `${what}: ${reason}`);
  const summary = summaryOf(report);
  return reportPage(
    `meshmedic: ${summary}`,
    [
      element("p", `meshmedic analyze · ${report.source.detail} · ${report.takenAt}`, "soft"),
      element("h1", summary),
      ...report.findings.map((finding) => card(finding, textOf)),
      ...(unseen.length === 0 ? [] : [element("h2", "Not checked"), bullets(unseen)]),
    ].join("\n"),
  );
}

function card(finding: Finding, textOf: Presentation["textOf"]): string {
  const { severity, code, name, message, resource, location, path, fix, documentation } = finding;
  const text = location && textOf?.(location.file);
  const frame = location && text !== undefined
    ? codeFrame(text, location, { color: false, columns: 120 })
    : undefined;
  const link = `<a href="${escapeMarkup(documentation)}">${escapeMarkup(code)}</a>`;
  return [
    `<section class="card">`,
    `<h3>${element("span", severity, `tag ${CLASSES[severity]}`)} ${link} ${
      element("span", name, "soft")
    }</h3>`,
    element("p", message),
    `<p>${element("code", formatRef(resource))} ${
      element("span", location === undefined ? path ?? "" : place(finding), "soft")
    }</p>`,
    ...(frame === undefined ? [] : [element("pre", frame)]),
    ...(fix === undefined
      ? []
      : [element("p", `Fix (${fix.applicability}): ${fix.title}`, "good")]),
    "</section>",
  ].join("\n");
}
