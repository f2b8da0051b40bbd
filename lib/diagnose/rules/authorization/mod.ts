import type { AnyRule } from "../../analysis/rule.ts";
import { allowAllDefeatsOthers } from "./allow_all_defeats_others.ts";
import { methodInLowerCase } from "./method_in_lower_case.ts";
import { namespaceNotFound } from "./namespace_not_found.ts";
import { noMatchingWorkloads } from "./no_matching_workloads.ts";
import { pathNeverMatches } from "./path_never_matches.ts";
import { splitRule } from "./split_rule.ts";
import { tokenNeverVerified } from "./token_never_verified.ts";
import { undefinedProvider } from "./undefined_provider.ts";
import { unknownServiceAccount } from "./unknown_service_account.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  allowAllDefeatsOthers,
  methodInLowerCase,
  namespaceNotFound,
  noMatchingWorkloads,
  pathNeverMatches,
  splitRule,
  tokenNeverVerified,
  undefinedProvider,
  unknownServiceAccount,
];
