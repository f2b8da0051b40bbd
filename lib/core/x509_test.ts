import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { CERTIFICATE } from "../../tests/certificate.ts";
import { isKeyOf, parseCertificateChain } from "./x509.ts";

const KEY = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIDbvwvAeq9Pgds6CW+zW+ogPW39seGZIfXr2FN5PtWgtoAoGCCqGSM49
AwEHoUQDQgAEddNHxdhysICqGEr4oLYQ8Jh9/YGiMY5BRqFWXPoO5g3rcEL43qpr
rMTZ6tRC2KBG0zo+4k77uXXq5vP/bGXCXA==
-----END EC PRIVATE KEY-----
`;
const OTHER_KEY = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEINtR/ScwcZSZZLbaPan4oQRrsYd+bGxww9WHmJlkcfwYoAoGCCqGSM49
AwEHoUQDQgAEe7UKGLZqOuDr3a+i+VMV8XhPgbWSz0Rg9d1Uw/6BCeAkbNY/GRpQ
jrTYTHRZCxTWXQc7XblUS8WDc55fUWFnnQ==
-----END EC PRIVATE KEY-----
`;

Deno.test("parseCertificateChain() reads names and validity of each certificate", () => {
  const [first, second, ...more] = parseCertificateChain(CERTIFICATE + CERTIFICATE) ?? [];
  deepStrictEqual(first, second);
  deepStrictEqual(more, []);
  strictEqual(first?.subject, "CN=shop.example.com");
  deepStrictEqual(first.dnsNames, ["shop.example.com"]);
  strictEqual(new Date(first.expiresMs).toISOString(), "2099-01-01T00:00:00.000Z");
});

Deno.test("parseCertificateChain() takes no text that is no certificate", () => {
  strictEqual(parseCertificateChain(""), undefined);
  strictEqual(parseCertificateChain("nonsense"), undefined);
  strictEqual(parseCertificateChain(CERTIFICATE.replace("M", "!")), undefined);
});

Deno.test("isKeyOf() tells the key of a certificate from others", () => {
  strictEqual(isKeyOf(KEY, CERTIFICATE), true);
  strictEqual(isKeyOf(OTHER_KEY, CERTIFICATE), false);
  strictEqual(isKeyOf("nonsense", CERTIFICATE), undefined);
});
