import { matchesRe2 } from "../../core/mod.ts";
import type { StringMatcher } from "../envoy/matchers.ts";

/** Whether a string matches; a matcher that asks nothing matches nothing. */
export function matchesString(matcher: StringMatcher, value: string): boolean {
  if (matcher.safeRegex !== undefined) return matchesRe2(matcher.safeRegex, value);
  const fold = (text: string) => matcher.ignoreCase ? text.toLowerCase() : text;
  const text = fold(value);
  if (matcher.exact !== undefined) return text === fold(matcher.exact);
  if (matcher.prefix !== undefined) return text.startsWith(fold(matcher.prefix));
  if (matcher.suffix !== undefined) return text.endsWith(fold(matcher.suffix));
  return matcher.contains !== undefined && text.includes(fold(matcher.contains));
}

/** A matcher as a sentence part: `starts with "/api"`. */
export function describeString(matcher: StringMatcher): string {
  const suffix = matcher.ignoreCase ? " (any case)" : "";
  if (matcher.exact !== undefined) return `is "${matcher.exact}"${suffix}`;
  if (matcher.prefix !== undefined) return `starts with "${matcher.prefix}"${suffix}`;
  if (matcher.suffix !== undefined) return `ends with "${matcher.suffix}"${suffix}`;
  if (matcher.contains !== undefined) return `contains "${matcher.contains}"${suffix}`;
  return matcher.safeRegex === undefined ? "is nothing" : `matches ${matcher.safeRegex}`;
}
