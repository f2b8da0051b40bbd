import type { AnyRule } from "../../analysis/rule.ts";
import { claimRouteWithoutAuthentication } from "./claim_route_without_authentication.ts";
import { conflictingMeshHosts } from "./conflicting_mesh_hosts.ts";
import { destinationHostNotFound } from "./destination_host_not_found.ts";
import { destinationMissing } from "./destination_missing.ts";
import { destinationPortNotFound } from "./destination_port_not_found.ts";
import { destinationPortRequired } from "./destination_port_required.ts";
import { gatewayNotFound } from "./gateway_not_found.ts";
import { generatedGatewayReferenced } from "./generated_gateway_referenced.ts";
import { hostsNotInGateway } from "./hosts_not_in_gateway.ts";
import { loneWeight } from "./lone_weight.ts";
import { matchIneffective } from "./match_ineffective.ts";
import { notExportedToGateway } from "./not_exported_to_gateway.ts";
import { ruleUnreachable } from "./rule_unreachable.ts";
import { subsetIgnoredByGateway } from "./subset_ignored_by_gateway.ts";
import { subsetNotDefined } from "./subset_not_defined.ts";
import { weightsNotPercent } from "./weights_not_percent.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  claimRouteWithoutAuthentication,
  conflictingMeshHosts,
  destinationHostNotFound,
  destinationMissing,
  destinationPortNotFound,
  destinationPortRequired,
  gatewayNotFound,
  generatedGatewayReferenced,
  hostsNotInGateway,
  loneWeight,
  matchIneffective,
  notExportedToGateway,
  ruleUnreachable,
  subsetIgnoredByGateway,
  subsetNotDefined,
  weightsNotPercent,
];
