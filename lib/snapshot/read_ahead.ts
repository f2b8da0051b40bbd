/**
 * The results of a job for each item, in the order of the items, while up to `ahead` further jobs run
 * already. So memory holds only a few results at once.
 */
export async function* readAhead<T, R>(
  items: AsyncIterable<T>,
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
