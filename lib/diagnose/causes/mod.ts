import type { Cause } from "../cause.ts";
import { applicationError } from "./application/application_error.ts";
import { applicationCrashed } from "./application/crashed.ts";
import { extensionAnswers } from "./application/extension_answers.ts";
import { keepAliveRace } from "./application/keep_alive_race.ts";
import { emptyPolicyDeniesAll } from "./authorization/deny_all.ts";
import { explicitDeny } from "./authorization/explicit_deny.ts";
import { noPolicyAllows } from "./authorization/no_policy_allows.ts";
import { tokenRejected } from "./authorization/token_rejected.ts";
import { allHostsEjected } from "./endpoints/all_hosts_ejected.ts";
import { applicationNotListening } from "./endpoints/application_not_listening.ts";
import { deadStaticAddress } from "./endpoints/dead_static_address.ts";
import { defaultEndpointDead } from "./endpoints/default_endpoint_dead.ts";
import { noReadyEndpoints } from "./endpoints/no_ready_endpoints.ts";
import { oneInstanceFails } from "./endpoints/one_instance_fails.ts";
import { selectorMatchesNoPods } from "./endpoints/selector_matches_no_pods.ts";
import { targetPortNotOffered } from "./endpoints/target_port_not_offered.ts";
import { noVirtualServiceForHost } from "./gateway/no_virtual_service_for_host.ts";
import { callerGivesUp } from "./limits/caller_gives_up.ts";
import { circuitBreakerOpen } from "./limits/circuit_breaker.ts";
import { faultInjected } from "./limits/fault_injected.ts";
import { inboundCircuitBreakerOpen } from "./limits/inbound_circuit_breaker.ts";
import { perTryTimeout } from "./limits/per_try_timeout.ts";
import { rateLimited } from "./limits/rate_limited.ts";
import { retriesHideError } from "./limits/retries_hide_error.ts";
import { routeTimeout } from "./limits/route_timeout.ts";
import { remoteSecretMissing } from "./multicluster/remote_secret_missing.ts";
import { networkPolicyBlocks } from "./network/network_policy_blocks.ts";
import { http2Mismatch } from "./protocol/http2_mismatch.ts";
import { portIsNotHttp } from "./protocol/not_http.ts";
import { requestRefused } from "./protocol/request_refused.ts";
import { backendNotResolved } from "./routing/backend_not_resolved.ts";
import { conflictingVirtualServices } from "./routing/conflicting_virtual_services.ts";
import { gatewayRouteNotAccepted } from "./routing/gateway_route_not_accepted.ts";
import { hostNotInRegistry } from "./routing/host_not_in_registry.ts";
import { noRouteMatches } from "./routing/no_route_matches.ts";
import { portIsOpaque } from "./routing/port_is_opaque.ts";
import { portMissingForMultiPortService } from "./routing/port_missing_for_multi_port_service.ts";
import { portNotOnService } from "./routing/port_not_on_service.ts";
import { registryOnlyBlocks } from "./routing/registry_only.ts";
import { routeShadowed } from "./routing/route_shadowed.ts";
import { serviceNotExported } from "./routing/service_not_exported.ts";
import { shortHostInWrongNamespace } from "./routing/short_host_in_wrong_namespace.ts";
import { sidecarHidesHost } from "./routing/sidecar_hides_host.ts";
import { subsetNotDefined } from "./routing/subset_not_defined.ts";
import { subsetSelectsNoPods } from "./routing/subset_selects_no_pods.ts";
import { destinationRuleAgainstStrict } from "./tls/destination_rule_against_strict.ts";
import { mtlsToDisabledServer } from "./tls/mtls_to_disabled_server.ts";
import { mtlsToServerWithoutProxy } from "./tls/mtls_to_server_without_proxy.ts";
import { plaintextToStrict } from "./tls/plaintext_to_strict.ts";
import { configurationRejected } from "./xds/configuration_rejected.ts";

/** Every root cause that a diagnosis considers, ordered by id. */
export const causes: readonly Cause[] = [
  allHostsEjected, // MM-C29
  applicationCrashed, // MM-C21
  applicationError, // MM-C46
  applicationNotListening, // MM-C52
  backendNotResolved, // MM-R19
  callerGivesUp, // MM-C24
  circuitBreakerOpen, // MM-C27
  configurationRejected, // MM-X03
  conflictingVirtualServices, // MM-R05
  deadStaticAddress, // MM-C56
  defaultEndpointDead, // MM-C57
  destinationRuleAgainstStrict, // MM-T02
  emptyPolicyDeniesAll, // MM-A03
  explicitDeny, // MM-A01
  extensionAnswers, // MM-R34
  faultInjected, // MM-C31
  gatewayRouteNotAccepted, // MM-R18
  hostNotInRegistry, // MM-R32
  http2Mismatch, // MM-C12
  inboundCircuitBreakerOpen, // MM-C28
  keepAliveRace, // MM-C20
  mtlsToDisabledServer, // MM-T21
  mtlsToServerWithoutProxy, // MM-T03
  networkPolicyBlocks, // MM-C05
  noPolicyAllows, // MM-A02
  noReadyEndpoints, // MM-C01
  noRouteMatches, // MM-R13
  noVirtualServiceForHost, // MM-G01
  oneInstanceFails, // MM-C54
  perTryTimeout, // MM-C26
  plaintextToStrict, // MM-T01
  portIsNotHttp, // MM-C09
  portIsOpaque, // MM-C08
  portMissingForMultiPortService, // MM-R11
  portNotOnService, // MM-R33
  rateLimited, // MM-C49
  registryOnlyBlocks, // MM-C15
  remoteSecretMissing, // MM-M01
  ...requestRefused, // MM-C32, MM-C33, MM-C34, MM-C51
  retriesHideError, // MM-C53
  routeShadowed, // MM-R12
  routeTimeout, // MM-C25
  selectorMatchesNoPods, // MM-C02
  serviceNotExported, // MM-C18
  shortHostInWrongNamespace, // MM-R10
  sidecarHidesHost, // MM-C17
  subsetNotDefined, // MM-R01
  subsetSelectsNoPods, // MM-R02
  targetPortNotOffered, // MM-C03
  ...tokenRejected, // MM-A16, MM-A17, MM-A18, MM-A21
].sort((a, b) => a.id < b.id ? -1 : 1);
