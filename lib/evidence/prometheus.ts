/** One series of an answer: labels, and values by time. */
export interface Series {
  /** Labels; with `__name__` where the query did not aggregate. */
  readonly labels: Readonly<Record<string, string>>;
  /** Time in milliseconds since 1970 and value, ascending; `NaN` for "no data". */
  readonly points: readonly (readonly [timeMs: number, value: number])[];
}

/** An answer of Prometheus' HTTP API. */
export interface PrometheusAnswer {
  /** What was asked; `""` where the recording does not say. */
  readonly query: string;
  /** The series that were found. */
  readonly series: readonly Series[];
}

interface RawAnswer {
  query?: unknown;
  data?: { resultType?: string; result?: unknown };
}

interface RawSeries {
  metric?: Record<string, string>;
  value?: RawPoint;
  values?: RawPoint[];
}

type RawPoint = [number, string];

/** Reads an answer of `/api/v1/query` or `/api/v1/query_range`. Throws on text that is no JSON. */
export function parsePrometheusAnswer(text: string): PrometheusAnswer {
  const raw = JSON.parse(text) as RawAnswer | null;
  const { resultType, result } = raw?.data ?? {};
  const query = typeof raw?.query === "string" ? raw.query : "";
  if (!Array.isArray(result)) return { query, series: [] };
  const series = resultType === "scalar" ? [{ value: result as RawPoint }] : result as RawSeries[];
  return {
    query,
    series: series.map(({ metric = {}, value, values }: RawSeries) => ({
      labels: metric,
      points: (values ?? (value ? [value] : [])).map(([seconds, v]) =>
        [seconds * 1000, Number(v)] as const
      ),
    })),
  };
}

/** The newest value of a series that is a number; `undefined` where there is none. */
export function newestValue({ points }: Series): number | undefined {
  return points.findLast(([, value]) => Number.isFinite(value))?.[1];
}

/** The share that a query's `histogram_quantile` asks for, from 0 to 1; `undefined` for another query. */
export function quantileAsked(query: string): number | undefined {
  const share = /histogram_quantile\(\s*(0?\.\d+|[01])\s*,/.exec(query)?.[1];
  return share === undefined ? undefined : Number(share);
}

/**
 * Milliseconds in one unit of what a query yields, by the name of its metric (`…_milliseconds`, `…_ms`,
 * `…_seconds`); `undefined` where the name does not say.
 */
export function millisecondsPerUnit(query: string): number | undefined {
  if (/_(?:milliseconds|ms)(?:_bucket|_sum|_count)?\b/.test(query)) return 1;
  return /_seconds(?:_bucket|_sum|_count)?\b/.test(query) ? 1000 : undefined;
}
