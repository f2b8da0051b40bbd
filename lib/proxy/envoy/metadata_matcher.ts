import { isRecord } from "../../core/mod.ts";
import { type StringMatcher, stringMatcher } from "./matchers.ts";
import {
  field,
  flag,
  list,
  message,
  number,
  optionalFlag,
  optionalText,
  type Reader,
  text,
} from "./reader.ts";

/** A condition on metadata that a filter set, such as a claim of a token. */
export interface MetadataMatcher {
  /** The filter that set it, such as `envoy.filters.http.jwt_authn`. */
  readonly filter: string;
  /** Keys that lead to the value. */
  readonly path: readonly string[];
  /** What the value must be. */
  readonly value: ValueMatcher | undefined;
  /** Whether the answer is turned around. */
  readonly invert: boolean;
}

/** A condition on a value; exactly one of the ways is set. */
export interface ValueMatcher {
  /** A string. */
  readonly stringMatch: StringMatcher | undefined;
  /** A boolean. */
  readonly boolMatch: boolean | undefined;
  /** A number. */
  readonly doubleMatch: number | undefined;
  /** Whether there is a value at all. */
  readonly presentMatch: boolean | undefined;
  /** Whether it must be null. */
  readonly nullMatch: boolean;
  /** A list of which one element fits. */
  readonly listMatch: ValueMatcher | undefined;
  /** Several of which one fits. */
  readonly orMatch: readonly ValueMatcher[];
}

const readValueMatcher = message<ValueMatcher>({
  stringMatch: stringMatcher,
  boolMatch: optionalFlag,
  doubleMatch: (value) => number(field(value, "exact")),
  presentMatch: optionalFlag,
  nullMatch: isRecord,
  listMatch: (value) => valueMatcher(field(value, "one_of")),
  orMatch: (value) => list(valueMatcher)(field(value, "value_matchers")),
});

/** Reads a `type.matcher.v3.ValueMatcher`. */
export function valueMatcher(value: unknown): ValueMatcher | undefined {
  return readValueMatcher(value);
}

/** Reads a `type.matcher.v3.MetadataMatcher`. */
export const metadataMatcher: Reader<MetadataMatcher | undefined> = message({
  filter: text,
  path: list((step) => optionalText(field(step, "key"))),
  value: valueMatcher,
  invert: flag,
});
