/**
 * Does a job for each item, at most `limit` at once, and returns the results in the order of the items.
 * The first error ends it.
 */
export async function concurrently<T, R>(
  items: readonly T[],
  limit: number,
  job: (item: T) => Promise<R>,
): Promise<R[]> {
  const turns = new Limit(limit);
  return await Promise.all(items.map((item) => turns.run(() => job(item))));
}

/** Lets a few jobs run at once and makes the others wait for their turn. */
export class Limit {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** Allows `limit` jobs at once. */
  constructor(limit: number) {
    this.#free = limit;
  }

  /** Does a job when there is room for it. */
  async run<R>(job: () => Promise<R>): Promise<R> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await job();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    }
  }
}
