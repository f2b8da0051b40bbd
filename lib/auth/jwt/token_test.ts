import assert from "node:assert/strict";
import fc from "fast-check";
import { rawToken } from "../../../tests/tokens.ts";
import { inspectJwt } from "../mod.ts";
import { parseJwt } from "./token.ts";

const HEADER = { alg: "RS256" };

const CASES: readonly [token: string, status: string][] = [
  [rawToken(HEADER, { iss: "a", aud: ["b"], exp: 5 }), "OK"],
  ["", "Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections"],
  ["a.b", "Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections"],
  ["a.b.c.d", "Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections"],
  [
    rawToken({ alg: "none" }, {}, ""),
    "Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections",
  ],
  [rawToken({ alg: "none" }, {}), "Jwt header [alg] is not supported"],
  ["a+b.c.d", "Jwt header is an invalid Base64url encoded"],
  [rawToken("{", {}), "Jwt header is an invalid JSON"],
  [rawToken("[]", {}), "Jwt header is an invalid JSON"],
  [rawToken({}, {}), "Jwt header [alg] field is required and must be a string"],
  [rawToken({ alg: "RS256", kid: 1 }, {}), "Jwt header [kid] field is not a string"],
  [rawToken(HEADER, "no"), "Jwt payload is an invalid JSON"],
  [rawToken(HEADER, { iss: 1 }), "Jwt payload [iss] field is not a string"],
  [rawToken(HEADER, { exp: "1" }), "Jwt payload [exp] field is not an integer"],
  [rawToken(HEADER, { nbf: -1 }), "Jwt payload [nbf] field is not a positive 64 bit integer"],
  [rawToken(HEADER, { aud: [1] }), "Jwt payload [aud] field is not a string or string list"],
  [rawToken(HEADER, {}, "!"), "Jwt signature is an invalid Base64url encoded"],
];

Deno.test("parseJwt() refuses what Envoy refuses, in its words", () => {
  for (const [token, status] of CASES) assert.equal(parseJwt(token).status, status, token);
});

Deno.test("parseJwt() never throws", () => {
  fc.assert(fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => {
    assert.notEqual(parseJwt(`${a}.${b}.${c}`), undefined);
  }));
  fc.assert(fc.property(fc.json(), fc.json(), (header, payload) => {
    const binary = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));
    assert.notEqual(parseJwt(rawToken(binary(header), binary(payload))), undefined);
  }));
});

Deno.test("inspectJwt() shows times, and nothing secret in full", () => {
  const secret = "0123456789abcdef";
  const token = rawToken({ ...HEADER, kid: "k" }, {
    iss: "https://idp",
    exp: 1_700_000_000,
    nested: { refresh_token: secret },
    nonce: secret,
    long: "x".repeat(100),
    roles: ["dev"],
  });
  const inspected = inspectJwt(`  Bearer ${token}\n`);
  assert.equal(inspected.expiresAt, "2023-11-14T22:13:20.000Z");
  assert.deepEqual(inspected.header, { alg: "RS256", kid: "k" });
  assert.deepEqual(inspected.claims.roles, ["dev"]);
  assert.deepEqual(inspected.claims.nested, { refresh_token: "0123… (16 characters)" });
  assert.equal(inspected.claims.long, `${"x".repeat(64)}… (100 characters)`);
  assert.doesNotMatch(JSON.stringify(inspected), /0123456789/);
  assert.equal(inspectJwt("nonsense").status.startsWith("Jwt is not in the form"), true);
});
