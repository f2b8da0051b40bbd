import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { covers, fqdn, mostSpecific, overlaps, parseServiceHost, serviceAliases } from "./host.ts";

Deno.test("fqdn() completes a name without dots in the namespace of its writer, and nothing else", () => {
  const rows: [string, string][] = [
    ["reviews", "reviews.shop.svc.cluster.local"],
    ["reviews.other", "reviews.other"],
    ["*.example.com", "*.example.com"],
    ["*", "*"],
    ["", ""],
  ];
  for (const [host, expected] of rows) strictEqual(fqdn(host, "shop"), expected);
});

Deno.test("parseServiceHost() takes the last label before the domain as namespace", () => {
  deepStrictEqual(parseServiceHost("a.b.svc.cluster.local"), { name: "a", namespace: "b" });
  deepStrictEqual(parseServiceHost("x.a.b.svc.cluster.local"), { name: "x.a", namespace: "b" });
  strictEqual(parseServiceHost("a.example.com"), undefined);
  strictEqual(parseServiceHost("b.svc.cluster.local"), undefined);
});

Deno.test("serviceAliases() has the bare name only for callers of the same namespace", () => {
  deepStrictEqual(serviceAliases("a", "shop", "shop").at(-1), "a");
  deepStrictEqual(serviceAliases("a", "shop", "other").includes("a"), false);
});

Deno.test("covers() lets a wildcard cover names below it, but not the name itself", () => {
  const rows: [string, string, boolean][] = [
    ["*", "anything", true],
    ["*.a.com", "x.a.com", true],
    ["*.a.com", "a.com", false],
    ["*.a.com", "*.b.a.com", true],
    ["*.b.a.com", "*.a.com", false],
    ["a.com", "a.com", true],
    ["a.com", "x.a.com", false],
  ];
  for (const [wide, narrow, expected] of rows) strictEqual(covers(wide, narrow), expected, wide);
});

const host: fc.Arbitrary<string> = fc.constantFrom(
  "*",
  "*.com",
  "*.a.com",
  "a.com",
  "x.a.com",
  "*.x.a.com",
  "b.com",
);

Deno.test("overlaps() does not depend on the order of its hosts", () => {
  fc.assert(fc.property(host, host, (a, b) => strictEqual(overlaps(a, b), overlaps(b, a))));
});

Deno.test("mostSpecific() gives a pattern that covers the host and that no other one is closer than", () => {
  fc.assert(
    fc.property(fc.array(host), fc.constantFrom("a.com", "x.a.com", "q.org"), (patterns, name) => {
      const best = mostSpecific(patterns, name);
      const fitting = patterns.filter((pattern) => covers(pattern, name));
      if (fitting.length === 0) return strictEqual(best, undefined);
      strictEqual(fitting.includes(best!), true);
      strictEqual(
        best === name || fitting.every((other) => other !== name && other.length <= best!.length),
        true,
      );
    }),
  );
});
