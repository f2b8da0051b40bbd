import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import { mergeMessages } from "./merge.ts";

Deno.test("mergeMessages() merges messages, joins lists and replaces everything else", () => {
  deepStrictEqual(
    mergeMessages(
      { admin: { port: 1, path: "/dev/null" }, list: [1], kind: "a" },
      { admin: { port: 2 }, list: [2], kind: { b: 1 }, more: true },
    ),
    { admin: { port: 2, path: "/dev/null" }, list: [1, 2], kind: { b: 1 }, more: true },
  );
});

Deno.test("mergeMessages() takes odd names as names", () => {
  const override = JSON.parse('{"constructor": {"a": 1}, "toString": 2}');
  deepStrictEqual(mergeMessages({}, override), override);
});

Deno.test("mergeMessages() with nothing changes nothing", () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (message) => {
    deepStrictEqual({ ...mergeMessages(message, {}) }, { ...message });
  }));
});
