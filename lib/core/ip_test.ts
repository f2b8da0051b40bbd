import { strictEqual } from "node:assert/strict";
import { isCidr, isInCidr, isInRange, parseIp } from "./ip.ts";

Deno.test("parseIp() reads IPv4, IPv6 and IPv4 in IPv6 form, and nothing else", () => {
  strictEqual(parseIp("10.0.0.1")?.value, 0x0a000001n);
  strictEqual(parseIp("::1")?.value, 1n);
  strictEqual(parseIp("[2001:db8::1:0]")?.value, 0x20010db8000000000000000000010000n);
  strictEqual(parseIp("::ffff:10.0.0.1")?.version, 4);
  for (
    const wrong of [
      "",
      "10.0.0",
      "10.0.0.256",
      "010.0.0.1",
      "1:2",
      "::1::",
      "reviews",
      "12345::",
      "1.2.3.4.5",
    ]
  ) {
    strictEqual(parseIp(wrong), undefined, wrong);
  }
});

Deno.test("isInRange() compares the fixed bits only, within one family", () => {
  strictEqual(isInRange("10.1.2.3", "10.0.0.0", 8), true);
  strictEqual(isInRange("11.1.2.3", "10.0.0.0", 8), false);
  strictEqual(isInRange("10.1.2.3", "0.0.0.0", 0), true);
  strictEqual(isInRange("::1", "0.0.0.0", 0), false);
  strictEqual(isInRange("fd00::5", "fd00::", 8), true);
});

Deno.test("isInCidr() takes a range or a single address", () => {
  strictEqual(isInCidr("10.1.2.3", "10.1.0.0/16"), true);
  strictEqual(isInCidr("10.1.2.3", "10.1.2.3"), true);
  strictEqual(isInCidr("10.1.2.4", "10.1.2.3"), false);
});

Deno.test("isCidr() refuses what isInCidr() could not compare", () => {
  for (const range of ["10.0.0.0/8", "10.1.2.3", "2001:db8::/32", "::/0", "0.0.0.0/0"]) {
    strictEqual(isCidr(range), true, range);
  }
  for (const range of ["", "10.0.0/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/a", "10.0.0.0/8/8"]) {
    strictEqual(isCidr(range), false, range);
    strictEqual(isInCidr("10.0.0.0", range), false, range);
  }
});
