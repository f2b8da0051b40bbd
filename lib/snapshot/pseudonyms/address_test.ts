import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { createHmac } from "node:crypto";
import fc from "fast-check";
import { isInCidr } from "../../core/mod.ts";
import { pseudonymousAddress } from "./address.ts";

const digest = (text: string) => createHmac("sha256", "key").update(text).digest();
const other = (address: string) => pseudonymousAddress(address, digest) ?? "none";

const v4 = fc.ipV4();
const v6 = fc.ipV6();

Deno.test("an address is in a range if and only if the other address is in the other range", () => {
  const pairs = fc.oneof(
    fc.tuple(v4, v4, fc.integer({ min: 8, max: 32 })),
    fc.tuple(v6, v6, fc.integer({ min: 16, max: 128 })),
  );
  fc.assert(
    fc.property(pairs, fc.boolean(), ([address, second, length], isOwn) => {
      const range = `${isOwn ? address : second}/${length}`;
      strictEqual(isInCidr(other(address), other(range)), isInCidr(address, range));
    }),
    { numRuns: 300 },
  );
});

Deno.test("only the same address gets the same other, and an address stays in its kind of range", () => {
  const kinds = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fd00::/8"];
  fc.assert(
    fc.property(fc.oneof(v4, v6), fc.oneof(v4, v6), (one, second) => {
      strictEqual(isInCidr(other(one), other(second)), isInCidr(one, second));
      for (const kind of kinds) strictEqual(isInCidr(other(one), kind), isInCidr(one, kind));
    }),
  );
});

Deno.test("addresses with a meaning stay, ranges have no bits behind their length", () => {
  const same = [
    "127.0.0.6",
    "0.0.0.0",
    "0.0.0.0/0",
    "169.254.169.254",
    "240.240.0.1",
    "::1",
    "::",
    "::/0",
    "fe80::1",
  ];
  deepStrictEqual(same.map(other), same);
  strictEqual(other("10.0.0.0/8"), "10.0.0.0/8");
  strictEqual(other("10.1.0.0/16").endsWith(".0.0/16"), true);
  strictEqual(other("::ffff:10.1.2.3"), `::ffff:${other("10.1.2.3")}`);
  for (const odd of ["10.1.2", "10.1.2.3/33", "1:2", ""]) strictEqual(other(odd), "none");
});
