import { formatPath, type Path } from "../core/mod.ts";

const MOST = 20;

/** Paths of the fields in which two JSON values differ, the deepest that show it; at most twenty. */
export function differingFields(a: unknown, b: unknown): readonly string[] {
  const found: string[] = [];
  collect(a, b, [], found);
  return found;
}

function collect(a: unknown, b: unknown, path: Path, found: string[]): void {
  if (Object.is(a, b) || found.length >= MOST) return;
  if (isComposite(a) && isComposite(b) && Array.isArray(a) === Array.isArray(b)) {
    const [left, right] = [a, b] as Record<string, unknown>[];
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)].sort())) {
      const step = Array.isArray(a) ? Number(key) : key;
      collect(left?.[key], right?.[key], [...path, step], found);
    }
    return;
  }
  found.push(formatPath(path));
}

function isComposite(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
