import { type Fix, type PatchOperation, type Path, toPointer, valueAt } from "../../../core/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";

/** Something with a share of the requests. */
export interface Weighted {
  /** Its share among its siblings. */
  readonly weight?: number;
}

const WHOLE = 100;

/**
 * Weights in the same proportion whose sum is 100; what rounding leaves goes to the largest. `undefined`
 * where nobody gets anything.
 */
export function inPercent(weights: readonly number[]): readonly number[] | undefined {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0)) return undefined;
  const shares = weights.map((weight) => Math.round(weight * WHOLE / sum));
  const rest = WHOLE - shares.reduce((total, share) => total + share, 0);
  const largest = shares.indexOf(Math.max(...shares));
  return shares.with(largest, shares[largest]! + rest);
}

/** Takes a destination out of its route, and gives its share to the others. */
export function removalOfDestination(
  vs: Resource<"VirtualService">,
  path: Path,
): Fix | undefined {
  const list = path.slice(0, -2);
  const index = Number(path.at(-2));
  const route = valueAt(vs.object, list);
  if (path.at(-3) !== "route" || !Array.isArray(route)) return undefined;
  const others = (route as readonly Weighted[]).filter((_, i) => i !== index);
  const shares = inPercent(others.map(({ weight = 0 }) => weight));
  if (others.length === 0 || !shares) return undefined;
  return {
    applicability: "unsafe",
    title: "Take the destination out of the route",
    patch: [
      { op: "remove", path: toPointer([...list, index]) },
      ...others.flatMap(({ weight }, i): PatchOperation[] =>
        weight === shares[i]
          ? []
          : [{ op: "replace", path: toPointer([...list, i, "weight"]), value: shares[i] }]
      ),
    ],
  };
}
