import type { AnyRule } from "../../analysis/rule.ts";
import { allowAllDefeatsOthers } from "./allow_all_defeats_others.ts";
import { deniedForAll } from "./denied_for_all.ts";
import { httpRuleOnTcpPort } from "./http_rule_on_tcp_port.ts";
import { identityWithoutMtls } from "./identity_without_mtls.ts";
import { methodInLowerCase } from "./method_in_lower_case.ts";
import { namespaceNotFound } from "./namespace_not_found.ts";
import { noMatchingWorkloads } from "./no_matching_workloads.ts";
import { pathNeverMatches } from "./path_never_matches.ts";
import { splitRule } from "./split_rule.ts";
import { tokenNeverVerified } from "./token_never_verified.ts";
import { undefinedProvider } from "./undefined_provider.ts";
import { unknownHost } from "./unknown_host.ts";
import { unknownServiceAccount } from "./unknown_service_account.ts";
import { unknownTokenIssuer } from "./unknown_token_issuer.ts";
import { unknownTrustDomain } from "./unknown_trust_domain.ts";
import { workloadWithoutPolicy } from "./workload_without_policy.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  allowAllDefeatsOthers,
  deniedForAll,
  httpRuleOnTcpPort,
  identityWithoutMtls,
  methodInLowerCase,
  namespaceNotFound,
  noMatchingWorkloads,
  pathNeverMatches,
  splitRule,
  tokenNeverVerified,
  undefinedProvider,
  unknownHost,
  unknownServiceAccount,
  unknownTokenIssuer,
  unknownTrustDomain,
  workloadWithoutPolicy,
];
