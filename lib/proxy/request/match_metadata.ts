import { isRecord } from "../../core/mod.ts";
import type { MetadataMatcher, ValueMatcher } from "../envoy/metadata_matcher.ts";
import { matchesString } from "./match_string.ts";

/** Whether metadata that filters set match. */
export function matchesMetadata(
  { filter, path, value, invert }: MetadataMatcher,
  dynamicMetadata: ReadonlyMap<string, unknown>,
): boolean {
  let found: unknown = dynamicMetadata.get(filter);
  for (const key of path) {
    found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return (value !== undefined && matchesValue(value, found)) !== invert;
}

function matchesValue(matcher: ValueMatcher, value: unknown): boolean {
  const { stringMatch, boolMatch, doubleMatch, presentMatch, nullMatch, listMatch, orMatch } =
    matcher;
  if (stringMatch !== undefined) {
    return typeof value === "string" && matchesString(stringMatch, value);
  }
  if (boolMatch !== undefined) return value === boolMatch;
  if (doubleMatch !== undefined) return value === doubleMatch;
  if (presentMatch !== undefined) return (value !== undefined) === presentMatch;
  if (nullMatch) return value === null;
  if (listMatch !== undefined) {
    return Array.isArray(value) && value.some((element) => matchesValue(listMatch, element));
  }
  return orMatch.some((way) => matchesValue(way, value));
}
