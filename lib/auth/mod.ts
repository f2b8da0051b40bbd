/** Who may call whom: mTLS on both ends, tokens, and the policies of a workload evaluated for a request. Pure. @module */
export * from "./authorization/authorize.ts";
export type { ConditionResult } from "./authorization/condition.ts";
export type { Match } from "./authorization/match.ts";
export {
  matchesPath as matchesPolicyPath,
  type PathNormalization,
} from "./authorization/pattern.ts";
export * from "./authorization/policies.ts";
export * from "./authorization/request.ts";
export type { RuleResult } from "./authorization/rule.ts";
export * from "./authorization/split_rules.ts";
export * from "./attachment.ts";
export * from "./client_tls.ts";
export {
  formatRbacDetails,
  parseJwtDetails,
  parseRbacDetails,
  type RbacDetails,
} from "./details.ts";
export * from "./jwt/authenticator.ts";
export {
  bareToken,
  evaluateJwt,
  type JwtEvaluation,
  requestAuthenticationsFor,
} from "./jwt/evaluate.ts";
export * from "./jwt/inspect.ts";
export { isPlaceholderJwks } from "./jwt/jwks.ts";
export * from "./jwt/location.ts";
export { tokenInspection, tokenVerification } from "./jwt/report.ts";
export { formatJwtDetails, type JwtStatus } from "./jwt/status.ts";
export type { JwtRuleResult, JwtVerification, LocatedJwtRule } from "./jwt/verify.ts";
export * from "./edge_tls.ts";
export * from "./peer_authentication.ts";
export { formatPrincipal, type Identity, parsePrincipal, principalOf } from "./principal.ts";
