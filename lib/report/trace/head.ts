import pc from "picocolors";
import {
  type AccessObject,
  formatRef,
  type TraceReport,
  type TraceResponse,
  type TraceStep,
} from "../../core/mod.ts";
import type { Style } from "../style.ts";
import { oneLine, sentence, wrap } from "../text.ts";

/** A sign for each outcome of a step. */
export const SIGNS = { ok: "✓", fail: "✗", unknown: "?" } as const;

/** A painter for each outcome of a step. */
export function stepPainter(
  { color }: Style,
): (outcome: TraceStep["outcome"], text: string) => string {
  const { green, red, yellow } = pc.createColors(color);
  const paints = { ok: green, fail: red, unknown: yellow };
  return (outcome, text) => paints[outcome](text);
}

/** The question and the answer, for the top of a text. */
export function headText(report: TraceReport, style: Style): string {
  const { bold, dim } = pc.createColors(style.color);
  const { source, target, method, path, authority, hasToken } = report.question;
  const what = method === "" ? "a connection" : `${method} ${path}  Host: ${authority}`;
  const asked = `${source} → ${target}  ${what}` +
    (hasToken ? "  with a token" : "");
  const outcomes = { passes: "ok", fails: "fail", unknown: "unknown" } as const;
  const paint = stepPainter(style);
  return [
    `${bold(paint(outcomes[report.outcome], report.outcome.toUpperCase()))}  ${
      bold(oneLine(asked))
    }`,
    wrap(sentence(report.summary), style.columns, "  "),
    ...report.observed.map((each) =>
      dim(wrap(`Logged ${each.count} ×: ${responseText(each)}`, style.columns, "  "))
    ),
    ...report.expected.map((each) =>
      dim(wrap(`Expected ${shareText(each.share)}: ${responseText(each)}`, style.columns, "  "))
    ),
  ].join("\n");
}

/** A response in one line, in the order of an access log. */
export function responseText(
  { code, flags, details, envoyCluster, endpoints }: TraceResponse,
): string {
  const shown = endpoints.length > 3
    ? `${endpoints.slice(0, 3).join(", ")}, …`
    : endpoints.join(", ");
  const answer = [code ?? "what the application answers", flags.join(",") || "-", details || "-"];
  return oneLine([
    answer.join(" "),
    ...(envoyCluster === "" ? [] : [`→ ${envoyCluster}`]),
    ...(shown === "" ? [] : [`at ${shown}`]),
  ].join(" "));
}

/** A share in percent. */
export function shareText(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** An object with the field of it that decided. */
export function objectText({ resource, path }: AccessObject): string {
  return oneLine(path === undefined ? formatRef(resource) : `${formatRef(resource)} ${path}`);
}
