import {
  type AnalysisReport,
  type Finding,
  formatRef,
  type Manual,
  type SuppressedFinding,
  VERSION,
} from "../../core/mod.ts";
import { json } from "../document.ts";
import type { Presentation } from "../presentation.ts";
import { printable } from "../text.ts";
import { notChecked } from "./summary.ts";
import { textEdit } from "./text_edit.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** SARIF 2.1.0, as code-scanning services read it; valid also when nothing was found. */
export function sarif(report: AnalysisReport, { rules = [], textOf }: Presentation): string {
  const manuals = new Map(rules.map((rule) => [rule.code, rule]));
  const found: readonly (Finding | SuppressedFinding)[] = [
    ...report.findings,
    ...report.suppressed,
  ];
  const ruleOf = new Map(found.map((finding) => [finding.code, finding]));
  const ids = [...ruleOf.keys()].sort();
  return json({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: {
        driver: {
          name: "meshmedic",
          version: VERSION,
          semanticVersion: VERSION,
          rules: ids.map((id) => descriptor(ruleOf.get(id)!, manuals.get(id))),
        },
      },
      columnKind: "utf16CodeUnits",
      invocations: [invocation(report)],
      results: found.map((finding) => result(finding, ids, textOf)),
    }],
  });
}

function descriptor({ code, name, severity, documentation }: Finding, manual?: Manual): object {
  return {
    id: code,
    name,
    shortDescription: { text: manual?.title ?? name },
    ...(manual && {
      fullDescription: { text: manual.why },
      help: { text: `${manual.why}\n\n${manual.remedy}` },
    }),
    helpUri: documentation,
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

/** What was not seen stands in the log too: a silent green would be a lie. */
function invocation(report: AnalysisReport): object {
  return {
    executionSuccessful: !report.skipped.some(({ crashed }) => crashed),
    endTimeUtc: report.takenAt,
    toolExecutionNotifications: notChecked(report).map(({ what, reason }) =>
      notification(`Not checked: ${what}: ${reason}`)
    ),
  };
}

function notification(text: string): object {
  return { level: "warning", message: { text: printable(text) } };
}

function result(
  finding: Finding | SuppressedFinding,
  ids: readonly string[],
  textOf: Presentation["textOf"],
): object {
  const { code, severity, message, fingerprint, resource, path, location, fix } = finding;
  const edit = textEdit(finding, textOf);
  return {
    ruleId: code,
    ruleIndex: ids.indexOf(code),
    level: LEVELS[severity],
    message: { text: printable(message) },
    locations: [{
      ...(location && { physicalLocation: physicalLocation(finding) }),
      logicalLocations: [{
        fullyQualifiedName: formatRef(resource) + (path === undefined ? "" : ` ${path}`),
        kind: "resource",
      }],
    }],
    partialFingerprints: { "meshmedic/v1": fingerprint },
    ...(edit && fix && location && {
      fixes: [{
        description: { text: fix.title },
        artifactChanges: [{
          artifactLocation: { uri: uri(location.file) },
          replacements: [edit],
        }],
      }],
    }),
    ...("suppression" in finding && { suppressions: [suppression(finding)] }),
    ...(fix && { properties: { fix } }),
  };
}

function suppression({ suppression: { by, reason } }: SuppressedFinding): object {
  return {
    kind: by === "annotation" || by === "comment" ? "inSource" : "external",
    ...(reason !== undefined && { justification: printable(reason) }),
  };
}

function physicalLocation({ location }: Finding): object | undefined {
  return location && {
    artifactLocation: { uri: uri(location.file) },
    region: { startLine: location.line, startColumn: location.column },
  };
}

/** A relative or absolute path as a URI reference. */
function uri(file: string): string {
  const encoded = file.split("/").map(encodeURIComponent).join("/");
  return file.startsWith("/") ? `file://${encoded}` : encoded.replace(/^\.\//, "");
}
