import type { Gap } from "./gap.ts";
import type { ResourceRef } from "./ref.ts";

/** What a token says of itself, with nothing in it that could be a secret. Its shape is a contract with scripts. */
export interface TokenInspection {
  /** Always `"TokenInspection"`. */
  readonly kind: "TokenInspection";
  /** Version of this shape. */
  readonly version: 1;
  /** When it was looked at, as an RFC 3339 time. */
  readonly takenAt: string;
  /** `OK`, or in Envoy's words why no proxy would even look at its issuer. */
  readonly status: string;
  /** Whether it counts at that time, without regard to its signature. */
  readonly validity: "valid" | "expired" | "not yet valid" | "unreadable";
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

/** What one rule of a RequestAuthentication says to a token. */
export interface TokenRuleVerdict {
  /** The RequestAuthentication. */
  readonly resource: ResourceRef;
  /** The rule, such as `spec.jwtRules[0]`. */
  readonly path: string;
  /** Issuer that the rule wants. */
  readonly issuer: string;
  /** Envoy's word; `unknown` where the signature cannot be verified here. */
  readonly status: string;
  /** Why, as half a sentence with the values involved. */
  readonly reason: string;
}

/** Which rule a token meets, and why the others refuse it. Its shape is a contract with scripts. */
export interface TokenVerification {
  /** Always `"TokenVerification"`. */
  readonly kind: "TokenVerification";
  /** Version of this shape. */
  readonly version: 1;
  /** The time by which it was judged, as an RFC 3339 time. */
  readonly takenAt: string;
  /** What the proxy does; `no token` passes without a request principal. */
  readonly outcome: "accepted" | "no token" | "rejected" | "unknown";
  /** Envoy's word for it. */
  readonly status: string;
  /** Response code of a rejection. */
  readonly code?: 401 | 403;
  /** What the access log of the proxy shows of a rejection. */
  readonly responseCodeDetails?: string;
  /** `ISSUER/SUBJECT`, as policies name it, of an accepted token. */
  readonly requestPrincipal?: string;
  /** What each rule says. */
  readonly rules: readonly TokenRuleVerdict[];
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}
