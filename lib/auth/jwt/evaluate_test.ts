import assert from "node:assert/strict";
import { meshOf } from "../../../tests/mesh_of.ts";
import { rawToken, signer } from "../../../tests/tokens.ts";
import {
  evaluateJwt,
  formatJwtDetails,
  isPlaceholderJwks,
  JwtAuthenticator,
  requestAuthenticationsFor,
} from "../mod.ts";

const NOW = new Date("2026-01-01T00:00:00Z");
const SECONDS = NOW.getTime() / 1000;
const idp = await signer("one");
const other = await signer("two");
const elliptic = await signer("ec", "ES256");
const JWKS = JSON.stringify({ keys: [idp.jwk, elliptic.jwk] });
const WEB = { namespace: "shop", labels: { app: "web" } };
const CLAIMS = { iss: "https://idp", sub: "ann", aud: "shop", exp: SECONDS + 100 };

interface Rule {
  readonly issuer?: string;
  readonly [field: string]: unknown;
}

function policies(...rules: Rule[]) {
  return requestAuthenticationsFor(
    meshOf(`
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: jwt, namespace: shop}
spec: ${JSON.stringify({ selector: { matchLabels: { app: "web" } }, jwtRules: rules })}
`),
    WEB,
  );
}

const RULE = { issuer: "https://idp", jwks: JWKS };

async function outcome(rules: readonly Rule[], token: string | undefined): Promise<string> {
  const { outcome, status, code = "" } = await evaluateJwt(policies(...rules), token, { now: NOW });
  return outcome === "rejected" ? `${code} ${status}` : outcome;
}

Deno.test("evaluateJwt() judges a token in Envoy's order and words", async () => {
  const sign = (claims: Record<string, unknown>) => idp.sign({ ...CLAIMS, ...claims });
  const [good, slash] = [await sign({}), await sign({ iss: "https://idp/" })];
  const cases: readonly [string | undefined, Rule, string][] = [
    [good, RULE, "accepted"],
    [`Bearer ${good}`, RULE, "accepted"],
    [await elliptic.sign(CLAIMS), RULE, "accepted"],
    [undefined, RULE, "no token"],
    [
      "rubbish",
      RULE,
      "401 Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections",
    ],
    [rawToken({ alg: "none" }, CLAIMS), RULE, "401 Jwt header [alg] is not supported"],
    [
      rawToken({ alg: "HS256" }, CLAIMS),
      RULE,
      "401 Jwks doesn't have key to match kid or alg from Jwt",
    ],
    [slash, RULE, "401 Jwt issuer is not configured"],
    [await sign({ exp: SECONDS - 60 }), RULE, "accepted"],
    [await sign({ exp: SECONDS - 61 }), RULE, "401 Jwt is expired"],
    [await sign({ nbf: SECONDS + 60 }), RULE, "accepted"],
    [await sign({ nbf: SECONDS + 61 }), RULE, "401 Jwt not yet valid"],
    [await sign({ exp: SECONDS - 999, iss: "x" }), RULE, "401 Jwt issuer is not configured"],
    [good, { ...RULE, audiences: ["bank"] }, "403 Audiences in Jwt are not allowed"],
    [good, { ...RULE, audiences: ["bank", "https://shop/"] }, "accepted"],
    [
      await idp.sign({ iss: "https://idp" }),
      { ...RULE, audiences: ["bank"] },
      "403 Audiences in Jwt are not allowed",
    ],
    [await other.sign(CLAIMS), RULE, "401 Jwks doesn't have key to match kid or alg from Jwt"],
    [await other.sign(CLAIMS, { kid: "one" }), RULE, "401 Jwt verification fails"],
    [good, { ...RULE, jwks: "nonsense" }, "401 Jwks doesn't have any valid public key"],
    [good, { issuer: "https://idp", jwksUri: "https://idp/keys" }, "unknown"],
    [
      await sign({ exp: 1 }),
      { issuer: "https://idp", jwksUri: "https://idp/keys" },
      "401 Jwt is expired",
    ],
  ];
  for (const [token, rule, expected] of cases) {
    assert.equal(await outcome([rule], token), expected, `${token} ${JSON.stringify(rule)}`);
  }
});

Deno.test("evaluateJwt() meets one of several rules, and reports the most telling refusal", async () => {
  const rules = [{ issuer: "a", jwks: JWKS }, RULE];
  assert.equal(await outcome(rules, await idp.sign(CLAIMS)), "accepted");
  assert.equal(await outcome(rules, undefined), "no token");
  assert.equal(
    await outcome(rules, await idp.sign({ ...CLAIMS, iss: "b" })),
    "401 Jwt issuer is not configured",
  );
  assert.equal(await outcome(rules, await idp.sign({ ...CLAIMS, exp: 1 })), "401 Jwt is expired");
  assert.equal(
    await outcome([...rules, { ...RULE, audiences: ["x"] }], await idp.sign(CLAIMS)),
    "accepted",
  );
});

Deno.test("evaluateJwt() looks for tokens where the rule says, and only there", async () => {
  const token = await idp.sign(CLAIMS);
  const evaluate = async (rule: Rule, headers: Record<string, string>, path = "/") =>
    (await evaluateJwt(policies(rule), { headers, path }, { now: NOW })).outcome;
  const header = { ...RULE, fromHeaders: [{ name: "X-Jwt", prefix: "Token " }] };
  assert.equal(await evaluate(header, { "x-jwt": `Token ${token}` }), "accepted");
  assert.equal(await evaluate(header, { "x-jwt": token }), "no token");
  assert.equal(await evaluate(header, { authorization: `Bearer ${token}` }), "no token");
  assert.equal(await evaluate(RULE, {}, `/?access_token=${token}`), "accepted");
  assert.equal(await evaluate({ ...RULE, fromParams: ["t"] }, {}, `/?t=${token}#x`), "accepted");
  assert.equal(
    await evaluate({ ...RULE, fromCookies: ["jwt"] }, { cookie: `a=b; jwt=${token}` }),
    "accepted",
  );
  assert.equal(await evaluate({ ...RULE, fromCookies: ["jwt"] }, { cookie: "a=b" }), "no token");
  const both = { ...RULE, fromParams: ["t"], fromCookies: ["jwt"] };
  assert.equal(await evaluate(both, { cookie: "jwt=rubbish" }, `/?t=${token}`), "rejected");
});

Deno.test("evaluateJwt() says why, with the values involved", async () => {
  const reason = async (rule: Rule, token: string) =>
    (await evaluateJwt(policies(rule), token, { now: NOW })).rules[0]!.reason;
  assert.equal(
    await reason(RULE, await idp.sign({ ...CLAIMS, iss: "https://idp/" })),
    'the issuer of the token is "https://idp/", that of the rule "https://idp": they differ in the slash at the end',
  );
  assert.equal(
    await reason(RULE, await idp.sign({ ...CLAIMS, exp: SECONDS - 3600 })),
    "the token expired at 2025-12-31T23:00:00.000Z; it is 2026-01-01T00:00:00.000Z, and 60 s of skew are allowed",
  );
  assert.equal(
    await reason(RULE, await other.sign(CLAIMS)),
    'the token says algorithm RS256, key "two"; the keys are "one" (RS256), "ec" (ES256)',
  );
  assert.equal(
    await reason({ ...RULE, audiences: ["bank"] }, await idp.sign(CLAIMS)),
    'the token is for "shop", the rule takes "bank"',
  );
});

Deno.test("evaluateJwt() recognizes the placeholder key set of istiod", async () => {
  const jwks = {
    keys: [{ kty: "RSA", kid: "x", e: "AQAB", n: "0xObjM0UvS_oaazjpEYlAbwctEJ4L8pH3abc" }],
  };
  assert.equal(isPlaceholderJwks(jwks), true);
  assert.equal(isPlaceholderJwks(JWKS), false);
  const rule = { issuer: "https://idp", jwksUri: "https://idp/keys" };
  const { rules, status } = await evaluateJwt(policies(rule), await idp.sign(CLAIMS), {
    now: NOW,
    jwks,
  });
  assert.equal(status, "Jwks doesn't have key to match kid or alg from Jwt");
  assert.match(rules[0]!.reason, /placeholder that istiod installs/);
});

Deno.test("JwtAuthenticator hands claims on as policies see them", async () => {
  const rule = {
    issuer: "https://idp",
    jwksUri: "https://idp/keys",
    spaceDelimitedClaims: ["roles"],
  };
  const authenticator = new JwtAuthenticator(policies(rule), { jwks: JWKS });
  const token = await idp.sign({ ...CLAIMS, roles: "dev ops" });
  const { claims, by } = await authenticator.authenticate(token, { now: NOW });
  assert.deepEqual(claims, { ...CLAIMS, roles: ["dev", "ops"] });
  assert.deepEqual(by?.path, ["spec", "jwtRules", 0]);
  const nobody = await authenticator.authenticate(undefined, { now: NOW });
  assert.equal(nobody.claims, null);
});

Deno.test("requestAuthenticationsFor() adds up root namespace and namespace, by selector", () => {
  const yaml = ["shop", "istio-system", "elsewhere"].map((namespace) => `
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: in-${namespace}, namespace: ${namespace}}
spec: {jwtRules: [{issuer: x}]}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: db-${namespace}, namespace: ${namespace}}
spec: {selector: {matchLabels: {app: db}}, jwtRules: [{issuer: x}]}
`).join("");
  const names = requestAuthenticationsFor(meshOf(yaml), WEB).map(({ name }) => name);
  assert.deepEqual(names, ["in-shop", "in-istio-system"]);
});

Deno.test("formatJwtDetails() writes what the access log shows", () => {
  assert.equal(formatJwtDetails("Jwt is expired"), "jwt_authn_access_denied{Jwt_is_expired}");
});
