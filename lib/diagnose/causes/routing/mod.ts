import type { Cause } from "../../cause.ts";
import { backendNotResolved } from "./backend_not_resolved.ts";
import { conflictingServiceEntries } from "./conflicting_service_entries.ts";
import { conflictingVirtualServices } from "./conflicting_virtual_services.ts";
import { consistentHashIneffective } from "./consistent_hash_ineffective.ts";
import { delegateMissing } from "./delegate_missing.ts";
import { destinationRuleForNoService } from "./destination_rule_for_no_service.ts";
import { destinationRuleShadowed } from "./destination_rule_shadowed.ts";
import { destinationRulesMerged } from "./destination_rules_merged.ts";
import { egressGatewayHalfWired } from "./egress_gateway_half_wired.ts";
import { envoyFilterBreaksRequests } from "./envoy_filter_breaks_requests.ts";
import { externalNamePort } from "./external_name_port.ts";
import { gatewayRouteNotAccepted } from "./gateway_route_not_accepted.ts";
import { headerNotForwarded } from "./header_not_forwarded.ts";
import { hostNotInRegistry } from "./host_not_in_registry.ts";
import { localityWithoutFailover } from "./locality_without_failover.ts";
import { mirrorTargetMissing } from "./mirror_target_missing.ts";
import { namespaceNotDiscovered } from "./namespace_not_discovered.ts";
import { noRouteMatches } from "./no_route_matches.ts";
import { notBoundToMesh } from "./not_bound_to_mesh.ts";
import { podWithoutService } from "./pod_without_service.ts";
import { portIsOpaque } from "./port_is_opaque.ts";
import { portMissingForMultiPortService } from "./port_missing_for_multi_port_service.ts";
import { askedPortNotDeclared } from "./port_not_declared.ts";
import { portNotOnService } from "./port_not_on_service.ts";
import { portTakenByOtherService } from "./port_taken_by_other_service.ts";
import { registryOnlyBlocks } from "./registry_only.ts";
import { routeBeforeSubset } from "./route_before_subset.ts";
import { routeShadowed } from "./route_shadowed.ts";
import { serviceNotExported } from "./service_not_exported.ts";
import { shortHostInWrongNamespace } from "./short_host_in_wrong_namespace.ts";
import { sidecarHidesHost } from "./sidecar_hides_host.ts";
import { subsetNotDefined } from "./subset_not_defined.ts";
import { subsetSelectsNoPods } from "./subset_selects_no_pods.ts";
import { unknownHost } from "./unknown_host.ts";
import { weightOnDeadDestination } from "./weight_on_dead_destination.ts";
import { weightsNotPercent } from "./weights_not_percent.ts";

/** Every root cause in routes. */
export const routingCauses: readonly Cause[] = [
  portIsOpaque, // MM-C08
  askedPortNotDeclared, // MM-C14
  registryOnlyBlocks, // MM-C15
  sidecarHidesHost, // MM-C17
  serviceNotExported, // MM-C18
  namespaceNotDiscovered, // MM-C19
  ...portTakenByOtherService, // MM-C36, MM-C37
  conflictingServiceEntries, // MM-C38
  unknownHost, // MM-C40
  externalNamePort, // MM-C41
  subsetNotDefined, // MM-R01
  subsetSelectsNoPods, // MM-R02
  routeBeforeSubset, // MM-R03
  podWithoutService, // MM-R04
  conflictingVirtualServices, // MM-R05
  destinationRulesMerged, // MM-R06
  destinationRuleShadowed, // MM-R07
  destinationRuleForNoService, // MM-R08
  shortHostInWrongNamespace, // MM-R10
  portMissingForMultiPortService, // MM-R11
  routeShadowed, // MM-R12
  noRouteMatches, // MM-R13
  headerNotForwarded, // MM-R14
  weightOnDeadDestination, // MM-R15
  notBoundToMesh, // MM-R16
  delegateMissing, // MM-R17
  gatewayRouteNotAccepted, // MM-R18
  backendNotResolved, // MM-R19
  envoyFilterBreaksRequests, // MM-R20
  localityWithoutFailover, // MM-R23
  consistentHashIneffective, // MM-R25
  mirrorTargetMissing, // MM-R26
  egressGatewayHalfWired, // MM-R28
  weightsNotPercent, // MM-R31
  hostNotInRegistry, // MM-R32
  portNotOnService, // MM-R33
];
