import { isRecord } from "../../core/mod.ts";
import { bareToken } from "./evaluate.ts";
import type { JwtStatus } from "./status.ts";
import { parseJwt } from "./token.ts";

/** A token as it may be shown: no signature, and no value that could be a secret in full. */
export interface InspectedJwt {
  /** `OK`, or why no proxy would even look at its issuer. */
  readonly status: JwtStatus;
  /** Header; empty where it cannot be read. */
  readonly header: Readonly<Record<string, unknown>>;
  /** Claims; empty where they cannot be read. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** `iat` as an RFC 3339 time. */
  readonly issuedAt?: string;
  /** `nbf` as an RFC 3339 time. */
  readonly notBefore?: string;
  /** `exp` as an RFC 3339 time. */
  readonly expiresAt?: string;
}

const SECRET = /token|secret|password|key|nonce|hash|session|^sid$|^jti$/i;
const LONGEST = 64;

/** Reads a token without verifying it. What it returns may be shown. */
export function inspectJwt(token: string): InspectedJwt {
  const parsed = parseJwt(bareToken(token));
  if (parsed.status !== "OK") return { status: parsed.status, header: {}, claims: {} };
  const { header, claims } = parsed.jwt;
  return {
    status: "OK",
    header: redactRecord(header),
    claims: redactRecord(claims),
    ...timeOf("issuedAt", claims.iat),
    ...timeOf("notBefore", claims.nbf),
    ...timeOf("expiresAt", claims.exp),
  };
}

function timeOf(name: "issuedAt" | "notBefore" | "expiresAt", seconds: unknown) {
  const date = new Date(typeof seconds === "number" ? seconds * 1000 : NaN);
  return Number.isNaN(date.getTime()) ? {} : { [name]: date.toISOString() };
}

function redactRecord(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, redact(name, value)]),
  );
}

function redact(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => redact(name, one));
  if (isRecord(value)) return redactRecord(value);
  if (typeof value !== "string") return value;
  if (SECRET.test(name) && name !== "kid") {
    return `${value.slice(0, 4)}… (${value.length} characters)`;
  }
  return value.length <= LONGEST
    ? value
    : `${value.slice(0, LONGEST)}… (${value.length} characters)`;
}
