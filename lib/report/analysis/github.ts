import { type AnalysisReport, type Finding, formatRef } from "../../core/mod.ts";
import { printable } from "../text.ts";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;

/** Workflow commands, which GitHub Actions shows at the line of a pull request. */
export function github(report: AnalysisReport): string {
  return report.findings.map(annotation).join("");
}

function annotation({ code, name, severity, message, location, resource }: Finding): string {
  const properties = [
    ...(location === undefined ? [] : [
      `file=${property(location.file)}`,
      `line=${location.line}`,
      `col=${location.column}`,
    ]),
    `title=${property(`${code} ${name}`)}`,
  ];
  const text = data(`${formatRef(resource)}: ${message}`);
  return `::${COMMANDS[severity]} ${properties.join(",")}::${text}\n`;
}

function data(text: string): string {
  return printable(text).replaceAll("%", "%25").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
