/** The way to a field of an object: keys and list indexes. */
export type Path = readonly (string | number)[];

const IDENTIFIER = /^[A-Za-z_$][\w$-]*$/;

/** A path as people write it: `spec.http[0].route[1].weight`; a key that is no identifier is quoted. */
export function formatPath(path: Path): string {
  return path.map((step, i) => {
    if (typeof step === "number") return `[${step}]`;
    if (!IDENTIFIER.test(step)) return `[${JSON.stringify(step)}]`;
    return i === 0 ? step : `.${step}`;
  }).join("");
}

/** The path that {@linkcode formatPath} wrote. */
export function parsePath(text: string): Path {
  const steps = text.matchAll(/\.?([A-Za-z_$][\w$-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g);
  return [...steps].map(([, name, index, quoted]) =>
    name ?? (index === undefined ? JSON.parse(quoted!) : Number(index))
  );
}

/** A path as a JSON Pointer (RFC 6901), as JSON Patch needs it: `/spec/http/0`. */
export function toPointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(
    "",
  );
}

/** The value at `path` inside `root`, or `undefined` where the path leads nowhere. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) {
      return undefined;
    }
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
