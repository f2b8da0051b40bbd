import {
  type Advice,
  type Applicability,
  type Finding,
  type Fix,
  isRecord,
  type Location,
  type PatchOperation,
  type ResourceRef,
} from "../core/mod.ts";

/** What a report says about cures. */
export interface ReportedFixes {
  /** Findings with a fix, from the report of an analysis. */
  readonly findings: readonly Finding[];
  /** What to do, in words, from the report of a diagnosis. */
  readonly advice: readonly Advice[];
}

/**
 * Reads a report in JSON, of an analysis or of a diagnosis; `undefined` where the text is none. What of it
 * is no finding with a fix is left out.
 */
export function readReportedFixes(text: string): ReportedFixes | undefined {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(report)) return undefined;
  const { kind, findings, recommendations } = report;
  if (kind === "AnalysisReport" && Array.isArray(findings)) {
    return { findings: findings.flatMap((value) => findingOf(value) ?? []), advice: [] };
  }
  if (kind === "DiagnosisReport" && Array.isArray(recommendations)) {
    return { findings: [], advice: recommendations.filter(isRecord).map(adviceOf) };
  }
  return undefined;
}

function adviceOf(value: Readonly<Record<string, unknown>>): Advice {
  return {
    cause: textOf(value.for),
    title: textOf(value.title),
    action: textOf(value.action),
    patch: textOf(value.patch),
  };
}

function findingOf(value: unknown): Finding | undefined {
  if (!isRecord(value)) return undefined;
  const { code, name, severity, message, documentation, fingerprint } = value;
  const fix = fixOf(value.fix);
  const location = locationOf(value.location);
  if (typeof code !== "string" || !fix || !location || !isRecord(value.resource)) return undefined;
  return {
    code,
    name: textOf(name),
    severity: severity === "error" || severity === "info" ? severity : "warning",
    message: textOf(message),
    resource: refOf(value.resource),
    location,
    documentation: textOf(documentation),
    fingerprint: textOf(fingerprint),
    fix,
  };
}

function fixOf(value: unknown): Fix | undefined {
  if (!isRecord(value) || !isApplicability(value.applicability)) return undefined;
  const patch = patchOf(value.patch);
  if (!patch) return undefined;
  const others = Array.isArray(value.others) ? value.others.filter(isRecord) : [];
  const patches = others.flatMap((other) => {
    const patch = patchOf(other.patch);
    return patch && isRecord(other.resource) ? [{ resource: refOf(other.resource), patch }] : [];
  });
  if (patches.length < others.length) return undefined;
  return {
    applicability: value.applicability,
    title: textOf(value.title),
    patch,
    ...(patches.length > 0 && { others: patches }),
  };
}

function isApplicability(value: unknown): value is Applicability {
  return value === "safe" || value === "unsafe" || value === "manual";
}

function patchOf(value: unknown): readonly PatchOperation[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const operations = value.flatMap((each): PatchOperation[] => {
    if (!isRecord(each) || typeof each.path !== "string") return [];
    const { op, path, from } = each;
    if (op === "add" || op === "replace") return [{ op, path, value: each.value }];
    if (op === "remove") return [{ op, path }];
    return (op === "move" || op === "copy") && typeof from === "string" ? [{ op, path, from }] : [];
  });
  return operations.length === value.length ? operations : undefined;
}

function refOf(value: Readonly<Record<string, unknown>>): ResourceRef {
  return {
    cluster: textOf(value.cluster),
    apiVersion: textOf(value.apiVersion),
    kind: textOf(value.kind),
    namespace: textOf(value.namespace),
    name: textOf(value.name),
  };
}

function locationOf(value: unknown): Location | undefined {
  if (!isRecord(value) || typeof value.file !== "string") return undefined;
  return { file: value.file, line: Number(value.line), column: Number(value.column) };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
