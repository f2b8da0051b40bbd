import { isRecord } from "../../core/mod.ts";
import { ALGORITHMS, type JwtStatus } from "./status.ts";

/** A token taken apart, its signature not verified. */
export interface ParsedJwt {
  /** Header as JSON. */
  readonly header: Readonly<Record<string, unknown>>;
  /** Payload as JSON. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** `alg` of the header. */
  readonly algorithm: string;
  /** `kid` of the header; `""` where it has none. */
  readonly keyId: string;
  /** `iss`; `""` where it has none. */
  readonly issuer: string;
  /** `aud` as a list. */
  readonly audiences: readonly string[];
  /** `nbf` in seconds since 1970; 0 where it has none. */
  readonly notBefore: number;
  /** `exp` in seconds since 1970; 0 where it has none. */
  readonly expires: number;
}

/** What parsing came to: the token, or the reason for which Envoy refuses it. */
export type JwtParseResult =
  | { readonly status: "OK"; readonly jwt: ParsedJwt }
  | { readonly status: Exclude<JwtStatus, "OK"> };

class Refusal extends Error {
  constructor(readonly status: Exclude<JwtStatus, "OK">) {
    super(status);
  }
}

/** Takes a token apart with the checks of Envoy, in Envoy's order. */
export function parseJwt(token: string): JwtParseResult {
  try {
    return { status: "OK", jwt: takeApart(token) };
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status };
    throw error;
  }
}

function takeApart(token: string): ParsedJwt {
  const [head = "", payload = "", signature = "", ...rest] = token.split(".");
  if (head === "" || payload === "" || signature === "" || rest.length > 0) {
    throw new Refusal(
      "Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections",
    );
  }
  const header = section(
    head,
    "Jwt header is an invalid Base64url encoded",
    "Jwt header is an invalid JSON",
  );
  const { alg, kid } = header;
  if (typeof alg !== "string") {
    throw new Refusal("Jwt header [alg] field is required and must be a string");
  }
  if (!ALGORITHMS.has(alg)) throw new Refusal("Jwt header [alg] is not supported");
  if (kid !== undefined && typeof kid !== "string") {
    throw new Refusal("Jwt header [kid] field is not a string");
  }
  const claims = section(
    payload,
    "Jwt payload is an invalid Base64url encoded",
    "Jwt payload is an invalid JSON",
  );
  const issuer = text(claims, "iss");
  text(claims, "sub");
  instant(claims, "iat");
  const notBefore = instant(claims, "nbf"), expires = instant(claims, "exp");
  text(claims, "jti");
  const audiences = audiencesOf(claims);
  if (decode(signature) === undefined) {
    throw new Refusal("Jwt signature is an invalid Base64url encoded");
  }
  return {
    header,
    claims,
    algorithm: alg,
    keyId: kid ?? "",
    issuer,
    audiences,
    notBefore,
    expires,
  };
}

function section(
  encoded: string,
  badEncoding: Exclude<JwtStatus, "OK">,
  badJson: Exclude<JwtStatus, "OK">,
): Readonly<Record<string, unknown>> {
  const bytes = decode(encoded);
  if (bytes === undefined) throw new Refusal(badEncoding);
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (isRecord(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  throw new Refusal(badJson);
}

function decode(encoded: string): Uint8Array | undefined {
  const bare = encoded.replace(/={1,2}$/, "");
  if (!/^[\w-]*$/.test(bare) || bare.length % 4 === 1) return undefined;
  const binary = atob(bare.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function text(claims: Readonly<Record<string, unknown>>, name: "iss" | "sub" | "jti"): string {
  const value = claims[name] ?? "";
  if (typeof value === "string") return value;
  throw new Refusal(`Jwt payload [${name}] field is not a string`);
}

function instant(claims: Readonly<Record<string, unknown>>, name: "iat" | "nbf" | "exp"): number {
  const value = claims[name] ?? 0;
  if (typeof value !== "number") throw new Refusal(`Jwt payload [${name}] field is not an integer`);
  if (value < 0 || value >= 2 ** 64) {
    throw new Refusal(`Jwt payload [${name}] field is not a positive 64 bit integer`);
  }
  return Math.trunc(value);
}

function audiencesOf({ aud = [] }: Readonly<Record<string, unknown>>): readonly string[] {
  const list: unknown[] = Array.isArray(aud) ? aud : [aud];
  return list.map((one) => {
    if (typeof one === "string") return one;
    throw new Refusal("Jwt payload [aud] field is not a string or string list");
  });
}
