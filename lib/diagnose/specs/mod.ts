/**
 * What istiod's webhook says to an object by itself: rules of the API that a schema cannot express.
 *
 * @module
 */
import type { Kind } from "../../mesh/mod.ts";
import { checkDestinationRule } from "./destinationrule/destination_rule.ts";
import { checkGateway } from "./gateway/gateway.ts";
import { checkEnvoyFilter } from "./proxy/envoy_filter.ts";
import { checkProxyConfig } from "./proxy/proxy_config.ts";
import { checkTelemetry } from "./proxy/telemetry.ts";
import { checkTrafficExtension } from "./proxy/traffic_extension.ts";
import { checkWasmPlugin } from "./proxy/wasm_plugin.ts";
import type { SpecCheck } from "./say.ts";
import { checkAuthorizationPolicy } from "./security/authorization_policy.ts";
import { checkPeerAuthentication } from "./security/peer_authentication.ts";
import { checkRequestAuthentication } from "./security/request_authentication.ts";
import { checkVirtualService } from "./virtualservice/virtual_service.ts";
import { checkServiceEntry } from "./workload/service_entry.ts";
import { checkSidecar } from "./workload/sidecar.ts";
import { checkWorkloadEntry } from "./workload/workload_entry.ts";
import { checkWorkloadGroup } from "./workload/workload_group.ts";

export type { SpecCheck } from "./say.ts";

/** The check of each kind that has one. */
export const specChecks = {
  AuthorizationPolicy: checkAuthorizationPolicy,
  DestinationRule: checkDestinationRule,
  EnvoyFilter: checkEnvoyFilter,
  Gateway: checkGateway,
  PeerAuthentication: checkPeerAuthentication,
  ProxyConfig: checkProxyConfig,
  RequestAuthentication: checkRequestAuthentication,
  ServiceEntry: checkServiceEntry,
  Sidecar: checkSidecar,
  Telemetry: checkTelemetry,
  TrafficExtension: checkTrafficExtension,
  VirtualService: checkVirtualService,
  WasmPlugin: checkWasmPlugin,
  WorkloadEntry: checkWorkloadEntry,
  WorkloadGroup: checkWorkloadGroup,
} satisfies { readonly [K in Kind]?: SpecCheck<K> };
