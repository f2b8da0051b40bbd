import { includesLabels, type Labels } from "./selector.ts";

interface Entry<T> {
  readonly one: T;
  readonly selector: Labels;
  readonly position: number;
}

/** Finds what selects a pod by the pod's labels, without looking at what selects others. */
export class SelectorIndex<T extends { readonly namespace: string }> {
  readonly #entries = new Map<string, Entry<T>[]>();

  /** Indexes `all` by the rarest pair of their selectors; one without selector selects everything. */
  constructor(all: readonly T[], selectorOf: (one: T) => Labels | undefined) {
    const keyed = all.map((one) => {
      const selector = selectorOf(one) ?? {};
      const pairs = Object.entries(selector).map((pair) => keyOf(one.namespace, pair));
      return { one, selector, keys: pairs.length > 0 ? pairs : [keyOf(one.namespace, undefined)] };
    });
    const counts = new Map<string, number>();
    for (const key of keyed.flatMap(({ keys }) => keys)) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const [position, { one, selector, keys }] of keyed.entries()) {
      const key = keys.reduce((rarest, each) =>
        counts.get(each)! < counts.get(rarest)! ? each : rarest
      );
      const entry = { one, selector, position };
      const same = this.#entries.get(key);
      if (same) same.push(entry);
      else this.#entries.set(key, [entry]);
    }
  }

  /** What of a namespace selects a pod with these labels, in the order in which it was given. */
  selecting(labels: Labels, namespace: string): T[] {
    return [undefined, ...Object.entries(labels)]
      .flatMap((pair) => this.#entries.get(keyOf(namespace, pair)) ?? [])
      .filter(({ selector }) => includesLabels(labels, selector))
      .sort((a, b) => a.position - b.position)
      .map(({ one }) => one);
  }
}

function keyOf(namespace: string, pair: readonly [string, string] | undefined): string {
  return pair ? `${namespace} ${pair[0]}=${pair[1]}` : namespace;
}
