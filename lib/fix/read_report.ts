import {
  type Advice,
  type Applicability,
  type DiagnosisFinding,
  type Finding,
  type Fix,
  isRecord,
  type Location,
  type ObjectPatch,
  type PatchOperation,
  type ResourceRef,
} from "../core/mod.ts";

/** What a report says about cures. */
export interface ReportedFixes {
  /** Findings with a fix; a root cause that was diagnosed counts as one. */
  readonly findings: readonly Finding[];
  /** What to do, in words, where there is no fix. */
  readonly advice: readonly Advice[];
}

/**
 * Reads a report in JSON, of an analysis or of a diagnosis, or the changes that undo a fix; `undefined`
 * where the text is none of them. What cannot be made out is left out.
 */
export function readReportedFixes(text: string): ReportedFixes | undefined {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(report)) return undefined;
  const { kind, findings, recommendations, changes } = report;
  if (kind === "AnalysisReport" && Array.isArray(findings)) {
    return { findings: findings.flatMap((value) => findingOf(value) ?? []), advice: [] };
  }
  if (kind === "DiagnosisReport" && Array.isArray(findings) && Array.isArray(recommendations)) {
    const cured = findings.filter(isRecord).flatMap((value) => curedBy(value) ?? []);
    const codes = new Set(cured.map(({ code }) => code));
    const advice = recommendations.filter(isRecord).map(adviceOf);
    return { findings: cured, advice: advice.filter(({ cause }) => !codes.has(cause)) };
  }
  if (kind === "ObjectChanges" && Array.isArray(changes)) {
    const fix = { applicability: "safe", title: "Undo a fix", changes };
    const undo = curedBy({ cause: "UNDO", name: "undo", title: "a fix was made", fix });
    return undo && { findings: [undo], advice: [] };
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

/** A root cause that comes with its cure. */
function curedBy(value: Readonly<Record<string, unknown>>): Finding | undefined {
  const { fix } = value;
  if (!isRecord(fix) || !isApplicability(fix.applicability)) return undefined;
  const changes = objectPatchesOf(Array.isArray(fix.changes) ? fix.changes : []);
  return changes && findingToFix({
    cause: textOf(value.cause),
    name: textOf(value.name),
    title: textOf(value.title),
    fix: { applicability: fix.applicability, title: textOf(fix.title), changes },
  });
}

/** A root cause with its cure as a finding with a fix; `undefined` where it has none. */
export function findingToFix(
  { cause, name, title, fix }: Pick<DiagnosisFinding, "cause" | "name" | "title" | "fix">,
): Finding | undefined {
  const [first, ...others] = fix?.changes ?? [];
  if (fix === undefined || first === undefined) return undefined;
  return {
    code: cause,
    name,
    severity: "error",
    message: title,
    resource: first.resource,
    documentation: "",
    fingerprint: JSON.stringify([cause, fix.changes]),
    fix: {
      applicability: fix.applicability,
      title: fix.title,
      patch: first.patch,
      ...(others.length > 0 && { others }),
    },
  };
}

function findingOf(value: unknown): Finding | undefined {
  if (!isRecord(value)) return undefined;
  const { code, name, severity, message, documentation, fingerprint } = value;
  const fix = fixOf(value.fix);
  const location = locationOf(value.location);
  if (typeof code !== "string" || !fix || !isRecord(value.resource)) return undefined;
  return {
    code,
    name: textOf(name),
    severity: severity === "error" || severity === "info" ? severity : "warning",
    message: textOf(message),
    resource: refOf(value.resource),
    ...(location && { location }),
    documentation: textOf(documentation),
    fingerprint: textOf(fingerprint),
    fix,
  };
}

function fixOf(value: unknown): Fix | undefined {
  if (!isRecord(value) || !isApplicability(value.applicability)) return undefined;
  const patch = patchOf(value.patch);
  if (!patch) return undefined;
  const others = objectPatchesOf(Array.isArray(value.others) ? value.others : []);
  return others && {
    applicability: value.applicability,
    title: textOf(value.title),
    patch,
    ...(others.length > 0 && { others }),
  };
}

/** All of them, or `undefined` where one cannot be made out. */
function objectPatchesOf(values: readonly unknown[]): readonly ObjectPatch[] | undefined {
  const patches = values.flatMap((value) => {
    if (!isRecord(value) || !isRecord(value.resource)) return [];
    const patch = patchOf(value.patch);
    return patch ? [{ resource: refOf(value.resource), patch }] : [];
  });
  return patches.length === values.length ? patches : undefined;
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
