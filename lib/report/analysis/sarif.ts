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
  const manuals = new Map(rules.map((rule) => [rule.name, rule]));
  const found: readonly (Finding | SuppressedFinding)[] = [
    ...report.findings,
    ...report.suppressed,
  ];
  const byCode = Map.groupBy(found, ({ code }) => code);
  const ids = [...byCode.keys()].sort();
  return json({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: {
        driver: {
          name: "meshmedic",
          version: VERSION,
          semanticVersion: VERSION,
          rules: ids.map((id) => descriptor(byCode.get(id)!, manuals)),
        },
      },
      columnKind: "utf16CodeUnits",
      invocations: [invocation(report)],
      results: found.map((finding) => result(finding, ids, textOf)),
    }],
  });
}

/** What a code means; where rules share it, what those say that found something. */
function descriptor(
  findings: readonly Finding[],
  manuals: ReadonlyMap<string, Manual>,
): object {
  const { code, name, severity, documentation } = findings[0]!;
  const known = [...new Set(findings.map((finding) => finding.name))].sort()
    .flatMap((each) => manuals.get(each) ?? []);
  const why = known.map((manual) => manual.why).join("\n\n");
  return {
    id: code,
    name: known[0]?.name ?? name,
    shortDescription: { text: known.map(({ title }) => title).join("; ") || name },
    ...(known.length > 0 && {
      fullDescription: { text: why },
      help: { text: `${why}\n\n${known.map(({ remedy }) => remedy).join("\n\n")}` },
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
