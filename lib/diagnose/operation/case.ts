import {
  type MeshVersions,
  meshVersions,
  parsePrometheusAnswer,
  type PrometheusAnswer,
} from "../../evidence/mod.ts";
import type { Gap } from "../../core/mod.ts";
import type { Mesh } from "../../mesh/mod.ts";
import { type Survey, surveyTraffic } from "../../traffic/mod.ts";
import type { Cause } from "../cause.ts";
import type { DiagnosisInput } from "../connectivity.ts";

/** What decides whether a mesh can be operated: what is to be seen of it, and what runs in it. */
export interface OperationCase {
  /** The objects of all clusters. */
  readonly mesh: Mesh;
  /** Who calls whom, by the logs of all proxies. */
  readonly survey: Survey;
  /** The recorded answers of Prometheus. */
  readonly answers: readonly RecordedAnswer[];
  /** What runs in the mesh. */
  readonly versions: MeshVersions;
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}

/** An answer of Prometheus, and where it was read. */
export interface RecordedAnswer extends PrometheusAnswer {
  /** The file. */
  readonly file: string;
}

/** Declares a cause of poor operation: a claim about what nobody sees or keeps in step, whether or not requests suffer. */
export function defineOperationCause(cause: Cause<OperationCase>): Cause<OperationCase> {
  return cause;
}

/** Reads what decides whether a mesh can be operated. */
export async function observeOperation(
  { mesh, recording, signal }: DiagnosisInput,
): Promise<OperationCase> {
  const [survey, versions, files] = await Promise.all([
    surveyTraffic({ mesh, recording, signal }),
    meshVersions(recording, mesh, signal),
    recording.list("prometheus", signal),
  ]);
  const answers: RecordedAnswer[] = [];
  const gaps: Gap[] = [];
  for (const name of files) {
    const file = `prometheus/${name}`;
    try {
      const text = await recording.read(file, signal);
      if (text !== undefined) answers.push({ file, ...parsePrometheusAnswer(text) });
    } catch (error) {
      gaps.push({ what: file, reason: `unreadable: ${(error as Error).message}` });
    }
  }
  return { mesh, survey, answers, versions, gaps };
}
