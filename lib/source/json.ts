/** Deepest nesting that is read from a document; Kubernetes objects need about 30. */
export const MAX_DEPTH = 100;

/** Reads JSON. Throws a `SyntaxError`, also for what is nested deeper than {@linkcode MAX_DEPTH}. */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (isDeeperThan(value, MAX_DEPTH)) {
    throw new SyntaxError(`it is nested more than ${MAX_DEPTH} levels deep`);
  }
  return value;
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(item, levels - 1));
  for (const key of Object.keys(value)) {
    if (isDeeperThan((value as Record<string, unknown>)[key], levels - 1)) return true;
  }
  return false;
}
