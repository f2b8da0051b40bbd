import type { ControlPlaneSummary } from "../../core/mod.ts";
import {
  Exposition,
  newestValue,
  type PrometheusAnswer,
  quantileAsked,
  quantileOf,
  type Recording,
} from "../../evidence/mod.ts";

/** istiod's histograms, all in seconds. */
const CONVERGENCE = "pilot_proxy_convergence_time";
const QUEUE = "pilot_proxy_queue_time";
const PUSH = "pilot_xds_push_time";

/**
 * How fast istiod spreads changes, by its own metrics and by what Prometheus was asked; `undefined` where
 * neither was recorded. See https://istio.io/latest/docs/ops/deployment/performance-and-scalability/.
 */
export async function controlPlaneOf(
  recording: Recording,
  answers: ReadonlyMap<string, PrometheusAnswer>,
  signal: AbortSignal,
): Promise<ControlPlaneSummary | undefined> {
  const text = await recording.read("istiod/metrics.prom", signal);
  const metrics = new Exposition(text ?? "");
  const recent = recentP99Ms(answers, CONVERGENCE);
  if (metrics.isEmpty && recent === undefined) return undefined;
  const convergenceP99Ms = recent ?? p99Ms(metrics, CONVERGENCE);
  const queueP99Ms = recentP99Ms(answers, QUEUE) ?? p99Ms(metrics, QUEUE);
  const pushP99Ms = recentP99Ms(answers, PUSH) ?? p99Ms(metrics, PUSH, isXds);
  const proxies = metrics.sum("pilot_xds");
  return {
    ...(convergenceP99Ms === undefined ? {} : { convergenceP99Ms }),
    ...(queueP99Ms === undefined ? {} : { queueP99Ms }),
    ...(pushP99Ms === undefined ? {} : { pushP99Ms }),
    pushes: pushesOf(metrics),
    rejects: metrics.sum("pilot_total_xds_rejects") ?? 0,
    ...(proxies === undefined ? {} : { proxies }),
    from: recent === undefined ? "istiod" : "prometheus",
  };
}

/** The newest answer to a question for the 99th percentile of a histogram. */
function recentP99Ms(
  answers: ReadonlyMap<string, PrometheusAnswer>,
  metric: string,
): number | undefined {
  const values = [...answers.values()].flatMap(({ query, series }) =>
    query.includes(`${metric}_bucket`) && quantileAsked(query) === 0.99
      ? series.flatMap((one) => newestValue(one) ?? [])
      : []
  );
  return values.length === 0 ? undefined : Math.round(1000 * Math.max(...values));
}

function p99Ms(
  metrics: Exposition,
  name: string,
  fits?: Parameters<Exposition["histogram"]>[1],
): number | undefined {
  const histogram = metrics.histogram(name, fits);
  return histogram && histogram.count > 0
    ? Math.round(1000 * quantileOf(histogram, 0.99))
    : undefined;
}

/** The answers to istioctl go the same way as configuration and are none. */
function isXds({ type = "" }: Readonly<Record<string, string>>): boolean {
  return !type.startsWith("istio.io/debug");
}

function pushesOf(metrics: Exposition): Record<string, number> {
  const pushes = metrics.samples("pilot_xds_pushes").filter(({ labels }) => isXds(labels));
  return Object.fromEntries(
    pushes.map(({ labels, value }) => [labels["type"] ?? "", value] as const)
      .sort(([a], [b]) => a < b ? -1 : 1),
  );
}
