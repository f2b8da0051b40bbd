import {
  Exposition,
  type MetricSample,
  millisecondsPerUnit,
  newestValue,
  type PrometheusAnswer,
  quantileAsked,
  quantileOf,
} from "../../evidence/mod.ts";

/** A latency that metrics tell of one edge. */
export interface MeasuredLatency extends MeasuredEdge {
  /** Where it was read. */
  readonly file: string;
  /** Whether it tells of the time of the recording; counters since a proxy's start may be older. */
  readonly isRecent: boolean;
  /** Milliseconds by share, such as 0.99. */
  readonly quantiles: ReadonlyMap<number, number>;
  /** How many requests; `undefined` where nothing says. */
  readonly requests: number | undefined;
}

/** Between whom a metric was measured, and by whom. `""` stands for what its labels do not say. */
export interface MeasuredEdge {
  /** Who measured: the sender's proxy or the receiver's. */
  readonly reporter: "source" | "destination";
  /** Name of the workload that sent. */
  readonly source: string;
  /** Name of the workload that answered. */
  readonly workload: string;
  /** Name of the service, without its namespace. */
  readonly service: string;
  /** Namespace of the service, or of the workload that answered. */
  readonly namespace: string;
}

/** The latencies in answers of Prometheus; of several samples the newest counts. */
export function latenciesInPrometheus(
  answers: ReadonlyMap<string, PrometheusAnswer>,
): MeasuredLatency[] {
  const counts = requestsIn(answers.values());
  const rows = new Map<string, MeasuredLatency & { quantiles: Map<number, number> }>();
  for (const [name, { query, series }] of answers) {
    const share = quantileAsked(query);
    const unit = millisecondsPerUnit(query);
    if (share === undefined || unit === undefined || !query.includes(METRIC)) continue;
    for (const one of series) {
      const edge = edgeOf(one.labels);
      const value = newestValue(one);
      if (!edge || value === undefined) continue;
      const key = keyOf(edge);
      const file = `prometheus/${name}`;
      const row = rows.get(key) ??
        { ...edge, file, isRecent: true, quantiles: new Map(), requests: counts.get(key) };
      row.quantiles.set(share, value * unit);
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

/** How many requests there were by edge, where Prometheus was asked for the increase of their counter. */
function requestsIn(answers: Iterable<PrometheusAnswer>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { query, series } of answers) {
    if (!/increase\(\s*istio_requests_total/.test(query)) continue;
    for (const one of series) {
      const edge = edgeOf(one.labels);
      const key = edge && keyOf(edge);
      const count = Math.round(newestValue(one) ?? 0);
      if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + count);
    }
  }
  return counts;
}

const METRIC = "istio_request_duration_milliseconds";
const SHARES = [0.5, 0.9, 0.99];

/** The latencies that a proxy counted since it started, from the text of its `stats.prom`. */
export function latenciesInStatistics(text: string, file: string): MeasuredLatency[] {
  const exposition = new Exposition(text);
  const edges = Map.groupBy(
    exposition.samples(`${METRIC}_count`).flatMap(({ labels }) => edgeOf(labels) ?? []),
    keyOf,
  );
  return [...edges].flatMap(([key, [edge]]) => {
    const fits = (labels: MetricSample["labels"]) => {
      const own = edgeOf(labels);
      return own !== undefined && keyOf(own) === key;
    };
    const histogram = exposition.histogram(METRIC, fits);
    return edge && histogram && histogram.count > 0
      ? [{
        ...edge,
        file,
        isRecent: false,
        quantiles: new Map(SHARES.map((share) => [share, quantileOf(histogram, share)])),
        requests: histogram.count,
      }]
      : [];
  });
}

function keyOf({ reporter, source, workload, service, namespace }: MeasuredEdge): string {
  return `${reporter} ${source} ${workload} ${service} ${namespace}`;
}

function edgeOf(labels: MetricSample["labels"]): MeasuredEdge | undefined {
  const { reporter = "destination" } = labels;
  const known = (label: string) => labels[label] === "unknown" ? "" : labels[label] ?? "";
  const [host = "", namespaceInHost = ""] = known("destination_service").split(".");
  const service = known("destination_service_name") || host ||
    known("destination_canonical_service");
  const workload = known("destination_workload");
  if (service === "" && workload === "") return undefined;
  return {
    reporter: reporter === "source" ? "source" : "destination",
    source: known("source_workload"),
    workload,
    service,
    namespace: known("destination_service_namespace") || namespaceInHost ||
      known("destination_workload_namespace"),
  };
}
