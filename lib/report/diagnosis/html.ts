import {
  type DiagnosisFinding,
  type DiagnosisReport,
  formatRef,
  type Hop,
  type Recommendation,
} from "../../core/mod.ts";
import { bullets, element, reportPage } from "../html.ts";
import { sentence } from "../text.ts";
import { pathPicture } from "./path_picture.ts";
import { questionOf, tagsOf } from "./question.ts";
import { remediesOf } from "./remedies.ts";
import { type Section, sectionsOf } from "./sections.ts";

const SIGNS = { ok: "✓", fail: "✗", unknown: "?" } as const;
const CLASSES = { ok: "good", fail: "bad", unknown: "warn" } as const;
const VERDICTS = {
  healthy: "good",
  degraded: "warn",
  broken: "bad",
  inconclusive: "warn",
} as const;

/** One page to send around: the answer, the picture of the path, evidence, and remedies to copy. */
export function html(report: DiagnosisReport): string {
  const { verdict, headline, context, timestamp, hops, findings, gaps } = report;
  return reportPage(
    headline,
    [
      element("p", `meshmedic diagnose ${report.issueType} · ${timestamp}`, "soft"),
      element("span", verdict, `tag ${VERDICTS[verdict]}`),
      element("h1", headline),
      element("p", questionOf(context), "soft"),
      pathPicture(report),
      ...(hops.length === 0 ? [] : [hopTable(hops)]),
      ...sectionsOf(report).flatMap((each) => [element("h2", each.title), sectionTable(each)]),
      ...(findings.length === 0 ? [] : [element("h2", "Causes")]),
      ...findings.map((finding, at) => card(finding, at + 1, remediesOf(report, at))),
      ...(gaps.length === 0 ? [] : [
        element("h2", "Not seen"),
        bullets(gaps.map(({ what, reason }) => `${what}: ${reason}`)),
      ]),
      ...(report.checked.length === 0
        ? []
        : [element("h2", "Checked"), element("p", report.checked.join(", "), "soft")]),
    ].join("\n"),
  );
}

function hopTable(hops: readonly Hop[]): string {
  const rows = hops.map(({ at, outcome, detail, object = "", proxy }) =>
    `<tr>${element("td", `${SIGNS[outcome]} ${at}`, CLASSES[outcome])}${element("td", detail)}<td>${
      element("code", object)
    }</td><td>${element("code", proxy)}</td></tr>`
  );
  return `<table>\n<tr><th>Hop</th><th>What happened</th><th>Object</th><th>Proxy</th></tr>\n${
    rows.join("\n")
  }\n</table>`;
}

function sectionTable({ heads, rows }: Section): string {
  const head = heads.map((each) => element("th", each)).join("");
  const lines = rows.map(({ cells }) =>
    `<tr>${
      cells.map((cell) => element("td", cell, isShort(cell) ? "short" : undefined)).join("")
    }</tr>`
  );
  return `<table>\n<tr>${head}</tr>\n${lines.join("\n")}\n</table>`;
}

/** Figures such as `3017 ms` stay on one line. */
function isShort(cell: string): boolean {
  return cell.length <= 12;
}

function card(
  finding: DiagnosisFinding,
  number: number,
  remedies: readonly Recommendation[],
): string {
  const objects = finding.resources.map((each) =>
    `<li>${element("code", formatRef(each))} ${element("span", each.path ?? "", "soft")}</li>`
  );
  const facts = finding.evidence.map(({ supports, detail, source }) =>
    `<tr>${element("td", supports ? "for" : "against", supports ? "good" : "warn")}${
      element("td", detail)
    }<td>${element("code", source)}</td></tr>`
  );
  return [
    `<section class="card">`,
    element("h3", `${number}. ${sentence(finding.title)}`),
    element("p", tagsOf(finding), "soft"),
    element("p", finding.description),
    ...(objects.length === 0 ? [] : [`<ul>\n${objects.join("\n")}\n</ul>`]),
    ...(finding.affects?.length ? [bullets(finding.affects.map((each) => `harms ${each}`))] : []),
    ...(facts.length === 0 ? [] : [`<table>\n${facts.join("\n")}\n</table>`]),
    ...remedies.map(remedy),
    "</section>",
  ].join("\n");
}

function remedy({ title, description, action, patch }: Recommendation): string {
  return [
    `<h3 class="good">Remedy</h3>`,
    element("p", title),
    element("p", description, "soft"),
    ...(action === undefined ? [] : [element("pre", action)]),
    ...(patch === undefined ? [] : [element("pre", patch)]),
  ].join("\n");
}
