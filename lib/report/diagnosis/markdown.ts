import {
  type DiagnosisFinding,
  type DiagnosisReport,
  formatRef,
  type Recommendation,
} from "../../core/mod.ts";
import { codeBlock, codeSpan, markdownText } from "../markdown.ts";
import { sentence } from "../text.ts";
import { questionOf, tagsOf } from "./question.ts";
import { remediesOf } from "./remedies.ts";
import { type Section, sectionsOf } from "./sections.ts";

const SIGNS = { ok: "✅", fail: "❌", unknown: "❔" } as const;

/** The diagnosis for a ticket. */
export function markdown(report: DiagnosisReport): string {
  const { headline, verdict, context, timestamp, findings, hops, gaps } = report;
  return [
    `## ${markdownText(headline)}`,
    `**${verdict}** · ${codeSpan(questionOf(context))} · ${timestamp}`,
    ...(hops.length === 0 ? [] : [
      "### Path of the request",
      [
        "| | Hop | What happened | Object | Proxy |",
        "| --- | --- | --- | --- | --- |",
        ...hops.map(({ at, outcome, detail, object, proxy }) =>
          `| ${SIGNS[outcome]} | ${at} | ${markdownText(detail)} | ${optional(object)} | ${
            optional(proxy)
          } |`
        ),
      ].join("\n"),
    ]),
    ...sectionsOf(report).flatMap((each) => [`### ${each.title}`, sectionTable(each)]),
    ...findings.flatMap((finding, at) => section(finding, at + 1, remediesOf(report, at))),
    ...list("Not seen", gaps.map(({ what, reason }) => `${what}: ${reason}`)),
    ...list("Checked", report.checked),
  ].join("\n\n") + "\n";
}

function sectionTable({ heads, rows }: Section): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(" | ")} |`;
  return [
    line(heads),
    line(heads.map(() => "---")),
    ...rows.map(({ cells }) => line(cells)),
  ].join("\n");
}

function section(
  finding: DiagnosisFinding,
  number: number,
  remedies: readonly Recommendation[],
): string[] {
  return [
    `### ${number}. ${markdownText(sentence(finding.title))}`,
    codeSpan(tagsOf(finding)),
    ...(finding.description === "" ? [] : [markdownText(finding.description)]),
    finding.resources.map((each) =>
      `- ${codeSpan(formatRef(each) + (each.path === undefined ? "" : ` ${each.path}`))}`
    ).join("\n"),
    (finding.affects ?? []).map((each) => `- harms ${markdownText(each)}`).join("\n"),
    finding.evidence.map(({ supports, detail, source }) =>
      `- ${supports ? "for" : "against"}: ${markdownText(detail)} (${codeSpan(source)})`
    ).join("\n"),
    ...remedies.flatMap(remedy),
  ].filter((block) => block !== "");
}

function remedy({ title, description, action, patch }: Recommendation): string[] {
  return [
    `**Remedy:** ${markdownText(title)}`,
    ...(description === "" ? [] : [markdownText(description)]),
    ...(action === undefined ? [] : [codeBlock("sh", action)]),
    ...(patch === undefined ? [] : [codeBlock("yaml", patch)]),
  ];
}

function list(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`### ${title}`, lines.map((line) => `- ${markdownText(line)}`).join("\n")];
}

function optional(text = ""): string {
  return text === "" ? "" : codeSpan(text);
}
