import { type DiagnosisReport, distinctGaps } from "../core/mod.ts";
import {
  diagnoseConfiguration,
  diagnoseConnectivity,
  diagnoseMesh,
  diagnosePerformance,
  diagnoseSecurity,
  type DiagnosisInput,
} from "../diagnose/mod.ts";
import type { LiveClusters } from "../source/mod.ts";
import { probed, type ProbeFlags } from "./input/probe.ts";
import { type QuestionFlags, questionOf } from "./input/question.ts";
import type { Shell } from "./shell.ts";

/** What the user says of a diagnosis. */
export interface DiagnosisFlags extends QuestionFlags, Omit<ProbeFlags, "from" | "to"> {
  /** The service whose performance is asked about. */
  readonly service: string | undefined;
  /** How far to look back, in milliseconds. */
  readonly since?: number | undefined;
}

/** What a diagnosis reads, and may ask. */
export interface DiagnosisSource extends DiagnosisInput {
  /** The clusters behind it, where they are live. */
  readonly live: LiveClusters | undefined;
}

type Diagnose = (
  shell: Shell,
  flags: DiagnosisFlags,
  input: DiagnosisSource,
) => Promise<DiagnosisReport>;

/** The kinds of diagnosis. */
export const DIAGNOSES = {
  async connectivity(shell, flags, input) {
    if (flags.from === undefined && flags.to === undefined) {
      return await diagnoseMesh(
        { issueType: "connectivity", sinceMs: sinceOf(flags, input) },
        input,
      );
    }
    const question = await questionOf(shell, flags);
    const { live, ...rest } = input;
    if (!flags.probe || live === undefined) return await diagnoseConnectivity(question, rest);
    const { probe, gaps } = await probed(shell, question, { ...rest, live }, flags);
    const report = await diagnoseConnectivity(question, { ...rest, probe });
    return { ...report, gaps: distinctGaps([...gaps, ...report.gaps]) };
  },
  async performance(_, flags, input) {
    const { service, namespace } = flags;
    return await diagnosePerformance({ service, namespace, sinceMs: sinceOf(flags, input) }, input);
  },
  async configuration(_shell, _flags, input) {
    return await diagnoseConfiguration(input);
  },
  async security(_shell, _flags, input) {
    return await diagnoseSecurity(input);
  },
  async all(_, flags, input) {
    return await diagnoseMesh({ issueType: "all", sinceMs: sinceOf(flags, input) }, input);
  },
} as const satisfies Readonly<Record<string, Diagnose>>;

function sinceOf({ since }: DiagnosisFlags, { now }: DiagnosisInput): number | undefined {
  return since === undefined ? undefined : now.getTime() - since;
}
