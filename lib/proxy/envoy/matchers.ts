import {
  field,
  flag,
  from,
  message,
  number,
  optionalFlag,
  optionalText,
  percent,
  type Reader,
  text,
} from "./reader.ts";

/** Matches a string; exactly one of the ways is set. */
export interface StringMatcher {
  /** The whole string. */
  readonly exact: string | undefined;
  /** Its beginning. */
  readonly prefix: string | undefined;
  /** Its end. */
  readonly suffix: string | undefined;
  /** A part of it. */
  readonly contains: string | undefined;
  /** An RE2 expression for the whole string. */
  readonly safeRegex: string | undefined;
  /** Whether upper and lower case are the same, for all but the expression. */
  readonly ignoreCase: boolean;
}

/** Matches one header; where no way is set, its presence is asked. */
export interface HeaderMatcher {
  /** Name of the header, such as `:method` or `x-user`. */
  readonly name: string;
  /** How the value is matched. */
  readonly stringMatch: StringMatcher | undefined;
  /** The whole value (older form). */
  readonly exactMatch: string | undefined;
  /** An RE2 expression for the whole value (older form). */
  readonly safeRegexMatch: string | undefined;
  /** Beginning of the value (older form). */
  readonly prefixMatch: string | undefined;
  /** End of the value (older form). */
  readonly suffixMatch: string | undefined;
  /** Part of the value (older form). */
  readonly containsMatch: string | undefined;
  /** Whether the header must be there, or must not. */
  readonly presentMatch: boolean | undefined;
  /** A whole number from `start` up to, not including, `end`. */
  readonly rangeMatch: Int64Range | undefined;
  /** Whether the answer is turned around. */
  readonly invertMatch: boolean;
  /** Whether a missing header counts as an empty one. */
  readonly treatMissingHeaderAsEmpty: boolean;
}

/** A half-open range of whole numbers. */
export interface Int64Range {
  /** First number. */
  readonly start: number;
  /** First number that no longer belongs to it. */
  readonly end: number;
}

/** Matches one query parameter; where no way is set, its presence is asked. */
export interface QueryParameterMatcher {
  /** Name of the parameter. */
  readonly name: string;
  /** How its first value is matched. */
  readonly stringMatch: StringMatcher | undefined;
  /** Whether it must be there. */
  readonly presentMatch: boolean | undefined;
}

/** A share of requests that can be changed at run time. */
export interface RuntimeFraction {
  /** From 0 to 100, unless the run time says otherwise. */
  readonly percent: number;
  /** Key of the run-time value. */
  readonly runtimeKey: string;
}

/** Reads the expression of a `type.matcher.v3.RegexMatcher`. */
export function regex(value: unknown): string | undefined {
  return optionalText(field(value, "regex"));
}

/** Reads a `type.matcher.v3.StringMatcher`. */
export const stringMatcher: Reader<StringMatcher | undefined> = message({
  exact: optionalText,
  prefix: optionalText,
  suffix: optionalText,
  contains: optionalText,
  safeRegex: regex,
  ignoreCase: flag,
});

const int64Range: Reader<Int64Range | undefined> = message({
  start: (value) => number(value) ?? 0,
  end: (value) => number(value) ?? 0,
});

/** Reads a `config.route.v3.HeaderMatcher`. */
export const headerMatcher: Reader<HeaderMatcher | undefined> = message({
  name: text,
  stringMatch: stringMatcher,
  exactMatch: optionalText,
  safeRegexMatch: regex,
  prefixMatch: optionalText,
  suffixMatch: optionalText,
  containsMatch: optionalText,
  presentMatch: optionalFlag,
  rangeMatch: int64Range,
  invertMatch: flag,
  treatMissingHeaderAsEmpty: flag,
});

/** Reads a `config.route.v3.QueryParameterMatcher`. */
export const queryParameterMatcher: Reader<QueryParameterMatcher | undefined> = message({
  name: text,
  stringMatch: stringMatcher,
  presentMatch: optionalFlag,
});

/** Reads a `config.core.v3.RuntimeFractionalPercent`. */
export const runtimeFraction: Reader<RuntimeFraction | undefined> = message({
  percent: from("default_value", (value) => percent(value) ?? 0),
  runtimeKey: text,
});
