import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { chainStateOf, readCertificates } from "./certificate.ts";
import { CHAIN, ROOT } from "./certificate_fixture.ts";

Deno.test("readCertificates() tells names, validity, issuer and serial number", () => {
  const [own, root] = readCertificates(CHAIN);
  deepStrictEqual(own, {
    subject: "",
    issuer: "O=cluster.local",
    serial: "42746c84415aeed0e5220987140ba553",
    names: ["spiffe://cluster.local/ns/client/sa/sleep"],
    notBeforeMs: Date.parse("2026-11-22T17:15:15Z"),
    notAfterMs: Date.parse("2026-11-23T17:17:15Z"),
    isAuthority: false,
  });
  deepStrictEqual([root?.isAuthority, root?.subject], [true, "O=cluster.local"]);
});

Deno.test("readCertificates() leaves out what is no certificate", () => {
  deepStrictEqual(readCertificates("nothing"), []);
  const broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";
  strictEqual(readCertificates(broken + ROOT).length, 1);
});

Deno.test("chainStateOf() asks that each certificate is signed by the next", () => {
  strictEqual(chainStateOf(CHAIN), "ok");
  strictEqual(chainStateOf(ROOT), "single");
  const [own = "", root = ""] = CHAIN.split(/(?<=-----END CERTIFICATE-----\n)/);
  strictEqual(chainStateOf(root + own), "broken");
});
