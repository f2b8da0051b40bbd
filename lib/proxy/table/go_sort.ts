/**
 * Go's `sort.Slice`. Tables of the peer tool are sorted by it, with comparisons that leave ties and even
 * contradict themselves; only the same algorithm gives the same order of rows.
 *
 * @module
 */

type Less<T> = (a: T, b: T) => boolean;

/** Below this length insertion sort is used. */
const MAX_INSERTION = 12;

/** From this length on the pivot is a median of medians, and partial insertion shifts elements. */
const LONG = 50;

/** Swaps while choosing a pivot that tell a descending input. */
const MAX_SWAPS = 12;

/** A sorted copy, in the order that Go's pattern-defeating quicksort gives (Go 1.19 and later). */
export function goSort<T>(items: readonly T[], less: Less<T>): T[] {
  const data = [...items];
  new Quicksort(data, less).sort(0, data.length, Math.floor(Math.log2(data.length || 1)) + 1);
  return data;
}

class Quicksort<T> {
  constructor(readonly data: T[], readonly lessThan: Less<T>) {}

  sort(from: number, to: number, limit: number): void {
    let [a, b, badPivots] = [from, to, limit];
    let [wasBalanced, wasPartitioned] = [true, true];
    for (;;) {
      const length = b - a;
      if (length <= MAX_INSERTION) return this.#insertionSort(a, b);
      if (badPivots === 0) return this.#heapSort(a, b);
      if (!wasBalanced) {
        this.#breakPatterns(a, b);
        badPivots--;
      }
      let { pivot, swaps } = this.#choosePivot(a, b);
      const isDescending = swaps === MAX_SWAPS;
      if (isDescending) {
        this.#reverse(a, b);
        pivot = b - 1 - (pivot - a);
      }
      const isLikelySorted = wasBalanced && wasPartitioned && (swaps === 0 || isDescending);
      if (isLikelySorted && this.#partialInsertionSort(a, b)) return;
      if (a > 0 && !this.#less(a - 1, pivot)) {
        a = this.#partitionEqual(a, b, pivot);
        continue;
      }
      const { mid, isPartitioned } = this.#partition(a, b, pivot);
      wasPartitioned = isPartitioned;
      const [left, right] = [mid - a, b - mid];
      wasBalanced = Math.min(left, right) >= Math.floor(length / 8);
      if (left < right) {
        this.sort(a, mid, badPivots);
        a = mid + 1;
      } else {
        this.sort(mid + 1, b, badPivots);
        b = mid;
      }
    }
  }

  #less(i: number, j: number): boolean {
    return this.lessThan(this.data[i] as T, this.data[j] as T);
  }

  #swap(i: number, j: number): void {
    [this.data[i], this.data[j]] = [this.data[j] as T, this.data[i] as T];
  }

  #reverse(a: number, b: number): void {
    for (let [i, j] = [a, b - 1]; i < j; i++, j--) this.#swap(i, j);
  }

  #insertionSort(a: number, b: number): void {
    for (let i = a + 1; i < b; i++) {
      for (let j = i; j > a && this.#less(j, j - 1); j--) this.#swap(j, j - 1);
    }
  }

  #heapSort(a: number, b: number): void {
    const length = b - a;
    for (let i = Math.floor((length - 1) / 2); i >= 0; i--) this.#siftDown(i, length, a);
    for (let i = length - 1; i >= 0; i--) {
      this.#swap(a, a + i);
      this.#siftDown(0, i, a);
    }
  }

  #siftDown(from: number, to: number, first: number): void {
    for (let root = from;;) {
      let child = 2 * root + 1;
      if (child >= to) return;
      if (child + 1 < to && this.#less(first + child, first + child + 1)) child++;
      if (!this.#less(first + root, first + child)) return;
      this.#swap(first + root, first + child);
      root = child;
    }
  }

  #partition(a: number, b: number, pivot: number): { mid: number; isPartitioned: boolean } {
    this.#swap(a, pivot);
    let [i, j, swapped] = [a + 1, b - 1, false];
    for (;;) {
      while (i <= j && this.#less(i, a)) i++;
      while (i <= j && !this.#less(j, a)) j--;
      if (i > j) break;
      this.#swap(i++, j--);
      swapped = true;
    }
    this.#swap(j, a);
    return { mid: j, isPartitioned: !swapped };
  }

  #partitionEqual(a: number, b: number, pivot: number): number {
    this.#swap(a, pivot);
    let [i, j] = [a + 1, b - 1];
    for (;;) {
      while (i <= j && !this.#less(a, i)) i++;
      while (i <= j && this.#less(a, j)) j--;
      if (i > j) return i;
      this.#swap(i++, j--);
    }
  }

  #partialInsertionSort(a: number, b: number): boolean {
    let i = a + 1;
    for (let step = 0; step < 5; step++) {
      while (i < b && !this.#less(i, i - 1)) i++;
      if (i === b) return true;
      if (b - a < LONG) return false;
      this.#swap(i, i - 1);
      if (i - a >= 2) {
        for (let j = i - 1; j >= 1 && this.#less(j, j - 1); j--) this.#swap(j, j - 1);
      }
      if (b - i >= 2) {
        for (let j = i + 1; j < b && this.#less(j, j - 1); j++) this.#swap(j, j - 1);
      }
    }
    return false;
  }

  /** Scatters three elements, by a generator that the length seeds. */
  #breakPatterns(a: number, b: number): void {
    const length = b - a;
    let random = BigInt(length);
    const mask = (1n << BigInt(Math.floor(Math.log2(length)) + 1)) - 1n;
    const middle = a + Math.floor(length / 4) * 2;
    for (let i = middle - 1; i <= middle + 1; i++) {
      random ^= BigInt.asUintN(64, random << 13n);
      random ^= random >> 7n;
      random ^= BigInt.asUintN(64, random << 17n);
      const other = Number(random & mask);
      this.#swap(i, a + (other >= length ? other - length : other));
    }
  }

  #choosePivot(a: number, b: number): { pivot: number; swaps: number } {
    const quarter = Math.floor((b - a) / 4);
    const counter = { swaps: 0 };
    const points = [a + quarter, a + quarter * 2, a + quarter * 3] as const;
    const [i, j, k] = b - a < LONG
      ? points
      : points.map((at) => this.#median(at - 1, at, at + 1, counter));
    return { pivot: this.#median(i as number, j as number, k as number, counter), ...counter };
  }

  #median(a: number, b: number, c: number, counter: { swaps: number }): number {
    const order = (x: number, y: number): [number, number] => {
      if (!this.#less(y, x)) return [x, y];
      counter.swaps++;
      return [y, x];
    };
    const [low, middle] = order(a, b);
    const [next] = order(middle, c);
    return order(low, next)[1];
  }
}
