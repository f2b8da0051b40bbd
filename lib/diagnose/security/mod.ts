import { type DiagnosisReport, distinctGaps, SEVERITIES } from "../../core/mod.ts";
import { postureCauses } from "../causes/posture/mod.ts";
import type { DiagnosisInput } from "../connectivity.ts";
import { bestFirst, findingOf, recommendationOf, weigh } from "../ranking.ts";
import { observePosture } from "./case.ts";
import { edgeSecurityOf } from "./edges.ts";
import { serviceSecurityOf } from "./services.ts";

/** Says how safe a mesh is: mTLS by edge, certificates, who may call what, and doors that stand open. */
export async function diagnoseSecurity(input: DiagnosisInput): Promise<DiagnosisReport> {
  const { mesh, now } = input;
  const { survey, certificates, cases, gaps } = await observePosture(input);
  const ranked = cases.flatMap((of) =>
    weigh(postureCauses, of, { troubled: [], isUnobserved: false, severityOf: (usual) => usual })
  ).sort((a, b) =>
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    Number(b.cause.category === "security") - Number(a.cause.category === "security") ||
    bestFirst(a, b)
  );
  const edges = edgeSecurityOf(mesh, survey);
  const services = serviceSecurityOf(mesh);
  const secured = edges.filter(({ protection }) => protection === "mTLS").length;
  const [worst] = ranked;
  return {
    kind: "DiagnosisReport",
    version: 1,
    issueType: "security",
    timestamp: now.toISOString(),
    context: {},
    verdict: worst ? "degraded" : mesh.size === 0 ? "inconclusive" : "healthy",
    headline: `${secured} of ${edges.length} pairs that talk use mTLS` +
      (worst ? `; ${worst.hypothesis.title}` : "; no door stands open"),
    findings: ranked.map(findingOf),
    recommendations: ranked.map(recommendationOf),
    hops: [],
    security: { edges, services },
    gaps: distinctGaps(gaps),
    checked: [
      `${mesh.size} objects of ${mesh.kinds.length} kinds`,
      `${survey.edges.length} pairs that talk, by the logs of all proxies`,
      `${certificates} certificates`,
      `${postureCauses.length} root causes`,
    ],
  };
}
