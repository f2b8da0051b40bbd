import { type DiagnosisInput } from "../connectivity.ts";
import { type Survey, surveyTraffic } from "../../traffic/mod.ts";
import { latenciesInPrometheus, type MeasuredLatency } from "./measured.ts";

/** What is known of the whole mesh before one service is looked at. */
export interface Overview {
  /** Who calls whom. */
  readonly survey: Survey;
  /** Latencies that Prometheus tells. */
  readonly measured: readonly MeasuredLatency[];
}

/** Reads what all proxies and Prometheus tell of the traffic since a time. */
export async function overviewOf(
  { mesh, recording, signal }: DiagnosisInput,
  sinceMs: number | undefined,
): Promise<Overview> {
  const [survey, measured] = await Promise.all([
    surveyTraffic({ mesh, recording, sinceMs, signal }),
    latenciesInPrometheus(recording, signal),
  ]);
  return { survey, measured };
}
