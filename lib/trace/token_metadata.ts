import type { Claims, JwtEvaluation } from "../auth/mod.ts";

/**
 * What the JWT filter leaves for policies and routes, as istiod's policies look it up: by
 * `envoy.filters.http.jwt_authn` since Istio 1.24, by `istio_authn` before. `undefined` where the claims
 * are not known.
 */
export function tokenMetadata({ claims }: JwtEvaluation): ReadonlyMap<string, unknown> | undefined {
  if (claims === undefined) return undefined;
  if (claims === null) return new Map();
  const lists = Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, listed(value)]),
  );
  const { iss, sub, aud, azp } = claims;
  return new Map<string, unknown>([
    ["envoy.filters.http.jwt_authn", { payload: normalized(claims) }],
    ["istio_authn", {
      "request.auth.principal": `${String(iss)}/${String(sub)}`,
      "request.auth.audiences": Array.isArray(aud) ? aud.join(",") : aud,
      "request.auth.presenter": azp,
      "request.auth.claims": lists,
    }],
  ]);
}

/** Claims that hold several words come apart, as `normalize_payload_in_metadata` says. */
function normalized(claims: Claims): Claims {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      (name === "scope" || name === "permission") && typeof value === "string"
        ? value.split(" ")
        : value,
    ]),
  );
}

function listed(value: unknown): unknown {
  return typeof value === "string" ? value.split(" ") : value;
}
