import type { AccessSource } from "./request.ts";
import type { Reading } from "./reading.ts";
import { type Identity, parsePrincipal } from "../principal.ts";

/** A part of the source's identity; absent for certain where the connection is not mutual TLS. */
export function readIdentity(
  source: AccessSource,
  part: (source: AccessSource) => string | undefined,
): Reading {
  if (source.isMtls === false) {
    return { state: "absent", reason: "the connection is not mTLS, so its source has no identity" };
  }
  const value = part(source);
  if (value !== undefined) return { state: "known", values: [value] };
  return source.principal === undefined ? { state: "unknown" } : {
    state: "absent",
    reason: `the identity ${source.principal} has no such part`,
  };
}

/** The parts of the source's principal, where it is known and names a service account. */
export function accountOf({ principal }: AccessSource): Identity | undefined {
  return principal === undefined ? undefined : parsePrincipal(principal);
}
