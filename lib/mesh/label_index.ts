import { includesLabels, type Labels } from "./selector.ts";

/** Something that label selectors select. */
export interface Labelled {
  /** Its labels. */
  readonly labels: Labels;
  /** Its namespace. */
  readonly namespace: string;
  /** Name of its cluster; absent for what only stands for a workload. */
  readonly cluster?: string;
}

/**
 * Finds things by their labels in time that grows with the rarest label asked for, not with the mesh. The
 * labels of a namespace, or of all, are indexed when somebody asks for them.
 */
export class LabelIndex<T extends Labelled> {
  readonly #all: readonly T[];
  #byNamespace: ReadonlyMap<string, LabelIndex<T>> | undefined;
  #byLabel: ReadonlyMap<string, ReadonlyMap<string, readonly T[]>> | undefined;

  /** Indexes `all`; answers keep its order. */
  constructor(all: readonly T[]) {
    this.#all = all;
  }

  /** What has all of `labels`, in one namespace or everywhere; empty labels select everything. */
  select(labels: Labels, namespace?: string): readonly T[] {
    if (namespace !== undefined) {
      this.#byNamespace ??= namespacesOf(this.#all);
      return this.#byNamespace.get(namespace)?.select(labels) ?? [];
    }
    const wanted = Object.keys(labels);
    let rarest = this.#all;
    for (const key of wanted) {
      this.#byLabel ??= labelsOf(this.#all);
      const found = this.#byLabel.get(key)?.get(labels[key]!);
      if (!found) return [];
      if (found.length < rarest.length) rarest = found;
    }
    return wanted.length < 2 ? rarest : rarest.filter((one) => includesLabels(one.labels, labels));
  }
}

function namespacesOf<T extends Labelled>(all: readonly T[]): ReadonlyMap<string, LabelIndex<T>> {
  const groups = Map.groupBy(all, ({ namespace }) => namespace);
  return new Map([...groups].map(([namespace, some]) => [namespace, new LabelIndex(some)]));
}

/** What has a label, by its key and its value. */
function labelsOf<T extends Labelled>(all: readonly T[]): Map<string, Map<string, T[]>> {
  const byKey = new Map<string, Map<string, T[]>>();
  for (const one of all) {
    for (const key in one.labels) {
      const value = one.labels[key]!;
      let byValue = byKey.get(key);
      if (!byValue) byKey.set(key, byValue = new Map());
      const same = byValue.get(value);
      if (same) same.push(one);
      else byValue.set(value, [one]);
    }
  }
  return byKey;
}
