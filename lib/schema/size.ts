import type { Check } from "./report.ts";

/** How many characters, items or entries a value may have. */
export interface Bounds {
  /** The least; none where `undefined`. */
  readonly least: number | undefined;
  /** The most; any number where `undefined`. */
  readonly most: number | undefined;
}

/**
 * Checks the size of values that have one: `sizeOf` is `undefined` for the others. What is too big is not
 * sound, since rules may take long over it.
 */
export function sizeChecks(
  { least = 0, most = Infinity }: Bounds,
  unit: { readonly one: string; readonly many: string },
  sizeOf: (value: unknown) => number | undefined,
): Check[] {
  if (least === 0 && most === Infinity) return [];
  const count = (number: number) => `${number} ${number === 1 ? unit.one : unit.many}`;
  const check: Check = (value, report) => {
    const size = sizeOf(value);
    if (size === undefined) return true;
    if (size < least) report.add("size", `must have at least ${count(least)}, not ${size}`);
    if (size > most) report.add("size", `must have at most ${count(most)}, not ${size}`);
    return size <= most;
  };
  return [check];
}
