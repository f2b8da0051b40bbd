import { isDeepStrictEqual } from "node:util";
import { type Fix, valueAt } from "../../core/mod.ts";
import { oldestFirst, type Resource } from "../../mesh/mod.ts";
import { removal } from "../analysis/fix.ts";
import { formatName } from "./_names.ts";

const SPEC = ["spec"];

/** Takes an object away where an older one of its namespace says all that it says. */
export function removalOfTwin(on: Resource, others: readonly Resource[]): Fix | undefined {
  const twin = others.find((other) =>
    other.cluster === on.cluster && other.namespace === on.namespace &&
    oldestFirst(other, on) < 0 && isDeepStrictEqual(other.labels, on.labels) &&
    isDeepStrictEqual(valueAt(other.object, SPEC), valueAt(on.object, SPEC))
  );
  return twin && removal([], `Delete it: ${formatName(twin)} says the same`);
}
