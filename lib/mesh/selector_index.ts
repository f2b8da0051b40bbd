import { includesLabels, type Labels } from "./selector.ts";

interface Entry<T> {
  readonly one: T;
  readonly selector: Labels;
  readonly position: number;
}

/** Finds what selects a pod by the pod's labels, without looking at what selects others. */
export class SelectorIndex<T extends { readonly namespace: string }> {
  readonly #entries = new Map<string, Entry<T>[]>();

  /** Indexes `all` by a pair of their selectors; one without selector selects everything. */
  constructor(all: readonly T[], selectorOf: (one: T) => Labels | undefined) {
    for (const [position, one] of all.entries()) {
      const selector = selectorOf(one) ?? {};
      const [pair] = Object.entries(selector);
      const key = keyOf(one.namespace, pair);
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
