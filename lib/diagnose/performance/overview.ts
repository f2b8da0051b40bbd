import { newestValue, parsePrometheusAnswer, type PrometheusAnswer } from "../../evidence/mod.ts";
import { type Survey, surveyTraffic } from "../../traffic/mod.ts";
import type { DiagnosisInput } from "../connectivity.ts";
import { latenciesInPrometheus, type MeasuredLatency } from "./measured.ts";
import { containerKey } from "./usage.ts";

/** What is known of the whole mesh before one service is looked at. */
export interface Overview {
  /** Who calls whom. */
  readonly survey: Survey;
  /** The recorded answers of Prometheus by name of their file. */
  readonly answers: ReadonlyMap<string, PrometheusAnswer>;
  /** Latencies that Prometheus tells. */
  readonly measured: readonly MeasuredLatency[];
  /** Share of periods in which a container was throttled, by {@linkcode containerKey}. */
  readonly throttled: ReadonlyMap<string, number>;
  /** Requests before this time do not count, in milliseconds since 1970. */
  readonly sinceMs: number | undefined;
}

/** Reads what all proxies and Prometheus tell of the traffic since a time. */
export async function overviewOf(
  { mesh, recording, signal }: DiagnosisInput,
  sinceMs: number | undefined,
): Promise<Overview> {
  const survey = await surveyTraffic({ mesh, recording, sinceMs, signal });
  const answers = new Map<string, PrometheusAnswer>();
  for (const name of await recording.list("prometheus", signal)) {
    try {
      const text = await recording.read(`prometheus/${name}`, signal);
      answers.set(name, parsePrometheusAnswer(text ?? "null"));
    } catch {
      continue; // An answer that is no JSON tells nothing; the logs are read anyway.
    }
  }
  return {
    survey,
    answers,
    measured: latenciesInPrometheus(answers),
    throttled: throttledIn(answers.values()),
    sinceMs,
  };
}

function throttledIn(answers: Iterable<PrometheusAnswer>): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { query, series } of answers) {
    // Only a quotient of throttled and all periods is a share.
    if (!/cfs_throttled_periods/.test(query) || !query.includes("/")) continue;
    for (const one of series) {
      const { namespace = "", pod = "", container = "" } = one.labels;
      const share = newestValue(one);
      if (pod !== "" && share !== undefined) {
        shares.set(containerKey(namespace, pod, container), share);
      }
    }
  }
  return shares;
}
