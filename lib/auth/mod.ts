/** Who may call whom: mTLS on both ends, and the policies of a workload evaluated for a request. Pure. @module */
export * from "./access/request.ts";
export * from "./attachment.ts";
export * from "./access/authorize.ts";
export * from "./client_tls.ts";
export type { ConditionResult } from "./access/condition.ts";
export {
  formatRbacDetails,
  parseJwtDetails,
  parseRbacDetails,
  type RbacDetails,
} from "./details.ts";
export * from "./peer_authentication.ts";
export * from "./access/policies.ts";
export { type PathNormalization } from "./access/pattern.ts";
export { formatPrincipal, type Identity, parsePrincipal } from "./principal.ts";
export type { RuleResult } from "./access/rule.ts";
export type { Match } from "./access/match.ts";
