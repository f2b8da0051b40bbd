import { type AnalysisReport, type Finding, formatRef, VERSION } from "../../core/mod.ts";
import { json } from "../document.ts";
import type { Presentation, RuleManual } from "../presentation.ts";
import { printable } from "../text.ts";
import { textEdit } from "./text_edit.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** SARIF 2.1.0, as code-scanning services read it; valid also when nothing was found. */
export function sarif(report: AnalysisReport, { rules = [], textOf }: Presentation): string {
  const manuals = new Map(rules.map((rule) => [rule.code, rule]));
  const ruleOf = new Map(report.findings.map((finding) => [finding.code, finding]));
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
      results: report.findings.map((finding) => result(finding, ids, textOf)),
    }],
  });
}

function descriptor({ code, name, severity, documentation }: Finding, manual?: RuleManual): object {
  return {
    id: code,
    name,
    shortDescription: { text: manual?.title ?? name },
    ...(manual && {
      fullDescription: { text: manual.docs.why },
      help: { text: `${manual.docs.why}\n\n${manual.docs.remedy}` },
    }),
    helpUri: documentation,
    defaultConfiguration: { level: LEVELS[manual?.severity ?? severity] },
  };
}

/** What was not seen stands in the log too: a silent green would be a lie. */
function invocation({ gaps, skipped, takenAt }: AnalysisReport): object {
  return {
    executionSuccessful: true,
    endTimeUtc: takenAt,
    toolExecutionNotifications: [
      ...gaps.map(({ what, reason }) => notification(`Not read: ${what}: ${reason}`)),
      ...skipped.map(({ rule, reason }) => notification(`Not checked: ${rule}: ${reason}`)),
    ],
  };
}

function notification(text: string): object {
  return { level: "warning", message: { text: printable(text) } };
}

function result(
  finding: Finding,
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
    ...(fix && { properties: { fix } }),
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
