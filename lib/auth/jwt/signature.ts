import type { Jwk } from "./jwks.ts";
import type { JwtStatus } from "./status.ts";
import type { ParsedJwt } from "./token.ts";

/** What verifying came to; `unknown` where a key is of a kind that only Envoy can try. */
export type SignatureStatus =
  | Extract<
    JwtStatus,
    | "OK"
    | "Jwt verification fails"
    | "Jwks doesn't have key to match kid or alg from Jwt"
    | "Jwks doesn't have any valid public key"
  >
  | "unknown";

/** The kind of key that each family of algorithms takes. */
const KEY_TYPE: Readonly<Record<string, string>> = {
  RS: "RSA",
  PS: "RSA",
  ES: "EC",
  HS: "oct",
  Ed: "OKP",
};

/** The keys that Envoy tries for a token: a `kid` or `alg` on both sides must agree. */
export function candidateKeys(jwt: ParsedJwt, keys: readonly Jwk[]): readonly Jwk[] {
  return keys.filter(({ kid, alg }) =>
    (jwt.keyId === "" || kid === "" || kid === jwt.keyId) && (alg === "" || alg === jwt.algorithm)
  );
}

/** Verifies the signature as Envoy does: with each candidate key, until one fits. */
export async function verifySignature(
  token: string,
  jwt: ParsedJwt,
  keys: readonly Jwk[] | undefined,
): Promise<SignatureStatus> {
  if (!keys || keys.length === 0) return "Jwks doesn't have any valid public key";
  const candidates = candidateKeys(jwt, keys);
  if (candidates.length === 0) return "Jwks doesn't have key to match kid or alg from Jwt";
  let isUnsure = false;
  for (const key of candidates) {
    if (KEY_TYPE[jwt.algorithm.slice(0, 2)] !== key.kty) continue;
    const fits = await isSignedBy(token, jwt.algorithm, key);
    if (fits) return "OK";
    isUnsure ||= fits === undefined;
  }
  return isUnsure ? "unknown" : "Jwt verification fails";
}

/** `undefined` where the key cannot be used here, such as an RSA key below 2048 bits. */
async function isSignedBy(
  token: string,
  algorithm: string,
  key: Jwk,
): Promise<boolean | undefined> {
  const { compactVerify, errors, importJWK } = await import("jose");
  // Envoy does not look at what a key is meant for.
  const { use: _use, key_ops: _keyOps, ...fields } = key.fields;
  try {
    await compactVerify(token, await importJWK(fields, algorithm), { algorithms: [algorithm] });
    return true;
  } catch (error) {
    return error instanceof errors.JWSSignatureVerificationFailed ? false : undefined;
  }
}
