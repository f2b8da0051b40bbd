import type { Cause } from "../cause.ts";
import { applicationError } from "./application/application_error.ts";
import { keepAliveRace } from "./application/keep_alive_race.ts";
import { emptyPolicyDeniesAll } from "./authorization/deny_all.ts";
import { explicitDeny } from "./authorization/explicit_deny.ts";
import { noPolicyAllows } from "./authorization/no_policy_allows.ts";
import { tokenRejected } from "./authorization/token_rejected.ts";
import { applicationNotListening } from "./endpoints/application_not_listening.ts";
import { noReadyEndpoints } from "./endpoints/no_ready_endpoints.ts";
import { selectorMatchesNoPods } from "./endpoints/selector_matches_no_pods.ts";
import { targetPortNotOffered } from "./endpoints/target_port_not_offered.ts";
import { noVirtualServiceForHost } from "./gateway/no_virtual_service_for_host.ts";
import { circuitBreakerOpen } from "./limits/circuit_breaker.ts";
import { faultInjected } from "./limits/fault_injected.ts";
import { inboundCircuitBreakerOpen } from "./limits/inbound_circuit_breaker.ts";
import { routeTimeout } from "./limits/route_timeout.ts";
import { remoteSecretMissing } from "./multicluster/remote_secret_missing.ts";
import { backendNotResolved } from "./routing/backend_not_resolved.ts";
import { hostNotInRegistry } from "./routing/host_not_in_registry.ts";
import { portIsOpaque } from "./routing/port_is_opaque.ts";
import { portMissingForMultiPortService } from "./routing/port_missing_for_multi_port_service.ts";
import { portNotOnService } from "./routing/port_not_on_service.ts";
import { registryOnlyBlocks } from "./routing/registry_only.ts";
import { routeShadowed } from "./routing/route_shadowed.ts";
import { shortHostInWrongNamespace } from "./routing/short_host_in_wrong_namespace.ts";
import { subsetNotDefined } from "./routing/subset_not_defined.ts";
import { destinationRuleAgainstStrict } from "./tls/destination_rule_against_strict.ts";
import { mtlsToDisabledServer } from "./tls/mtls_to_disabled_server.ts";
import { mtlsToServerWithoutProxy } from "./tls/mtls_to_server_without_proxy.ts";
import { plaintextToStrict } from "./tls/plaintext_to_strict.ts";
import { configurationRejected } from "./xds/configuration_rejected.ts";

/** Every root cause that a diagnosis considers. */
export const causes: readonly Cause[] = [
  applicationError, // MM-C46
  applicationNotListening, // MM-C52
  backendNotResolved, // MM-R19
  circuitBreakerOpen, // MM-C27
  configurationRejected, // MM-X03
  destinationRuleAgainstStrict, // MM-T02
  emptyPolicyDeniesAll, // MM-A03
  explicitDeny, // MM-A01
  faultInjected, // MM-C31
  hostNotInRegistry, // MM-R32
  inboundCircuitBreakerOpen, // MM-C28
  keepAliveRace, // MM-C20
  mtlsToDisabledServer, // MM-T21
  mtlsToServerWithoutProxy, // MM-T03
  noPolicyAllows, // MM-A02
  noReadyEndpoints, // MM-C01
  noVirtualServiceForHost, // MM-G01
  plaintextToStrict, // MM-T01
  portIsOpaque, // MM-C08
  portMissingForMultiPortService, // MM-R11
  portNotOnService, // MM-R33
  registryOnlyBlocks, // MM-C15
  remoteSecretMissing, // MM-M01
  routeShadowed, // MM-R12
  routeTimeout, // MM-C25
  selectorMatchesNoPods, // MM-C02
  shortHostInWrongNamespace, // MM-R10
  subsetNotDefined, // MM-R01
  targetPortNotOffered, // MM-C03
  ...tokenRejected, // MM-A16, MM-A17, MM-A18, MM-A21
].sort((a, b) => a.id < b.id ? -1 : 1);
