/** What Envoy's JWT filter says of a token, in its own words; the access log writes spaces as underscores. */
export type JwtStatus =
  | "OK"
  | "Jwt is missing"
  | "Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections"
  | "Jwt header is an invalid Base64url encoded"
  | "Jwt header is an invalid JSON"
  | "Jwt header [alg] field is required and must be a string"
  | "Jwt header [alg] is not supported"
  | "Jwt header [kid] field is not a string"
  | "Jwt payload is an invalid Base64url encoded"
  | "Jwt payload is an invalid JSON"
  | `Jwt payload [${"iss" | "sub" | "jti"}] field is not a string`
  | `Jwt payload [${"iat" | "nbf" | "exp"}] field is not an integer`
  | `Jwt payload [${"iat" | "nbf" | "exp"}] field is not a positive 64 bit integer`
  | "Jwt payload [aud] field is not a string or string list"
  | "Jwt signature is an invalid Base64url encoded"
  | "Jwt issuer is not configured"
  | "Jwt not yet valid"
  | "Jwt is expired"
  | "Audiences in Jwt are not allowed"
  | "Jwks doesn't have any valid public key"
  | "Jwks doesn't have key to match kid or alg from Jwt"
  | "Jwt verification fails"
  | "Jwks remote fetch is failed";

/** Algorithms that Envoy implements; `none` is not among them. */
export const ALGORITHMS: ReadonlySet<string> = new Set([
  "ES256",
  "ES384",
  "ES512",
  "HS256",
  "HS384",
  "HS512",
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "EdDSA",
]);

/** Response code of a refusal: 403 where only the audience is wrong, else 401. */
export function codeOf(status: Exclude<JwtStatus, "OK">): 401 | 403 {
  return status === "Audiences in Jwt are not allowed" ? 403 : 401;
}

/** The refusal as it stands in the access log: `jwt_authn_access_denied{Jwt_is_expired}`. */
export function formatJwtDetails(status: Exclude<JwtStatus, "OK">): string {
  return `jwt_authn_access_denied{${status.replaceAll(" ", "_")}}`;
}
