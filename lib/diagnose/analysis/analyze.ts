import {
  compareFindings,
  documentationOf,
  type Finding,
  formatPath,
  type IgnoredDocument,
  LEVELS,
  type Skip,
  type SourceInfo,
  type SuppressedFinding,
  tally,
} from "../../core/mod.ts";
import type { AnalysisReport } from "../../core/mod.ts";
import { type Mesh, Resource } from "../../mesh/mod.ts";
import type { ManifestProblem } from "../../source/mod.ts";
import { assumedResources } from "./assumed_resources.ts";
import {
  type DocumentRule,
  problemFindings,
  violationsOf,
  type WrittenObjects,
} from "../documents/mod.ts";
import { withoutEchoes } from "./echoes.ts";
import { fingerprinter } from "./fingerprint.ts";
import { gapOfKind } from "./gap_of_kind.ts";
import type { AnyRule, Draft } from "./rule.ts";
import { suppressionOf, unusedSuppressions } from "./suppression.ts";

/** Options of {@linkcode analyze}. */
export interface AnalyzeOptions {
  /** The time to judge by. */
  readonly now: Date;
  /** Where the mesh comes from. */
  readonly source: SourceInfo;
  /** Judges as istioctl does, also where it is wrong, with the resources that it assumes. */
  readonly compat?: boolean;
  /** Documents that were read but are no part of the mesh. */
  readonly ignored?: readonly IgnoredDocument[];
  /** What is wrong with documents as such; each becomes a finding. */
  readonly problems?: readonly ManifestProblem[];
  /** Objects to validate as the API server would; those that it served need no such look. */
  readonly written?: WrittenObjects;
  /** Stops the run between two rules. */
  readonly signal?: AbortSignal;
}

/** A rule about the mesh or about documents. */
export type AnalysisRule = AnyRule | DocumentRule;

/** A finding in the making, and the rule that says it. */
export interface Found {
  /** The rule. */
  readonly rule: AnalysisRule;
  /** What it says. */
  readonly draft: Draft;
}

/**
 * Runs `rules` over `mesh`. A rule whose inputs could not be read is skipped; a rule that throws is
 * reported as skipped and crashed; the others still run.
 */
export function analyze(
  mesh: Mesh,
  rules: readonly AnalysisRule[],
  { now, source, compat = false, ignored = [], problems = [], written, signal }: AnalyzeOptions,
): AnalysisReport {
  const isFiles = source.type === "files";
  const whole = viewOf(mesh, isFiles, compat);
  const views = mesh.clusters.length < 2
    ? [whole]
    : mesh.clusters.map((cluster) => viewOf(mesh.seenFrom(cluster), isFiles, compat, cluster));
  const found: Found[] = [];
  const skipped: Skip[] = [];
  const ofDocuments = rules.filter((rule) => "finds" in rule);
  if (written && !compat) found.push(...violationsOf(written, ofDocuments));
  const ran: AnalysisRule[] = written && !compat ? [...ofDocuments] : [];
  for (const rule of rules) {
    if ("finds" in rule) continue;
    signal?.throwIfAborted();
    if (rule.mode && (rule.mode === "compat") !== compat) continue;
    const reason = missingInput(rule, mesh);
    if (reason) {
      skipped.push({ rule: rule.name, reason });
      continue;
    }
    try {
      for (const { seen, isOwn } of rule.spansClusters ? [whole] : views) {
        for (const draft of rule.check({ mesh: seen, now, compat })) {
          if (isOwn(draft.on)) found.push({ rule, draft });
        }
      }
      ran.push(rule);
    } catch (error) {
      skipped.push({ rule: rule.name, reason: `crashed: ${describe(error)}`, crashed: true });
    }
  }
  const ofUnused = ofDocuments.find(({ finds }) => finds.includes("suppression-unused"));
  for (const draft of ofUnused && !compat ? [...unusedSuppressions(mesh, found, ran)] : []) {
    found.push({ rule: ofUnused!, draft });
  }
  const ofReader = problemFindings(problems, ofDocuments);
  const { findings, suppressed } = toFindings(withoutEchoes(found), ofReader, compat);
  return {
    kind: "AnalysisReport",
    version: 1,
    takenAt: now.toISOString(),
    source,
    summary: {
      ...tally(LEVELS, findings.map(({ severity }) => severity)),
      suppressed: suppressed.length,
      resources: mesh.size,
      rules: ran.length,
    },
    findings,
    suppressed,
    ignored,
    gaps: mesh.gaps,
    skipped,
  };
}

/** A mesh as rules see it. */
interface View {
  /** The mesh, with what its files take for granted. */
  readonly seen: Mesh;
  /** Whether what is found of a subject is reported here. */
  isOwn(subject: Draft["on"]): boolean;
}

/** The mesh, or what the control plane of a cluster sees of it: that judges its own objects alone. */
function viewOf(mesh: Mesh, isFiles: boolean, compat: boolean, cluster?: string): View {
  const resources = isFiles ? assumedResources(mesh, { compat }) : [];
  const assumed = new Set<unknown>(resources);
  return {
    seen: resources.length > 0 ? mesh.with(resources) : mesh,
    isOwn: (subject) =>
      !assumed.has(subject) &&
      (cluster === undefined || !(subject instanceof Resource) || subject.cluster === cluster),
  };
}

function toFindings(
  found: readonly Found[],
  problems: Iterable<Finding>,
  compat: boolean,
): { findings: Finding[]; suppressed: SuppressedFinding[] } {
  const unique = new Map<string, { finding: Finding; draft?: Draft }>();
  for (const { rule, draft } of found) {
    const finding = toFinding(rule, draft);
    const { cluster, kind, namespace, name } = finding.resource;
    // Two analyzers of istioctl may say the same.
    const by = compat ? rule.name : rule.code;
    const { path, message, location } = finding;
    const key = JSON.stringify([by, cluster, kind, namespace, name, path, message, location]);
    if (!unique.has(key)) unique.set(key, { finding, draft });
  }
  const ofDocuments = [...problems].map((finding) => ({ finding, draft: undefined }));
  const sorted = [...unique.values(), ...ofDocuments].sort((a, b) =>
    compareFindings(a.finding, b.finding)
  );
  const fingerprint = fingerprinter();
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const { finding, draft } of sorted) {
    const complete = { ...finding, fingerprint: fingerprint(finding) };
    const suppression = draft && suppressionOf(draft, finding);
    if (suppression) suppressed.push({ ...complete, suppression });
    else findings.push(complete);
  }
  return { findings, suppressed };
}

function toFinding(rule: Found["rule"], { on, at, part, message, fix }: Draft): Finding {
  const location = on.locate(at, part);
  return {
    code: rule.code,
    name: rule.name,
    severity: rule.severity,
    message,
    resource: on.ref,
    ...(at.length > 0 && { path: formatPath(at) }),
    ...(location && { location }),
    documentation: documentationOf(rule.code),
    fingerprint: "",
    ...(rule.equivalents && { equivalents: rule.equivalents }),
    ...(fix && { fix }),
  };
}

/** Why a rule cannot run: the first of its inputs of which nothing could be read. */
function missingInput(rule: AnyRule, mesh: Mesh): string | undefined {
  for (const kind of rule.inputs) {
    const gap = gapOfKind(mesh.gaps, kind);
    if (gap && mesh.list(kind).length === 0) return `cannot see ${gap.what}: ${gap.reason}`;
  }
  return undefined;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
