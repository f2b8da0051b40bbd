import { compare, concurrently } from "../../core/mod.ts";
import {
  newestValue,
  parsePrometheusAnswer,
  type PrometheusAnswer,
  recordedProxies,
} from "../../evidence/mod.ts";
import { type Survey, surveyTraffic } from "../../traffic/mod.ts";
import type { DiagnosisInput } from "../connectivity.ts";
import { latenciesInPrometheus, latenciesInStatistics, type MeasuredLatency } from "./measured.ts";
import { containerKey, type MeasuredUsage } from "./usage.ts";

/** What is known of the whole mesh before one service is looked at. */
export interface Overview {
  /** Who calls whom. */
  readonly survey: Survey;
  /** The answers of Prometheus by name of their file. */
  readonly answers: ReadonlyMap<string, PrometheusAnswer>;
  /** Latencies that Prometheus tells, or where no log does the statistics of the proxies. */
  readonly measured: readonly MeasuredLatency[];
  /** What Prometheus tells of containers, by {@linkcode containerKey}. */
  readonly usage: ReadonlyMap<string, MeasuredUsage>;
  /** Requests before this time do not count, in milliseconds since 1970. */
  readonly sinceMs: number | undefined;
}

/** Proxies whose statistics are read at the same time. */
const AT_ONCE = 8;

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
  const recent = latenciesInPrometheus(answers);
  const isSilent = survey.edges.length === 0 && recent.length === 0;
  return {
    survey,
    answers,
    measured: isSilent ? await fromStatistics(recording, signal) : recent,
    usage: usageIn(answers.values()),
    sinceMs,
  };
}

/** What the proxies counted since they started: without logs and Prometheus the only word on latency. */
async function fromStatistics(
  recording: DiagnosisInput["recording"],
  signal: AbortSignal,
): Promise<MeasuredLatency[]> {
  const proxies = await recordedProxies(recording, signal);
  const measured: MeasuredLatency[] = [];
  await concurrently(proxies, AT_ONCE, async ({ folder }) => {
    const file = `${folder}/stats.prom`;
    measured.push(...latenciesInStatistics(await recording.read(file, signal) ?? "", file));
  });
  return measured.sort((a, b) => compare(a.file, b.file));
}

/** What a query tells of containers; only a quotient of throttled and all periods is a share. */
const TOLD: readonly (readonly [field: keyof MeasuredUsage, query: RegExp])[] = [
  ["throttled", /cfs_throttled_periods[^]*\/[^]*cfs_periods/],
  ["cpu", /\(container_cpu_usage_seconds_total/],
  ["memory", /container_memory_working_set_bytes/],
];

function usageIn(answers: Iterable<PrometheusAnswer>): Map<string, MeasuredUsage> {
  const usage = new Map<string, MeasuredUsage>();
  for (const { query, series } of answers) {
    const [field] = TOLD.find(([, asks]) => asks.test(query)) ?? [];
    if (field === undefined) continue;
    for (const one of series) {
      const { namespace = "", pod = "", container = "" } = one.labels;
      const value = newestValue(one);
      if (pod === "" || value === undefined) continue;
      const key = containerKey(namespace, pod, container);
      usage.set(key, { ...usage.get(key), [field]: value });
    }
  }
  return usage;
}
