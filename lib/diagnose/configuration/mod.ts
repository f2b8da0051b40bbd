import type {
  DiagnosisFinding,
  DiagnosisReport,
  Finding,
  Recommendation,
  Severity,
} from "../../core/mod.ts";
import type { Mesh } from "../../mesh/mod.ts";
import { analyze } from "../analysis/analyze.ts";
import { operationCauses } from "../causes/operation/mod.ts";
import type { DiagnosisInput } from "../connectivity.ts";
import { kubectlPatch } from "../case/cure.ts";
import { explain } from "../explain.ts";
import { label } from "../case/objects.ts";
import { observeOperation } from "../operation/case.ts";
import {
  bestFirst,
  findingOf as causeFindingOf,
  recommendationOf as causeRecommendationOf,
  weigh,
} from "../ranking.ts";
import { rules } from "../rules/mod.ts";
import { selectRules } from "../analysis/select_rules.ts";
import { inUse } from "./in_use.ts";

/** One defect of one object, or of objects that belong together. */
interface Defect {
  readonly findings: readonly [Finding, ...Finding[]];
}

const SEVERITIES: Readonly<Record<Finding["severity"], Severity>> = {
  error: "high",
  warning: "medium",
  info: "info",
};

/**
 * Finds what is wrong with the configuration of workloads that run, and what keeps the mesh from being
 * observed and operated, whether or not requests suffer.
 */
export async function diagnoseConfiguration(input: DiagnosisInput): Promise<DiagnosisReport> {
  const { mesh, now, signal } = input;
  const usual = selectRules(rules, {});
  const analysis = analyze(mesh, usual, {
    now,
    source: { type: "snapshot", detail: "" },
    signal,
  });
  const defects = group(
    analysis.findings.filter(({ severity, resource }) =>
      severity !== "info" && inUse(mesh, resource)
    ),
  );
  const operation = await observeOperation(input);
  const ranked = weigh(operationCauses, operation, {
    troubled: [],
    isUnobserved: false,
    severityOf: (usual) => usual,
  }).sort(bestFirst);
  const findings = [...defects.map(findingOf), ...ranked.map(causeFindingOf)];
  return {
    kind: "DiagnosisReport",
    version: 1,
    issueType: "configuration",
    timestamp: now.toISOString(),
    context: {},
    verdict: findings.some(({ severity }) => severity !== "info")
      ? "degraded"
      : analysis.skipped.length > 0 || mesh.size === 0
      ? "inconclusive"
      : "healthy",
    headline: headlineOf(mesh, findings),
    findings,
    recommendations: [
      ...defects.map(recommendationOf),
      ...ranked.map(causeRecommendationOf),
    ],
    hops: [],
    gaps: [
      ...analysis.gaps,
      ...operation.gaps,
      ...analysis.skipped.map(({ rule, reason }) => ({ what: rule, reason })),
    ],
    checked: [
      `${mesh.size} objects of ${mesh.kinds.length} kinds`,
      `${analysis.summary.rules} rules`,
      `${operationCauses.length} root causes`,
    ],
  };
}

/** The same rule about the same object is one defect, and so is the same message about several objects. */
function group(findings: readonly Finding[]): Defect[] {
  const byObject = Map.groupBy(findings, ({ code, resource, message }) => {
    const { kind, namespace, name } = resource;
    return OWNED.has(kind)
      ? `${code} ${namespace} ${message}`
      : `${code} ${kind} ${namespace}/${name}`;
  });
  const worstFirst = ([a]: readonly Finding[], [b]: readonly Finding[]) =>
    Number(b!.severity === "error") - Number(a!.severity === "error");
  return [...byObject.values()].sort(worstFirst).flatMap(([first, ...others]) =>
    first ? [{ findings: [first, ...others] as const }] : []
  );
}

/** Kinds that others make: what is wrong with one is wrong with all of its siblings. */
const OWNED: ReadonlySet<string> = new Set(["Pod", "ReplicaSet", "Deployment", "Service"]);

function findingOf({ findings }: Defect): DiagnosisFinding {
  const [first] = findings;
  const [manual] = explain(first.name);
  const { resource, fix } = first;
  const { kind, namespace, name } = resource;
  const title = findings.length === 1
    ? first.message
    : `${first.message}, and ${findings.length - 1} more`;
  return {
    cause: first.code,
    name: first.name,
    category: SECURITY_KINDS.has(kind) ? "security" : "configuration",
    severity: SEVERITIES[first.severity],
    confidence: 0.85,
    title: `${label({ kind, namespace, name })}: ${title}`,
    description: manual?.why ?? "",
    resources: distinctResources(findings),
    evidence: findings.map(({ resource, path, message }) => ({
      supports: true,
      source: `${label(resource)}${path ? ` ${path}` : ""}`,
      detail: message,
    })),
    ...(fix && {
      fix: {
        applicability: fix.applicability,
        title: fix.title,
        changes: [{ resource, patch: fix.patch }, ...fix.others ?? []],
      },
    }),
  };
}

const SECURITY_KINDS: ReadonlySet<string> = new Set([
  "AuthorizationPolicy",
  "PeerAuthentication",
  "RequestAuthentication",
]);

function distinctResources(findings: readonly Finding[]): DiagnosisFinding["resources"] {
  const all = findings.map(({ resource: { cluster, kind, namespace, name }, path }) => ({
    ...(cluster ? { cluster } : {}),
    kind,
    namespace,
    name,
    ...(path ? { path } : {}),
  }));
  return [...new Map(all.map((each) => [`${label(each)} ${each.path}`, each])).values()];
}

function recommendationOf({ findings: [first] }: Defect): Recommendation {
  const [manual] = explain(first.name);
  const { resource, fix } = first;
  return {
    for: first.code,
    title: fix?.title ?? `Correct ${label(resource)}`,
    description: manual?.remedy ?? "",
    ...(fix && fix.applicability !== "manual" && fix.patch.length > 0
      ? { action: kubectlPatch({ resource, patch: fix.patch }) }
      : {}),
  };
}

function headlineOf(mesh: Mesh, findings: readonly DiagnosisFinding[]): string {
  const [first] = findings;
  if (!first) return `nothing is wrong with the configuration in use: ${mesh.size} objects`;
  const others = findings.length - 1;
  return others === 0
    ? first.title
    : `${first.title}; and ${others} more ${others === 1 ? "defect" : "defects"}`;
}
