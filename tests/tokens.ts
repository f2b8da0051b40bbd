import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";

/** Who signs tokens in tests. */
export interface Signer {
  /** The public key. */
  readonly jwk: JWK;
  /** A token with these claims. */
  sign(claims: JWTPayload, header?: Readonly<Record<string, unknown>>): Promise<string>;
}

/** Makes a key pair and signs with it. */
export async function signer(kid: string, alg = "RS256"): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return {
    jwk: { ...await exportJWK(publicKey), kid, alg },
    sign: (claims, header = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid, ...header }).sign(privateKey),
  };
}

/** A token whose parts are as given, signed by nobody. */
export function rawToken(header: unknown, payload: unknown, signature = "c2ln"): string {
  const encode = (part: unknown) =>
    btoa(typeof part === "string" ? part : JSON.stringify(part)).replaceAll("=", "")
      .replaceAll("+", "-").replaceAll("/", "_");
  return `${encode(header)}.${encode(payload)}.${signature}`;
}
