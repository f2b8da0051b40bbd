/** Many jobs, a few at a time. @module */

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

/**
 * The results of a job for each item, in the order of the items, while up to `ahead` further jobs run
 * already. So memory holds only a few results at once.
 */
export async function* readAhead<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  ahead: number,
  job: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for await (const item of items) {
    const result = job(item);
    // Its error is thrown when its turn comes.
    result.catch(() => {});
    running.push(result);
    if (running.length > ahead) yield await running.shift()!;
  }
  for (const result of running) yield await result;
}
