import { includesLabels, type Labels } from "./selector.ts";

/** Something that label selectors select. */
export interface Labelled {
  /** Its labels. */
  readonly labels: Labels;
  /** Its namespace. */
  readonly namespace: string;
}

/** Finds things by their labels in time that grows with the rarest label asked for, not with the mesh. */
export class LabelIndex<T extends Labelled> {
  readonly #all: readonly T[];
  readonly #byNamespace: ReadonlyMap<string, readonly T[]>;
  readonly #everywhere = new Map<string, T[]>();
  readonly #namespaced = new Map<string, T[]>();

  /** Indexes `all`; answers keep its order. */
  constructor(all: readonly T[]) {
    this.#all = all;
    this.#byNamespace = Map.groupBy(all, ({ namespace }) => namespace);
    for (const one of all) {
      for (const key in one.labels) {
        const pair = `${key}=${one.labels[key]}`;
        append(this.#everywhere, pair, one);
        append(this.#namespaced, `${one.namespace} ${pair}`, one);
      }
    }
  }

  /** What has all of `labels`, in one namespace or everywhere; empty labels select everything. */
  select(labels: Labels, namespace?: string): readonly T[] {
    const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
    if (pairs.length === 0) {
      return namespace === undefined ? this.#all : this.#byNamespace.get(namespace) ?? [];
    }
    let rarest: readonly T[] | undefined;
    for (const pair of pairs) {
      const found = namespace === undefined
        ? this.#everywhere.get(pair)
        : this.#namespaced.get(`${namespace} ${pair}`);
      if (!found) return [];
      if (!rarest || found.length < rarest.length) rarest = found;
    }
    return pairs.length === 1
      ? rarest ?? []
      : (rarest ?? []).filter((one) => includesLabels(one.labels, labels));
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
