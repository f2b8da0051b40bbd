import { matchesRe2 } from "../../core/mod.ts";
import type { HeaderMatcher, QueryParameterMatcher, StringMatcher } from "../envoy/matchers.ts";
import { describeString, matchesString } from "./match_string.ts";

/** Whether a header matches; `undefined` stands for a header that is not there. */
export function matchesHeader(matcher: HeaderMatcher, value: string | undefined): boolean {
  const present = presenceAsked(matcher);
  if (value === undefined && !matcher.treatMissingHeaderAsEmpty) {
    // Turning the answer around does not help a header that is missing, unless its presence is asked.
    return present !== undefined && present === matcher.invertMatch;
  }
  const isMatch = present ?? matchesValue(matcher, value ?? "");
  return isMatch !== matcher.invertMatch;
}

/** Whether a query parameter matches; `undefined` stands for one that is not there. */
export function matchesQueryParameter(
  { stringMatch, presentMatch }: QueryParameterMatcher,
  value: string | undefined,
): boolean {
  if (stringMatch !== undefined) return value !== undefined && matchesString(stringMatch, value);
  return (value !== undefined) === (presentMatch ?? true);
}

/** What a header matcher asks, in words. */
export function describeHeader(matcher: HeaderMatcher): string {
  const present = presenceAsked(matcher);
  if (present !== undefined) {
    return `header "${matcher.name}" is ${present === matcher.invertMatch ? "absent" : "present"}`;
  }
  const range = matcher.rangeMatch;
  const what = range === undefined
    ? describeString(matcher.stringMatch ?? olderForm(matcher))
    : `is a number from ${range.start} up to ${range.end}`;
  return `${matcher.invertMatch ? "not: " : ""}header "${matcher.name}" ${what}`;
}

/** Whether presence (`true`) or absence (`false`) is asked; `undefined` where a value is. */
function presenceAsked(matcher: HeaderMatcher): boolean | undefined {
  if (matcher.presentMatch !== undefined) return matcher.presentMatch;
  const asksValue = matcher.stringMatch !== undefined || matcher.rangeMatch !== undefined ||
    Object.values(olderForm(matcher)).some((way) => typeof way === "string");
  return asksValue ? undefined : true;
}

function matchesValue(matcher: HeaderMatcher, value: string): boolean {
  if (matcher.rangeMatch !== undefined) {
    const { start, end } = matcher.rangeMatch;
    return /^[+-]?\d+$/.test(value) && Number(value) >= start && Number(value) < end;
  }
  if (matcher.stringMatch !== undefined) return matchesString(matcher.stringMatch, value);
  if (matcher.safeRegexMatch !== undefined) return matchesRe2(matcher.safeRegexMatch, value);
  // In its older form an empty exact value matches any.
  return matcher.exactMatch === "" || matchesString(olderForm(matcher), value);
}

function olderForm(matcher: HeaderMatcher): StringMatcher {
  return {
    exact: matcher.exactMatch,
    prefix: matcher.prefixMatch,
    suffix: matcher.suffixMatch,
    contains: matcher.containsMatch,
    safeRegex: matcher.safeRegexMatch,
    ignoreCase: false,
  };
}
