import { strictEqual } from "node:assert/strict";
import type { VirtualServiceHttpMatch as Match } from "./gen/mod.ts";
import { coversHttpMatch } from "./route_match.ts";

const CASES: readonly (readonly [string, Match, Match, boolean])[] = [
  ["no condition covers all", {}, { uri: { exact: "/a" } }, true],
  ["a prefix covers a longer one", { uri: { prefix: "/a" } }, { uri: { prefix: "/ab" } }, true],
  ["a prefix covers an exact path", { uri: { prefix: "/a" } }, { uri: { exact: "/a/b" } }, true],
  ["the root covers every path", { uri: { prefix: "/" } }, { uri: { regex: "/x.*" } }, true],
  ["a longer prefix does not cover", { uri: { prefix: "/ab" } }, { uri: { prefix: "/a" } }, false],
  ["a path does not cover no path", { uri: { exact: "/a" } }, {}, false],
  ["other expressions do not cover", { uri: { regex: "/a.*" } }, { uri: { exact: "/ab" } }, false],
  ["any method covers GET", {}, { method: { exact: "GET" } }, true],
  ["GET does not cover any method", { method: { exact: "GET" } }, {}, false],
  [
    "case counts unless both sides ignore it or the wide one does",
    { uri: { prefix: "/A" }, ignoreUriCase: true },
    { uri: { exact: "/ab" } },
    true,
  ],
  [
    "an exact case does not cover any case",
    { uri: { prefix: "/a" } },
    { uri: { exact: "/ab" }, ignoreUriCase: true },
    false,
  ],
  [
    "header names have no case",
    { headers: { "X-User": { exact: "a" } } },
    { headers: { "x-user": { exact: "a" } } },
    true,
  ],
  ["a header must be there", { headers: { "x-user": {} } }, {}, false],
  [
    "presence covers any value",
    { headers: { "x-user": {} } },
    { headers: { "x-user": { exact: "a" } } },
    true,
  ],
  [
    "absence covers the same absence",
    { withoutHeaders: { "x-user": { exact: "a" } } },
    { withoutHeaders: { "x-user": {} } },
    true,
  ],
  ["absence is a condition", { withoutHeaders: { "x-user": {} } }, {}, false],
  ["a port is a condition", { port: 80 }, {}, false],
  ["a gateway is a condition", { gateways: ["mesh"] }, {}, false],
  ["a source label is a condition", { sourceLabels: { a: "1" } }, { sourceLabels: {} }, false],
  [
    "fewer source labels cover more",
    { sourceLabels: { a: "1" } },
    { sourceLabels: { a: "1", b: "2" } },
    true,
  ],
];

for (const [name, wide, narrow, expected] of CASES) {
  Deno.test(`coversHttpMatch(): ${name}`, () => {
    strictEqual(coversHttpMatch(wide, narrow), expected);
  });
}
