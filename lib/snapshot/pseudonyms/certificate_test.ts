import {
  deepStrictEqual,
  doesNotMatch,
  match,
  notStrictEqual,
  strictEqual,
} from "node:assert/strict";
import fc from "fast-check";
import { CHAIN, ROOT } from "../../proxy/certificate_fixture.ts";
import { chainStateOf, readCertificates } from "../../proxy/mod.ts";
import { withPseudonymousCertificates } from "./certificate.ts";
import { Pseudonyms } from "./pseudonyms.ts";

const names = new Pseudonyms(new Uint8Array(32), {
  words: new Set(["sleep"]),
  namespaces: new Set(),
});
const other = (text: string) => withPseudonymousCertificates(text, names);

Deno.test("a certificate is for other names, with other keys, valid as before", () => {
  const [before, after] = [readCertificates(CHAIN), readCertificates(other(CHAIN))];
  deepStrictEqual(after.map(({ names }) => names), [
    [`spiffe://cluster.local/ns/client/sa/${names.text("sleep")}`],
    [],
  ]);
  for (const [i, { notBeforeMs, notAfterMs, isAuthority, issuer }] of before.entries()) {
    deepStrictEqual({ notBeforeMs, notAfterMs, isAuthority, issuer }, {
      notBeforeMs: after[i]?.notBeforeMs,
      notAfterMs: after[i]?.notAfterMs,
      isAuthority: after[i]?.isAuthority,
      issuer: after[i]?.issuer,
    });
    notStrictEqual(after[i]?.serial, before[i]?.serial);
    strictEqual(after[i]?.serial, names.identifier(before[i]!.serial));
  }
  strictEqual(chainStateOf(other(CHAIN)), "unreadable");
  const key = ROOT.replace(/\s/g, "").slice(300, 500);
  strictEqual(other(ROOT).replace(/\s/g, "").includes(key), false);
});

Deno.test("the same certificate becomes the same one, also in base64", () => {
  strictEqual(other(ROOT), other(ROOT));
  strictEqual(atob(other(btoa(ROOT))), other(ROOT));
  match(other(`before\n${ROOT}after`), /^before\n-----BEGIN CERTIFICATE[^]*-----\nafter$/);
});

Deno.test("nothing is left of what is no certificate", () => {
  const whole = Uint8Array.fromBase64(ROOT.replace(/-----[A-Z ]+-----|\s/g, ""));
  const damaged = fc.tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length)).map(
    ([at, value, length]) => whole.with(at, value).subarray(0, length),
  );
  fc.assert(fc.property(fc.oneof(fc.uint8Array(), damaged), (der) => {
    const text = other(`-----BEGIN CERTIFICATE-----\n${der.toBase64()}\n-----END CERTIFICATE-----`);
    match(text, /^$|^-----BEGIN CERTIFICATE-----/);
    doesNotMatch(text, /undefined/);
  }));
});
