import type { AnyRule } from "../../analysis/rule.ts";
import { budgetBlocksDrain } from "./budget_blocks_drain.ts";
import { clientAddressLost } from "./client_address_lost.ts";
import { drainCutShort } from "./drain_cut_short.ts";
import { noDisruptionBudget } from "./no_disruption_budget.ts";
import { noResourceRequests } from "./no_resource_requests.ts";
import { replicasNotSpread } from "./replicas_not_spread.ts";
import { singleReplica } from "./single_replica.ts";
import { versionSkew } from "./version_skew.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  budgetBlocksDrain,
  clientAddressLost,
  drainCutShort,
  noDisruptionBudget,
  noResourceRequests,
  replicasNotSpread,
  singleReplica,
  versionSkew,
];
