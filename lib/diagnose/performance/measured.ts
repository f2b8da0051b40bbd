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
export interface MeasuredLatency {
  /** Where it was read. */
  readonly file: string;
  /** Whether it tells of the time of the recording; counters since a proxy's start may be older. */
  readonly isRecent: boolean;
  /** Who measured: the sender's proxy or the receiver's. */
  readonly reporter: "source" | "destination";
  /** Name of the workload that sent; `""` where the labels do not say. */
  readonly source: string;
  /** Name of the workload that answered; `""` where the labels do not say. */
  readonly workload: string;
  /** Name of the service, without its namespace; `""` where the labels do not say. */
  readonly service: string;
  /** Milliseconds by share, such as 0.99. */
  readonly quantiles: ReadonlyMap<number, number>;
  /** How many requests; `undefined` where the answer does not say. */
  readonly requests: number | undefined;
}

/** The latencies in recorded answers of Prometheus; of several samples the newest counts. */
export function latenciesInPrometheus(
  answers: ReadonlyMap<string, PrometheusAnswer>,
): MeasuredLatency[] {
  const rows = new Map<string, MeasuredLatency & { quantiles: Map<number, number> }>();
  for (const [name, { query, series }] of answers) {
    const share = quantileAsked(query);
    const unit = millisecondsPerUnit(query);
    if (share === undefined || unit === undefined) continue;
    for (const one of series) {
      const edge = edgeOf(one.labels);
      const value = newestValue(one);
      if (!edge || value === undefined) continue;
      const key = `${edge.reporter} ${edge.source} ${edge.workload} ${edge.service}`;
      const file = `prometheus/${name}`;
      const row = rows.get(key) ??
        { ...edge, file, isRecent: true, quantiles: new Map(), requests: undefined };
      row.quantiles.set(share, value * unit);
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

const METRIC = "istio_request_duration_milliseconds";
const SHARES = [0.5, 0.9, 0.99];

/** The latencies that a proxy counted since it started, from the text of its `stats.prom`. */
export function latenciesInStatistics(text: string, file: string): MeasuredLatency[] {
  const exposition = new Exposition(text);
  const edges = Map.groupBy(
    exposition.samples(`${METRIC}_count`).flatMap(({ labels }) => edgeOf(labels) ?? []),
    (edge) => JSON.stringify(edge),
  );
  return [...edges].flatMap(([key, [edge]]) => {
    const fits = (labels: MetricSample["labels"]) => JSON.stringify(edgeOf(labels)) === key;
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

type MeasuredEdge = Pick<MeasuredLatency, "reporter" | "source" | "workload" | "service">;

function edgeOf(labels: MetricSample["labels"]): MeasuredEdge | undefined {
  const { reporter = "destination" } = labels;
  const known = (text: string | undefined) => text === "unknown" ? "" : text ?? "";
  const service = known(labels["destination_service_name"]) ||
    known(labels["destination_service"]).split(".", 1)[0]! ||
    known(labels["destination_canonical_service"]);
  const workload = known(labels["destination_workload"]);
  if (service === "" && workload === "") return undefined;
  return {
    reporter: reporter === "source" ? "source" : "destination",
    source: known(labels["source_workload"]),
    workload,
    service,
  };
}
