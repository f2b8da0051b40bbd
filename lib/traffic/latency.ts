/** Relative width of a bucket: quantiles are off by at most half of it. */
const WIDTH = 1.02;
const LOG_WIDTH = Math.log(WIDTH);

/**
 * A distribution of durations in milliseconds, in buckets that grow by 2 %, so that any number of requests
 * takes bounded memory.
 */
export class Latency {
  readonly #buckets = new Map<number, number>();
  #count = 0;
  #max = 0;

  /** Adds one duration. */
  add(ms: number): void {
    const bucket = Math.round(Math.log(ms + 1) / LOG_WIDTH);
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + 1);
    this.#count++;
    this.#max = Math.max(this.#max, ms);
  }

  /** How many durations there are. */
  get count(): number {
    return this.#count;
  }

  /** The longest one; 0 where there is none. */
  get max(): number {
    return this.#max;
  }

  /** The duration that a share `q` of them does not exceed, to the millisecond; `NaN` where there is none. */
  quantile(q: number): number {
    let left = Math.max(1, Math.ceil(q * this.#count));
    for (const bucket of [...this.#buckets.keys()].sort((a, b) => a - b)) {
      left -= this.#buckets.get(bucket)!;
      if (left <= 0) return Math.min(this.#max, Math.round(Math.exp(bucket * LOG_WIDTH) - 1));
    }
    return NaN;
  }

  /** How many are at least this long, give or take a bucket. */
  countFrom(ms: number): number {
    const first = Math.round(Math.log(ms + 1) / LOG_WIDTH);
    let count = 0;
    for (const [bucket, n] of this.#buckets) if (bucket >= first) count += n;
    return count;
  }
}
