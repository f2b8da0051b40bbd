import type { AnyRule } from "../../analysis/rule.ts";
import { clientMtlsWithoutServer } from "./client_mtls_without_server.ts";
import { clientTlsRefused } from "./client_tls_refused.ts";
import { portWithoutContainer } from "./port_without_container.ts";
import { rootPolicyWithSelector } from "./root_policy_with_selector.ts";
import { shadowedPeerAuthentication } from "./shadowed_peer_authentication.ts";
import { strictWithoutClientMtls } from "./strict_without_client_mtls.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  clientMtlsWithoutServer,
  clientTlsRefused,
  portWithoutContainer,
  rootPolicyWithSelector,
  shadowedPeerAuthentication,
  strictWithoutClientMtls,
];
