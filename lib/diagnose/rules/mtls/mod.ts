import type { AnyRule } from "../../analysis/rule.ts";
import { clientMtlsWithoutServer } from "./client_mtls_without_server.ts";
import { clientTlsRefused } from "./client_tls_refused.ts";
import { portWithoutContainer } from "./port_without_container.ts";
import { shadowedPeerAuthentication } from "./shadowed_peer_authentication.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  clientMtlsWithoutServer,
  clientTlsRefused,
  portWithoutContainer,
  shadowedPeerAuthentication,
];
