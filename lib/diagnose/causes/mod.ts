import type { Cause } from "../cause.ts";
import { ciliumConflict } from "./ambient/cilium_conflict.ts";
import { cniPathsWrong } from "./ambient/cni_paths.ts";
import { criticalPodsQuota } from "./ambient/critical_pods_quota.ts";
import { hboneBlockedFromSidecar } from "./ambient/hbone_blocked_from_sidecar.ts";
import { hbonePortBlocked } from "./ambient/hbone_port_blocked.ts";
import { httpPolicyWithoutWaypoint } from "./ambient/http_policy_without_waypoint.ts";
import { plaintextRefusedByZtunnel } from "./ambient/plaintext_refused.ts";
import { podNotCaptured } from "./ambient/pod_not_captured.ts";
import { probesBlocked } from "./ambient/probes_blocked.ts";
import { routesWithoutWaypoint } from "./ambient/routes_without_waypoint.ts";
import { selectorBehindWaypoint } from "./ambient/selector_behind_waypoint.ts";
import { sidecarAndAmbient } from "./ambient/sidecar_and_ambient.ts";
import { waypointForOtherTraffic } from "./ambient/waypoint_for_other_traffic.ts";
import { waypointNotAllowed } from "./ambient/waypoint_not_allowed.ts";
import { waypointNotReady } from "./ambient/waypoint_not_ready.ts";
import { ztunnelDenies } from "./ambient/ztunnel_denies.ts";
import { ztunnelNotRunning } from "./ambient/ztunnel_not_running.ts";
import { ztunnelWithoutData } from "./ambient/ztunnel_without_data.ts";
import { applicationError } from "./application/application_error.ts";
import { applicationCrashed } from "./application/crashed.ts";
import { extensionAnswers } from "./application/extension_answers.ts";
import { keepAliveRace } from "./application/keep_alive_race.ts";
import { rolloutDropsRequests } from "./application/rollout_drops_requests.ts";
import { wasmPluginNotFetched } from "./application/wasm_plugin_not_fetched.ts";
import { addressOfBalancer } from "./authorization/address_of_balancer.ts";
import { claimsWithoutAuthentication } from "./authorization/claims_without_authentication.ts";
import { emptyPolicyDeniesAll } from "./authorization/deny_all.ts";
import { explicitDeny } from "./authorization/explicit_deny.ts";
import { externalAuthorizer } from "./authorization/external_authorizer.ts";
import { gatewayIsCaller } from "./authorization/gateway_is_caller.ts";
import { httpRuleOnTcpPort } from "./authorization/http_rule_on_tcp_port.ts";
import { identityMisspelt } from "./authorization/identity_misspelt.ts";
import { identityWithoutMtls } from "./authorization/identity_without_mtls.ts";
import { keyNotAmongKeys } from "./authorization/key_not_among_keys.ts";
import { keysNotFetched } from "./authorization/keys_not_fetched.ts";
import { negativeDeny } from "./authorization/negative_deny.ts";
import { noPolicyAllows } from "./authorization/no_policy_allows.ts";
import { patternMissesForm } from "./authorization/pattern_misses_form.ts";
import { preflightDenied } from "./authorization/preflight_denied.ts";
import { tokenElsewhere } from "./authorization/token_elsewhere.ts";
import { tokenMissing } from "./authorization/token_missing.ts";
import { tokenNotForwarded } from "./authorization/token_not_forwarded.ts";
import { tokenRejected } from "./authorization/token_rejected.ts";
import { allHostsEjected } from "./endpoints/all_hosts_ejected.ts";
import { applicationNotListening } from "./endpoints/application_not_listening.ts";
import { deadStaticAddress } from "./endpoints/dead_static_address.ts";
import { defaultEndpointDead } from "./endpoints/default_endpoint_dead.ts";
import { ejectionsFlap } from "./endpoints/ejections_flap.ts";
import { listensOnLoopback } from "./endpoints/listens_on_loopback.ts";
import { nameNotResolved } from "./endpoints/name_not_resolved.ts";
import { noReadyEndpoints } from "./endpoints/no_ready_endpoints.ts";
import { oneInstanceFails } from "./endpoints/one_instance_fails.ts";
import { selectorMatchesNoPods } from "./endpoints/selector_matches_no_pods.ts";
import { targetPortNotOffered } from "./endpoints/target_port_not_offered.ts";
import { gatewayCertificateUnfit } from "./gateway/certificate_unfit.ts";
import { clientCertificateRequired } from "./gateway/client_certificate_required.ts";
import { gatewayCredentialMissing } from "./gateway/credential_missing.ts";
import { definitionOutdated } from "./gateway/definition_outdated.ts";
import { gatewaysConflict } from "./gateway/gateways_conflict.ts";
import { hiddenFromGateway } from "./gateway/hidden_from_gateway.ts";
import { noFilterChainForName } from "./gateway/no_filter_chain_for_name.ts";
import { noLoadBalancer } from "./gateway/no_load_balancer.ts";
import { noVirtualServiceForHost } from "./gateway/no_virtual_service_for_host.ts";
import { gatewayNotProgrammed } from "./gateway/not_programmed.ts";
import { passthroughWithHttpRoutes } from "./gateway/passthrough_with_http_routes.ts";
import { plainToHttpsBackend } from "./gateway/plain_to_https_backend.ts";
import { gatewayPortNotOnService } from "./gateway/port_not_on_service.ts";
import { redirectLoop } from "./gateway/redirect_loop.ts";
import { connectionReused } from "./gateway/reused_connection.ts";
import { gatewaySelectsNoPods } from "./gateway/selects_no_pods.ts";
import { captureFailed } from "./injection/capture_failed.ts";
import { imageNotReplaced } from "./injection/image_auto.ts";
import { initNeedsNetwork } from "./injection/init_needs_network.ts";
import { jobNeverEnds } from "./injection/job_never_ends.ts";
import { namespaceNotInjected } from "./injection/namespace_not_injected.ts";
import { notInjectedYet } from "./injection/not_injected_yet.ts";
import { notRedirected } from "./injection/not_redirected.ts";
import { optedOutOfInjection } from "./injection/opted_out.ts";
import { podSecurityForbidsProxy } from "./injection/pod_security.ts";
import { proxyNotReady } from "./injection/proxy_not_ready.ts";
import { proxyOutOfMemory } from "./injection/proxy_out_of_memory.ts";
import { quotaRejectsPod } from "./injection/quota_exceeded.ts";
import { rootCertificateMissing } from "./injection/root_certificate_missing.ts";
import { staleWebhook } from "./injection/stale_webhook.ts";
import { startedBeforeProxy } from "./injection/started_before_proxy.ts";
import { injectorWebhookFails } from "./injection/webhook_fails.ts";
import { callerGivesUp } from "./limits/caller_gives_up.ts";
import { circuitBreakerOpen } from "./limits/circuit_breaker.ts";
import { faultInjected } from "./limits/fault_injected.ts";
import { inboundCircuitBreakerOpen } from "./limits/inbound_circuit_breaker.ts";
import { perTryTimeout } from "./limits/per_try_timeout.ts";
import { rateLimitServiceDown } from "./limits/rate_limit_service_down.ts";
import { rateLimited } from "./limits/rate_limited.ts";
import { retriesHideError } from "./limits/retries_hide_error.ts";
import { routeTimeout } from "./limits/route_timeout.ts";
import { unsafeRetries } from "./limits/unsafe_retries.ts";
import { multiclusterCauses } from "./multicluster/mod.ts";
import { directPodAddress } from "./network/direct_pod_address.ts";
import { idleConnectionCut } from "./network/idle_connection_cut.ts";
import { networkPolicyBlocks } from "./network/network_policy_blocks.ts";
import { notCaptured } from "./network/not_captured.ts";
import { portsExhausted } from "./network/ports_exhausted.ts";
import { runsAsProxyUser } from "./network/runs_as_proxy_user.ts";
import { socketLoadBalancing } from "./network/socket_load_balancing.ts";
import { http2Mismatch } from "./protocol/http2_mismatch.ts";
import { portIsNotHttp } from "./protocol/not_http.ts";
import { portProtocolsConflict } from "./protocol/port_protocols_conflict.ts";
import { requestRefused } from "./protocol/request_refused.ts";
import { serverSpeaksFirst } from "./protocol/server_speaks_first.ts";
import { tlsOnHttpPort } from "./protocol/tls_on_http_port.ts";
import { backendNotResolved } from "./routing/backend_not_resolved.ts";
import { conflictingServiceEntries } from "./routing/conflicting_service_entries.ts";
import { conflictingVirtualServices } from "./routing/conflicting_virtual_services.ts";
import { consistentHashIneffective } from "./routing/consistent_hash_ineffective.ts";
import { delegateMissing } from "./routing/delegate_missing.ts";
import { destinationRuleForNoService } from "./routing/destination_rule_for_no_service.ts";
import { destinationRuleShadowed } from "./routing/destination_rule_shadowed.ts";
import { destinationRulesMerged } from "./routing/destination_rules_merged.ts";
import { egressGatewayHalfWired } from "./routing/egress_gateway_half_wired.ts";
import { envoyFilterBreaksRequests } from "./routing/envoy_filter_breaks_requests.ts";
import { externalNamePort } from "./routing/external_name_port.ts";
import { gatewayRouteNotAccepted } from "./routing/gateway_route_not_accepted.ts";
import { headerNotForwarded } from "./routing/header_not_forwarded.ts";
import { hostNotInRegistry } from "./routing/host_not_in_registry.ts";
import { localityWithoutFailover } from "./routing/locality_without_failover.ts";
import { mirrorTargetMissing } from "./routing/mirror_target_missing.ts";
import { namespaceNotDiscovered } from "./routing/namespace_not_discovered.ts";
import { noRouteMatches } from "./routing/no_route_matches.ts";
import { notBoundToMesh } from "./routing/not_bound_to_mesh.ts";
import { podWithoutService } from "./routing/pod_without_service.ts";
import { portIsOpaque } from "./routing/port_is_opaque.ts";
import { portMissingForMultiPortService } from "./routing/port_missing_for_multi_port_service.ts";
import { askedPortNotDeclared } from "./routing/port_not_declared.ts";
import { portNotOnService } from "./routing/port_not_on_service.ts";
import { portTakenByOtherService } from "./routing/port_taken_by_other_service.ts";
import { registryOnlyBlocks } from "./routing/registry_only.ts";
import { routeBeforeSubset } from "./routing/route_before_subset.ts";
import { routeShadowed } from "./routing/route_shadowed.ts";
import { serviceNotExported } from "./routing/service_not_exported.ts";
import { shortHostInWrongNamespace } from "./routing/short_host_in_wrong_namespace.ts";
import { sidecarHidesHost } from "./routing/sidecar_hides_host.ts";
import { subsetNotDefined } from "./routing/subset_not_defined.ts";
import { subsetSelectsNoPods } from "./routing/subset_selects_no_pods.ts";
import { unknownHost } from "./routing/unknown_host.ts";
import { weightOnDeadDestination } from "./routing/weight_on_dead_destination.ts";
import { weightsNotPercent } from "./routing/weights_not_percent.ts";
import { certificateExpired } from "./tls/certificate_expired.ts";
import { certificateRequestRejected } from "./tls/certificate_request_rejected.ts";
import { clientCredentialMissing } from "./tls/client_credential_missing.ts";
import { clockSkew } from "./tls/clock_skew.ts";
import { destinationRuleAgainstStrict } from "./tls/destination_rule_against_strict.ts";
import { excludedPortGetsMtls } from "./tls/excluded_port_gets_mtls.ts";
import { mtlsToDisabledServer } from "./tls/mtls_to_disabled_server.ts";
import { mtlsToServerWithoutProxy } from "./tls/mtls_to_server_without_proxy.ts";
import { passthroughWrappedAgain } from "./tls/passthrough_wrapped_again.ts";
import { peerAuthenticationsConflict } from "./tls/peer_authentications_conflict.ts";
import { plaintextToStrict } from "./tls/plaintext_to_strict.ts";
import { portLevelIneffective } from "./tls/port_level_ineffective.ts";
import { probesRefused } from "./tls/probes_refused.ts";
import { rootMismatch } from "./tls/root_mismatch.ts";
import { scrapeRefused } from "./tls/scrape_refused.ts";
import { nameMismatch } from "./tls/server_name_mismatch.ts";
import { tlsOriginationMixedUp } from "./tls/tls_to_plaintext_server.ts";
import { trustDomainChanged } from "./tls/trust_domain_changed.ts";
import { configurationRejected } from "./xds/configuration_rejected.ts";
import { istiodDown } from "./xds/istiod_down.ts";
import { istiodOutOfMemory } from "./xds/istiod_out_of_memory.ts";
import { kindNotRead } from "./xds/kind_not_read.ts";
import { policyBlocksIstiod } from "./xds/policy_blocks_istiod.ts";
import { proxyDisconnected } from "./xds/proxy_disconnected.ts";
import { proxyStale } from "./xds/proxy_stale.ts";
import { removedEnvoyName } from "./xds/removed_envoy_name.ts";
import { staysWarming } from "./xds/stays_warming.ts";

/** Every root cause that a diagnosis considers, ordered by id. */
export const causes: readonly Cause[] = [
  addressOfBalancer, // MM-A08
  allHostsEjected, // MM-C29
  applicationCrashed, // MM-C21
  applicationError, // MM-C46
  applicationNotListening, // MM-C52
  askedPortNotDeclared, // MM-C14
  backendNotResolved, // MM-R19
  callerGivesUp, // MM-C24
  captureFailed, // MM-I08
  certificateExpired, // MM-T09
  certificateRequestRejected, // MM-T11
  ciliumConflict, // MM-Z18
  circuitBreakerOpen, // MM-C27
  claimsWithoutAuthentication, // MM-A24
  clientCertificateRequired, // MM-G10
  clientCredentialMissing, // MM-T17
  clockSkew, // MM-T12
  cniPathsWrong, // MM-Z17
  configurationRejected, // MM-X03
  conflictingServiceEntries, // MM-C38
  conflictingVirtualServices, // MM-R05
  connectionReused, // MM-G06
  consistentHashIneffective, // MM-R25
  criticalPodsQuota, // MM-Z16
  deadStaticAddress, // MM-C56
  defaultEndpointDead, // MM-C57
  definitionOutdated, // MM-G15
  delegateMissing, // MM-R17
  destinationRuleAgainstStrict, // MM-T02
  destinationRuleForNoService, // MM-R08
  destinationRuleShadowed, // MM-R07
  destinationRulesMerged, // MM-R06
  directPodAddress, // MM-C13
  egressGatewayHalfWired, // MM-R28
  ejectionsFlap, // MM-C30
  emptyPolicyDeniesAll, // MM-A03
  envoyFilterBreaksRequests, // MM-R20
  excludedPortGetsMtls, // MM-T04
  explicitDeny, // MM-A01
  extensionAnswers, // MM-R34
  ...externalAuthorizer, // MM-A12, MM-A13, MM-A14
  externalNamePort, // MM-C41
  faultInjected, // MM-C31
  gatewayCertificateUnfit, // MM-G05
  gatewayCredentialMissing, // MM-G04
  gatewayIsCaller, // MM-A07
  gatewayNotProgrammed, // MM-G14
  gatewayPortNotOnService, // MM-G03
  gatewayRouteNotAccepted, // MM-R18
  gatewaysConflict, // MM-G07
  gatewaySelectsNoPods, // MM-G02
  hboneBlockedFromSidecar, // MM-C07
  hbonePortBlocked, // MM-Z01
  headerNotForwarded, // MM-R14
  hiddenFromGateway, // MM-G13
  hostNotInRegistry, // MM-R32
  http2Mismatch, // MM-C12
  httpPolicyWithoutWaypoint, // MM-Z07
  httpRuleOnTcpPort, // MM-A06
  identityMisspelt, // MM-A05
  identityWithoutMtls, // MM-A04
  idleConnectionCut, // MM-C23
  imageNotReplaced, // MM-I17
  inboundCircuitBreakerOpen, // MM-C28
  initNeedsNetwork, // MM-I10
  injectorWebhookFails, // MM-I05
  istiodDown, // MM-X01
  istiodOutOfMemory, // MM-X14
  jobNeverEnds, // MM-I11
  keepAliveRace, // MM-C20
  keyNotAmongKeys, // MM-A20
  keysNotFetched, // MM-A19
  kindNotRead, // MM-X11
  listensOnLoopback, // MM-C04
  localityWithoutFailover, // MM-R23
  mirrorTargetMissing, // MM-R26
  mtlsToDisabledServer, // MM-T21
  mtlsToServerWithoutProxy, // MM-T03
  nameMismatch, // MM-T13
  nameNotResolved, // MM-C39
  namespaceNotDiscovered, // MM-C19
  ...multiclusterCauses, // MM-M01 to MM-M16
  namespaceNotInjected, // MM-I01
  negativeDeny, // MM-A27
  networkPolicyBlocks, // MM-C05
  noFilterChainForName, // MM-G09
  noLoadBalancer, // MM-G12
  noPolicyAllows, // MM-A02
  noReadyEndpoints, // MM-C01
  noRouteMatches, // MM-R13
  notBoundToMesh, // MM-R16
  notCaptured, // MM-C42
  notInjectedYet, // MM-I03
  notRedirected, // MM-I18
  noVirtualServiceForHost, // MM-G01
  oneInstanceFails, // MM-C54
  optedOutOfInjection, // MM-I04
  passthroughWithHttpRoutes, // MM-G08
  passthroughWrappedAgain, // MM-T20
  patternMissesForm, // MM-A10
  peerAuthenticationsConflict, // MM-T07
  perTryTimeout, // MM-C26
  plaintextRefusedByZtunnel, // MM-Z14
  plaintextToStrict, // MM-T01
  podNotCaptured, // MM-Z04
  plainToHttpsBackend, // MM-G16
  podSecurityForbidsProxy, // MM-I07
  podWithoutService, // MM-R04
  policyBlocksIstiod, // MM-C06
  portIsNotHttp, // MM-C09
  portIsOpaque, // MM-C08
  portLevelIneffective, // MM-T06
  portMissingForMultiPortService, // MM-R11
  portNotOnService, // MM-R33
  portProtocolsConflict, // MM-C35
  portsExhausted, // MM-C45
  ...portTakenByOtherService, // MM-C36, MM-C37
  preflightDenied, // MM-A25
  probesBlocked, // MM-Z02
  probesRefused, // MM-T19
  proxyDisconnected, // MM-X02
  proxyNotReady, // MM-I16
  proxyOutOfMemory, // MM-I12
  proxyStale, // MM-X04
  quotaRejectsPod, // MM-I15
  rateLimited, // MM-C49
  rateLimitServiceDown, // MM-C50
  redirectLoop, // MM-G11
  registryOnlyBlocks, // MM-C15
  removedEnvoyName, // MM-R21
  ...requestRefused, // MM-C32, MM-C33, MM-C34, MM-C51
  retriesHideError, // MM-C53
  rolloutDropsRequests, // MM-C22
  rootCertificateMissing, // MM-I14
  rootMismatch, // MM-T08
  routeBeforeSubset, // MM-R03
  routeShadowed, // MM-R12
  routesWithoutWaypoint, // MM-Z09
  routeTimeout, // MM-C25
  runsAsProxyUser, // MM-C43
  scrapeRefused, // MM-T18
  selectorBehindWaypoint, // MM-Z08
  selectorMatchesNoPods, // MM-C02
  serverSpeaksFirst, // MM-C11
  serviceNotExported, // MM-C18
  shortHostInWrongNamespace, // MM-R10
  sidecarAndAmbient, // MM-Z05
  sidecarHidesHost, // MM-C17
  socketLoadBalancing, // MM-C44
  staleWebhook, // MM-I06
  startedBeforeProxy, // MM-I09
  staysWarming, // MM-X15
  subsetNotDefined, // MM-R01
  subsetSelectsNoPods, // MM-R02
  targetPortNotOffered, // MM-C03
  tlsOnHttpPort, // MM-C10
  tlsOriginationMixedUp, // MM-R27
  tokenElsewhere, // MM-A28
  tokenMissing, // MM-A15
  tokenNotForwarded, // MM-A22
  ...tokenRejected, // MM-A16, MM-A17, MM-A18, MM-A21
  trustDomainChanged, // MM-T14
  unknownHost, // MM-C40
  unsafeRetries, // MM-C48
  wasmPluginNotFetched, // MM-R30
  waypointForOtherTraffic, // MM-Z11
  waypointNotAllowed, // MM-Z12
  waypointNotReady, // MM-Z06
  weightOnDeadDestination, // MM-R15
  weightsNotPercent, // MM-R31
  ztunnelDenies, // MM-Z13
  ztunnelNotRunning, // MM-Z03
  ztunnelWithoutData, // MM-Z15
].sort((a, b) => a.id < b.id ? -1 : 1);
