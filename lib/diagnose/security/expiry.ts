import type { CertificateStatus } from "../../evidence/mod.ts";

const DAY_MS = 86_400_000;

/** Days before its end from which a certificate is near it, unless a share of its life is less. */
const NEAR_DAYS = 60;
const NEAR_SHARE = 0.3;

/** Days before its end from which that is critical. */
const CRITICAL_DAYS = 7;

/** How a certificate stands with its end. */
export interface Expiry {
  /** Whole days until it ends; negative once it has. */
  readonly days: number;
  /** What that means: near is the lesser of 60 days and 30 % of its life. */
  readonly state: "valid" | "near" | "critical" | "expired";
}

/** How a certificate stands with its end at a time. */
export function expiryOf(
  { validFromMs, expiresMs }: Pick<CertificateStatus, "validFromMs" | "expiresMs">,
  now: Date,
): Expiry {
  const leftMs = expiresMs - now.getTime();
  const days = Math.floor(leftMs / DAY_MS);
  const near = Math.min(NEAR_DAYS * DAY_MS, NEAR_SHARE * (expiresMs - validFromMs));
  if (leftMs <= 0) return { days, state: "expired" };
  if (!(leftMs < near)) return { days, state: "valid" };
  return { days, state: leftMs < CRITICAL_DAYS * DAY_MS ? "critical" : "near" };
}

/** `expired 3 days ago`, `ends in 12 days`. */
export function inWords({ days, state }: Expiry): string {
  return state === "expired" ? `expired ${-days - 1} days ago` : `ends in ${days} days`;
}
