import { isRecord } from "../../core/mod.ts";

/**
 * The part of a value that may be kept: `true` keeps a value as it is, a list of one shape keeps a list
 * of such values, a map keeps the named fields, a function decides itself.
 */
export type Shape =
  | true
  | readonly [Shape]
  | { readonly [field: string]: Shape }
  | ((value: unknown) => unknown);

/** Keeps of a value what its shape names; `undefined` where nothing of it fits. */
export function keep(value: unknown, shape: Shape): unknown {
  if (shape === true) return value;
  if (typeof shape === "function") return shape(value);
  if (isList(shape)) {
    return Array.isArray(value) ? value.map((item) => keep(item, shape[0])) : undefined;
  }
  if (!isRecord(value)) return undefined;
  const kept: Record<string, unknown> = {};
  for (const field of Object.keys(shape)) {
    if (!Object.hasOwn(value, field)) continue;
    const part = keep(value[field], shape[field]!);
    if (part !== undefined) kept[field] = part;
  }
  return kept;
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
