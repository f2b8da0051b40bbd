/** One value of a metric. */
export interface MetricSample {
  /** Its labels. */
  readonly labels: Readonly<Record<string, string>>;
  /** Its value; `NaN` where the source says so. */
  readonly value: number;
}

/** A histogram: how many values are at most this large, cumulated. */
export interface Histogram {
  /** Upper bound and count of each bucket, ascending; the last bound is `Infinity`. */
  readonly buckets: readonly { readonly le: number; readonly count: number }[];
  /** How many values there are. */
  readonly count: number;
  /** Their sum, in the unit of the metric. */
  readonly sum: number;
}

/** What a component says of itself in Prometheus' text format. Metrics are read when they are asked for. */
export class Exposition {
  readonly #lines: ReadonlyMap<string, readonly string[]>;
  readonly #samples = new Map<string, readonly MetricSample[]>();

  /** Indexes the lines of a text by the name of their metric. What is no sample is left out. */
  constructor(text: string) {
    const lines = new Map<string, string[]>();
    for (const line of text.split("\n")) {
      const name = /^[a-zA-Z_:][\w:]*/.exec(line)?.[0];
      if (name === undefined) continue;
      const known = lines.get(name);
      if (known) known.push(line);
      else lines.set(name, [line]);
    }
    this.#lines = lines;
  }

  /** Whether there is anything at all. */
  get isEmpty(): boolean {
    return this.#lines.size === 0;
  }

  /** The values of a metric, in the order of the text; of a histogram by the names of its parts. */
  samples(name: string): readonly MetricSample[] {
    let samples = this.#samples.get(name);
    if (!samples) {
      samples = (this.#lines.get(name) ?? []).flatMap((line) => parseSample(line) ?? []);
      this.#samples.set(name, samples);
    }
    return samples;
  }

  /** The sum of a metric's values whose labels fit; `undefined` where there is none. */
  sum(
    name: string,
    fits: (labels: MetricSample["labels"]) => boolean = () => true,
  ): number | undefined {
    const values = this.samples(name).filter(({ labels }) => fits(labels));
    return values.length === 0 ? undefined : values.reduce((sum, { value }) => sum + value, 0);
  }

  /** A histogram over all label sets that fit; `undefined` where there is none. */
  histogram(
    name: string,
    fits: (labels: MetricSample["labels"]) => boolean = () => true,
  ): Histogram | undefined {
    const counts = new Map<number, number>();
    for (const { labels, value } of this.samples(`${name}_bucket`)) {
      if (!fits(labels)) continue;
      const le = toNumber(labels["le"] ?? "");
      counts.set(le, (counts.get(le) ?? 0) + value);
    }
    if (counts.size === 0) return undefined;
    const buckets = [...counts].map(([le, count]) => ({ le, count })).sort((a, b) => a.le - b.le);
    return {
      buckets,
      count: this.sum(`${name}_count`, fits) ?? buckets.at(-1)!.count,
      sum: this.sum(`${name}_sum`, fits) ?? NaN,
    };
  }
}

/**
 * The value below which a share `q` of a histogram's values lies, interpolated within its bucket as
 * Prometheus' `histogram_quantile` does; `NaN` for an empty one.
 */
export function quantileOf({ buckets }: Histogram, q: number): number {
  const total = buckets.at(-1)?.count ?? 0;
  if (total === 0) return NaN;
  const rank = q * total;
  const i = buckets.findIndex(({ count }) => count >= rank);
  const { le, count } = buckets[i]!;
  const { le: from, count: below } = buckets[i - 1] ?? { le: 0, count: 0 };
  if (le === Infinity) return from;
  return from + (le - from) * (count === below ? 1 : (rank - below) / (count - below));
}

const SAMPLE = /^[a-zA-Z_:][\w:]*(?:\{(.*)\})?\s+(\S+)(?:\s+-?\d+)?\s*$/;

function parseSample(line: string): MetricSample | undefined {
  const match = SAMPLE.exec(line);
  if (!match) return undefined;
  return { labels: parseLabels(match[1] ?? ""), value: toNumber(match[2]!) };
}

function parseLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g)) {
    labels[name!] = value!.replace(/\\(.)/g, (_, c: string) => c === "n" ? "\n" : c);
  }
  return labels;
}

function toNumber(text: string): number {
  const infinity = /^([+-]?)Inf$/.exec(text);
  return infinity ? (infinity[1] === "-" ? -Infinity : Infinity) : Number(text);
}
