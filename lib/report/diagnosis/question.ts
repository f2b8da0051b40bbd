import type { DiagnosisContext, DiagnosisFinding } from "../../core/mod.ts";

/** The question in one line: `client/sleep → reviews.bookinfo.svc.cluster.local:9080, GET /`. */
export function questionOf({ source, destination, request }: DiagnosisContext): string {
  const ends = [source, destination].filter((end) => end !== undefined).join(" → ");
  const words = request === undefined ? [] : [`${request.method} ${request.path}`];
  return [ends === "" ? "the whole mesh" : ends, ...words].join(", ");
}

/** `MM-R01 subset-not-defined · configuration · critical · 98 % sure`. */
export function tagsOf({ cause, name, category, severity, confidence }: DiagnosisFinding): string {
  return `${cause} ${name} · ${category} · ${severity} · ${Math.round(confidence * 100)} % sure`;
}
