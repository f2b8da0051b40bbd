import type { AnyRule } from "../rule.ts";
import { subsetSelectsNoPods } from "./destinationrule/subset_selects_no_pods.ts";
import { unknownHost } from "./destinationrule/unknown_host.ts";
import { conflictingMeshHosts } from "./virtualservice/conflicting_mesh_hosts.ts";
import { destinationHostNotFound } from "./virtualservice/destination_host_not_found.ts";
import { destinationPortNotFound } from "./virtualservice/destination_port_not_found.ts";
import { destinationPortRequired } from "./virtualservice/destination_port_required.ts";
import { gatewayNotFound } from "./virtualservice/gateway_not_found.ts";
import { generatedGatewayReferenced } from "./virtualservice/generated_gateway_referenced.ts";
import { hostsNotInGateway } from "./virtualservice/hosts_not_in_gateway.ts";
import { matchIneffective } from "./virtualservice/match_ineffective.ts";
import { ruleUnreachable } from "./virtualservice/rule_unreachable.ts";
import { subsetNotDefined } from "./virtualservice/subset_not_defined.ts";

/** Every rule, by area. */
export const rules: readonly AnyRule[] = [
  conflictingMeshHosts,
  destinationHostNotFound,
  destinationPortNotFound,
  destinationPortRequired,
  gatewayNotFound,
  generatedGatewayReferenced,
  hostsNotInGateway,
  matchIneffective,
  ruleUnreachable,
  subsetNotDefined,
  subsetSelectsNoPods,
  unknownHost,
];
