import {
  formatPath,
  type Gap,
  type TokenInspection,
  type TokenVerification,
} from "../../core/mod.ts";
import type { JwtEvaluation } from "./evaluate.ts";
import { inspectJwt } from "./inspect.ts";
import { formatJwtDetails } from "./status.ts";

/** What a token says of itself at a time. */
export function tokenInspection(token: string, now: Date): TokenInspection {
  const inspected = inspectJwt(token);
  const { status, notBefore, expiresAt } = inspected;
  const time = now.toISOString();
  const validity = status !== "OK"
    ? "unreadable"
    : notBefore !== undefined && time < notBefore
    ? "not yet valid"
    : expiresAt !== undefined && time > expiresAt
    ? "expired"
    : "valid";
  return { kind: "TokenInspection", version: 1, takenAt: time, validity, ...inspected };
}

/** An evaluation in the shape that is shown. */
export function tokenVerification(
  { outcome, status, code, claims, rules }: JwtEvaluation,
  now: Date,
  gaps: readonly Gap[],
): TokenVerification {
  const { iss, sub } = claims ?? {};
  return {
    kind: "TokenVerification",
    version: 1,
    takenAt: now.toISOString(),
    outcome,
    status,
    ...(code === undefined ? {} : { code }),
    ...(outcome === "rejected" && status !== "OK" && status !== "unknown"
      ? { responseCodeDetails: formatJwtDetails(status) }
      : {}),
    ...(typeof iss === "string" && typeof sub === "string"
      ? { requestPrincipal: `${iss}/${sub}` }
      : {}),
    rules: rules.map(({ policy, path, rule, status, reason }) => ({
      resource: policy.ref,
      path: formatPath(path),
      issuer: rule.issuer ?? "",
      status,
      reason,
    })),
    gaps,
  };
}
