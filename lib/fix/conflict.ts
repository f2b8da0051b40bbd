import type { Path } from "../core/mod.ts";

/** A place in a document that an edit has changed. */
export interface Touched {
  /** Where. */
  readonly path: Path;
  /** Whether items of the list around it have other indexes since. */
  readonly shifts: boolean;
}

/** Whether a place may mean something else, or be gone, after what was touched before. */
export function conflicts(path: Path, touched: readonly Touched[]): boolean {
  return touched.some((before) => meets(path, before));
}

function meets(path: Path, { path: before, shifts }: Touched): boolean {
  const differs = path.findIndex((key, i) => i < before.length && key !== before[i]);
  if (differs < 0) return true;
  // An item was added, taken or moved: what follows it in the list has moved too.
  const [here, there] = [path[differs]!, before[differs]!];
  return shifts && differs === before.length - 1 && typeof here === "number" &&
    typeof there === "number" && here > there;
}

/** The later place first: an edit there does not move the earlier ones. */
export function fromTheEnd(a: Path, b: Path): number {
  for (const [i, here] of a.entries()) {
    const there = b[i];
    if (there === undefined) return -1;
    if (here === there) continue;
    return here > there ? -1 : 1;
  }
  return a.length - b.length;
}
