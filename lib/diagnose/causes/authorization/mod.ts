import type { Cause } from "../../cause.ts";
import { addressOfBalancer } from "./address_of_balancer.ts";
import { claimsWithoutAuthentication } from "./claims_without_authentication.ts";
import { emptyPolicyDeniesAll } from "./deny_all.ts";
import { explicitDeny } from "./explicit_deny.ts";
import { externalAuthorizer } from "./external_authorizer.ts";
import { gatewayIsCaller } from "./gateway_is_caller.ts";
import { httpRuleOnTcpPort } from "./http_rule_on_tcp_port.ts";
import { identityMisspelt } from "./identity_misspelt.ts";
import { identityWithoutMtls } from "./identity_without_mtls.ts";
import { keyNotAmongKeys } from "./key_not_among_keys.ts";
import { keysNotFetched } from "./keys_not_fetched.ts";
import { negativeDeny } from "./negative_deny.ts";
import { noPolicyAllows } from "./no_policy_allows.ts";
import { patternMissesForm } from "./pattern_misses_form.ts";
import { preflightDenied } from "./preflight_denied.ts";
import { tokenElsewhere } from "./token_elsewhere.ts";
import { tokenMissing } from "./token_missing.ts";
import { tokenNotForwarded } from "./token_not_forwarded.ts";
import { tokenRejected } from "./token_rejected.ts";

/** Every root cause in policies and tokens. */
export const authorizationCauses: readonly Cause[] = [
  explicitDeny, // MM-A01
  noPolicyAllows, // MM-A02
  emptyPolicyDeniesAll, // MM-A03
  identityWithoutMtls, // MM-A04
  identityMisspelt, // MM-A05
  httpRuleOnTcpPort, // MM-A06
  gatewayIsCaller, // MM-A07
  addressOfBalancer, // MM-A08
  patternMissesForm, // MM-A10
  ...externalAuthorizer, // MM-A12, MM-A13, MM-A14
  tokenMissing, // MM-A15
  ...tokenRejected, // MM-A16, MM-A17, MM-A18, MM-A21
  keysNotFetched, // MM-A19
  keyNotAmongKeys, // MM-A20
  tokenNotForwarded, // MM-A22
  claimsWithoutAuthentication, // MM-A24
  preflightDenied, // MM-A25
  negativeDeny, // MM-A27
  tokenElsewhere, // MM-A28
];
