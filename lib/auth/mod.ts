/** Who may call whom: mTLS on both ends, and the policies of a workload evaluated for a request. Pure. @module */
export * from "./access_request.ts";
export * from "./attachment.ts";
export * from "./authorize.ts";
export * from "./client_tls.ts";
export type { ConditionResult } from "./condition.ts";
export {
  formatRbacDetails,
  parseJwtDetails,
  parseRbacDetails,
  type RbacDetails,
} from "./details.ts";
export * from "./peer_authentication.ts";
export * from "./policies.ts";
export { type PathNormalization } from "./pattern.ts";
export { formatPrincipal, type Identity, parsePrincipal } from "./principal.ts";
export type { RuleResult } from "./rule.ts";
export type { Match } from "./match.ts";
