/** Who may call whom: mTLS on both ends, tokens, and the policies of a workload evaluated for a request. Pure. @module */
export * from "./access/authorize.ts";
export type { ConditionResult } from "./access/condition.ts";
export type { Match } from "./access/match.ts";
export { type PathNormalization } from "./access/pattern.ts";
export * from "./access/policies.ts";
export * from "./access/request.ts";
export type { RuleResult } from "./access/rule.ts";
export * from "./attachment.ts";
export * from "./client_tls.ts";
export {
  formatRbacDetails,
  parseJwtDetails,
  parseRbacDetails,
  type RbacDetails,
} from "./details.ts";
export * from "./jwt/authenticator.ts";
export { evaluateJwt, type JwtEvaluation, requestAuthenticationsFor } from "./jwt/evaluate.ts";
export * from "./jwt/inspect.ts";
export { isPlaceholderJwks } from "./jwt/jwks.ts";
export * from "./jwt/location.ts";
export { formatJwtDetails, type JwtStatus } from "./jwt/status.ts";
export type { JwtRuleResult, JwtVerification, LocatedJwtRule } from "./jwt/verify.ts";
export * from "./peer_authentication.ts";
export { formatPrincipal, type Identity, parsePrincipal } from "./principal.ts";
