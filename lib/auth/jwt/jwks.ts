import { isRecord } from "../../core/mod.ts";

/** One public key of a key set; `oct` keys are secrets and never shown. */
export interface Jwk {
  /** Kind of key. */
  readonly kty: string;
  /** Its name; `""` where it has none. */
  readonly kid: string;
  /** The only algorithm it serves; `""` where it says nothing. */
  readonly alg: string;
  /** Every field as written. */
  readonly fields: Readonly<Record<string, unknown>>;
}

// The moduli of the keys that istiod installs where it cannot fetch the real ones; nobody has the
// private halves. The older one is the base64 of a message.
const PLACEHOLDERS = [
  "0xObjM0UvS_oaazjpEYlAbwctEJ4L8pH3",
  "RXJyb3ItSXN0aW9kRmFpbGVkVG9GZXRjaEp3a3NVcmkt",
];

const KEY_TYPES: ReadonlySet<unknown> = new Set(["RSA", "EC", "oct", "OKP"]);

/** The keys of a key set, given as text or as an object; `undefined` where it is no key set. */
export function parseJwks(jwks: unknown): readonly Jwk[] | undefined {
  const value = typeof jwks === "string" ? parse(jwks) : jwks;
  if (!isRecord(value) || !Array.isArray(value.keys)) return undefined;
  return value.keys.flatMap((fields: unknown) => {
    if (!isRecord(fields) || !KEY_TYPES.has(fields.kty)) return [];
    const { kty, kid, alg } = fields;
    const word = (field: unknown) => typeof field === "string" ? field : "";
    return [{ kty: word(kty), kid: word(kid), alg: word(alg), fields }];
  });
}

/**
 * Whether a key set is the placeholder that istiod installs where it cannot fetch the keys of an issuer,
 * so that every token fails. Takes text or an object, such as a proxy's inline key set.
 */
export function isPlaceholderJwks(jwks: unknown): boolean {
  return (parseJwks(jwks) ?? []).some(({ fields: { n } }) =>
    typeof n === "string" && PLACEHOLDERS.some((modulus) => n.startsWith(modulus))
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Envoy finds no valid key in it, and says so for each token.
  }
}
