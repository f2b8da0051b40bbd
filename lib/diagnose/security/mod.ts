import { type DiagnosisReport, distinctGaps, SEVERITIES } from "../../core/mod.ts";
import { postureCauses } from "../causes/posture/mod.ts";
import type { DiagnosisInput } from "../connectivity.ts";
import { bestFirst, findingOf, recommendationOf, weigh } from "../ranking.ts";
import { observePosture, type PostureCase } from "./case.ts";
import { edgeSecurityOf } from "./edges.ts";
import { serviceSecurityOf } from "./services.ts";

/** Says how safe a mesh is: mTLS by edge, certificates, who may call what, and doors that stand open. */
export async function diagnoseSecurity(input: DiagnosisInput): Promise<DiagnosisReport> {
  const of = await observePosture(input);
  const ranked = weigh(postureCauses, of, {
    troubled: [],
    isUnobserved: false,
    severityOf: (usual) => usual,
  }).sort((a, b) =>
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    Number(b.cause.category === "security") - Number(a.cause.category === "security") ||
    bestFirst(a, b)
  );
  const edges = edgeSecurityOf(of.mesh, of.survey);
  const services = serviceSecurityOf(of.mesh);
  const secured = edges.filter(({ protection }) => protection === "mTLS").length;
  const [worst] = ranked;
  return {
    kind: "DiagnosisReport",
    version: 1,
    issueType: "security",
    timestamp: of.now.toISOString(),
    context: {},
    verdict: worst ? "degraded" : of.mesh.size === 0 ? "inconclusive" : "healthy",
    headline: `${secured} of ${edges.length} pairs that talk use mTLS` +
      (worst ? `; ${worst.hypothesis.title}` : "; no door stands open"),
    findings: ranked.map(findingOf),
    recommendations: ranked.map(recommendationOf),
    hops: [],
    security: { edges, services },
    gaps: distinctGaps(of.gaps),
    checked: checkedIn(of),
  };
}

function checkedIn({ mesh, survey, certificates }: PostureCase): string[] {
  return [
    `${mesh.size} objects of ${mesh.kinds.length} kinds`,
    `${survey.edges.length} pairs that talk, by the logs of all proxies`,
    `${certificates.length} certificates`,
    `${postureCauses.length} root causes`,
  ];
}
