import { ok, strictEqual } from "node:assert/strict";
import { headerMatcher, queryParameterMatcher } from "../envoy/matchers.ts";
import { describeHeader, matchesHeader, matchesQueryParameter } from "./match_header.ts";

function header(matcher: object, value: string | undefined): boolean {
  const read = headerMatcher({ name: "x", ...matcher });
  ok(read);
  return matchesHeader(read, value);
}

Deno.test("matchesHeader() knows every kind of matcher", () => {
  const rows: [object, string | undefined, boolean][] = [
    [{ string_match: { exact: "A", ignore_case: true } }, "a", true],
    [{ string_match: { prefix: "a" } }, "ab", true],
    [{ string_match: { suffix: "b" } }, "ab", true],
    [{ string_match: { contains: "c" } }, "ab", false],
    [{ string_match: { safe_regex: { regex: "a+" } } }, "aa", true],
    [{ string_match: { safe_regex: { regex: "a+" } } }, "aab", false],
    [{ exact_match: "a" }, "a", true],
    [{ exact_match: "" }, "anything", true],
    [{ safe_regex_match: { regex: "a.c" } }, "abc", true],
    [{ prefix_match: "a" }, "b", false],
    [{ suffix_match: "b" }, "ab", true],
    [{ contains_match: "b" }, "abc", true],
    [{ range_match: { start: "1", end: 3 } }, "2", true],
    [{ range_match: { start: "1", end: 3 } }, "3", false],
    [{ range_match: { start: "-5", end: 3 } }, "-2", true],
    [{ range_match: { start: "1", end: 3 } }, "2.5", false],
    [{ present_match: true }, "", true],
    [{ present_match: true }, undefined, false],
    [{ present_match: false }, undefined, true],
    [{}, "there", true],
    [{}, undefined, false],
  ];
  for (const [matcher, value, expected] of rows) {
    strictEqual(header(matcher, value), expected, JSON.stringify([matcher, value]));
  }
});

Deno.test("a turned-around value matcher does not match a missing header unless that counts as empty", () => {
  const not = { string_match: { exact: "a" }, invert_match: true };
  strictEqual(header(not, "b"), true);
  strictEqual(header(not, "a"), false);
  strictEqual(header(not, undefined), false);
  strictEqual(header({ ...not, treat_missing_header_as_empty: true }, undefined), true);
  strictEqual(header({ present_match: true, invert_match: true }, undefined), true);
  strictEqual(header({ present_match: true, invert_match: true }, "a"), false);
});

Deno.test("matchesQueryParameter() asks value or presence", () => {
  const parameter = (matcher: object, value: string | undefined) => {
    const read = queryParameterMatcher({ name: "q", ...matcher });
    ok(read);
    return matchesQueryParameter(read, value);
  };
  strictEqual(parameter({ string_match: { exact: "" } }, ""), true);
  strictEqual(parameter({ string_match: { exact: "" } }, undefined), false);
  strictEqual(parameter({ present_match: true }, ""), true);
  strictEqual(parameter({}, undefined), false);
});

Deno.test("describeHeader() says what is asked", () => {
  const words = (matcher: object) => {
    const read = headerMatcher({ name: "x-user", ...matcher });
    return read && describeHeader(read);
  };
  strictEqual(words({ string_match: { prefix: "a" } }), 'header "x-user" starts with "a"');
  strictEqual(words({ exact_match: "a", invert_match: true }), 'not: header "x-user" is "a"');
  strictEqual(words({ present_match: true, invert_match: true }), 'header "x-user" is absent');
  strictEqual(
    words({ range_match: { start: 1, end: 5 } }),
    'header "x-user" is a number from 1 up to 5',
  );
});
