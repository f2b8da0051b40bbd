import type { DiagnosisReport } from "../core/mod.ts";
import { diagnoseConnectivity, diagnosePerformance, type DiagnosisInput } from "../diagnose/mod.ts";
import { type QuestionFlags, questionOf } from "./question.ts";
import type { Shell } from "./shell.ts";

/** What the user says of a diagnosis. */
export interface DiagnosisFlags extends QuestionFlags {
  /** The service whose performance is asked about. */
  readonly service: string | undefined;
  /** How far to look back, in milliseconds. */
  readonly since?: number | undefined;
}

type Diagnose = (
  shell: Shell,
  flags: DiagnosisFlags,
  input: DiagnosisInput,
) => Promise<DiagnosisReport>;

/** The kinds of diagnosis. */
export const DIAGNOSES = {
  async connectivity(shell, flags, input) {
    return await diagnoseConnectivity(await questionOf(shell, flags), input);
  },
  async performance(_, { service, namespace, since }, input) {
    const sinceMs = since === undefined ? undefined : input.now.getTime() - since;
    return await diagnosePerformance({ service, namespace, sinceMs }, input);
  },
} as const satisfies Readonly<Record<string, Diagnose>>;
