import { Observer } from "../../connectivity/mod.ts";
import type { DiagnosisReport } from "../../core/mod.ts";
import { edgeLabel } from "../../traffic/mod.ts";
import type { DiagnosisInput } from "../connectivity.ts";
import { order } from "../ranking.ts";
import { examineAll } from "../performance/mod.ts";
import type { PerformanceCase } from "../performance/case.ts";
import { judge } from "../performance/judge.ts";
import { overviewOf } from "../performance/overview.ts";
import { suspects } from "../performance/suspects.ts";
import { withoutInnocent } from "./consequences.ts";
import type { Part } from "./merge.ts";
import { troubledPairs } from "./pairs.ts";
import { reportOf } from "./report.ts";

/** How far the whole mesh is looked at. */
export interface MeshQuestion {
  /** `connectivity`: failing requests; `all`: slow ones too. */
  readonly issueType: "connectivity" | "all";
  /** Only requests since this time count, in milliseconds since 1970. */
  readonly sinceMs?: number | undefined;
}

/** Finds everybody whose requests fail, or are slow, and says why. */
export async function diagnoseMesh(
  { issueType, sinceMs }: MeshQuestion,
  given: DiagnosisInput,
): Promise<DiagnosisReport> {
  const { mesh, recording, signal } = given;
  const input = { ...given, observer: given.observer ?? new Observer(recording, mesh, signal) };
  const overview = await overviewOf(input, sinceMs);
  const { pairs, gaps } = await troubledPairs(overview.survey, input);
  const blamed = withoutInnocent(pairs);
  const examined = issueType === "all"
    ? await examineAll(suspects(overview, mesh), overview, input)
    : [];
  const parts: Part[] = [
    ...blamed.map(({ edge, ranked }) => ({
      label: edgeLabel(edge),
      ranked,
      troubled: edge.failures,
    })),
    ...examined.map(slowPart),
  ];
  return reportOf({ issueType, overview, pairs, examined, parts, gaps, now: input.now });
}

function slowPart(of: PerformanceCase): Part {
  return { label: of.label, ranked: order(judge(of)), troubled: of.troubled.length };
}
