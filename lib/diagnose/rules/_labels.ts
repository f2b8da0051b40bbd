import { type Fix, nearest, type Path } from "../../core/mod.ts";
import type { Labels } from "../../mesh/mod.ts";
import { replacement } from "../analysis/fix.ts";

/**
 * The value of a label that was probably meant. Values that differ in a number, as those of versions do,
 * or in the direction of a gateway, are no spellings of one another.
 */
export function intendedValue(value: string, known: Iterable<string>): string | undefined {
  return nearest(
    value,
    [...known].filter((other) =>
      other !== value && sense(other) !== sense(value) &&
      other.includes("egress") === value.includes("egress")
    ),
  );
}

/** A value without what distinguishes values of one kind. */
function sense(value: string): string {
  return value.replaceAll(/\d+/g, "#");
}

/** Another spelling of one label, with which a selector that selects nothing selects something. */
export function respelling(
  labels: Labels,
  at: Path,
  candidates: Iterable<Labels>,
  selects: (labels: Labels) => boolean,
): Fix | undefined {
  const known = [...candidates];
  for (const [key, value] of Object.entries(labels)) {
    const values = new Set(known.flatMap((one) => one[key] ?? []));
    const meant = intendedValue(value, [...values].sort());
    if (meant === undefined || !selects({ ...labels, [key]: meant })) continue;
    return replacement([...at, key], meant, `Select ${key}=${meant}`);
  }
  return undefined;
}
