import { strictEqual } from "node:assert/strict";
import { compileRe2, matchesRe2 } from "./re2.ts";

Deno.test("matchesRe2() matches whole texts, with what RE2 has and JavaScript has not", () => {
  const rows: [string, string, boolean][] = [
    ["/api/v\\d+", "/api/v2", true],
    ["/api/v\\d+", "/api/v2/x", false],
    ["/a|/b", "/b", true],
    ["(?i)/API", "/api", true],
    ["/x(?i)Y|z", "/xy", true],
    ["(/x(?i)Y|/Z)", "/z", true],
    ["(?P<name>[a-z]+)-\\d{2}", "abc-12", true],
    ["(?<name>[a-z]+)", "abc", true],
    ["\\A/a\\z", "/a", true],
    ["\\Qa.b\\E", "a.b", true],
    ["\\Qa.b\\E", "axb", false],
    ["[[:alpha:]_]+", "ab_", true],
    ["[[:alpha:]]+", "a1", false],
    ["\\pL+", "äb", true],
    ["\\p{Greek}+", "αβ", true],
    [".*", "a\nb", false],
    ["(?s).*", "a\nb", true],
    ["a{2,3}", "aaa", true],
    ["a{,3}", "a{,3}", true],
    ["{x}", "{x}", true],
    ["[]a]", "]", true],
    ["a-b_c", "a-b_c", true],
    ["\\x41\\x{42}", "AB", true],
    ["[^/]+\\.js", "app.js", true],
    [".*?foo", "xfoo", true],
    ["", "", true],
  ];
  for (const [expression, text, expected] of rows) {
    strictEqual(matchesRe2(expression, text), expected, `${expression} on ${text}`);
  }
});

Deno.test("compileRe2() finds a part of a text where it is asked to", () => {
  strictEqual(compileRe2("b", "part")?.test("abc"), true);
  strictEqual(compileRe2("^b", "part")?.test("abc"), false);
  strictEqual(compileRe2("b")?.test("abc"), false);
});

Deno.test("compileRe2() refuses what RE2 refuses", () => {
  for (
    const wrong of ["(", ")", "a(?=b)", "(?!a)", "(?<=a)b", "\\1", "[a", "*a", "a**b\\", "\\C?+"]
  ) {
    strictEqual(compileRe2(wrong), undefined, wrong);
  }
});
