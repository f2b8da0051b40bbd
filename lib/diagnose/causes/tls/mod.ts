import type { Cause } from "../../cause.ts";
import { certificateExpired } from "./certificate_expired.ts";
import { certificateRequestRejected } from "./certificate_request_rejected.ts";
import { clientCredentialMissing } from "./client_credential_missing.ts";
import { clockSkew } from "./clock_skew.ts";
import { destinationRuleAgainstStrict } from "./destination_rule_against_strict.ts";
import { excludedPortGetsMtls } from "./excluded_port_gets_mtls.ts";
import { mtlsToDisabledServer } from "./mtls_to_disabled_server.ts";
import { mtlsToServerWithoutProxy } from "./mtls_to_server_without_proxy.ts";
import { passthroughWrappedAgain } from "./passthrough_wrapped_again.ts";
import { peerAuthenticationsConflict } from "./peer_authentications_conflict.ts";
import { plaintextToStrict } from "./plaintext_to_strict.ts";
import { portLevelIneffective } from "./port_level_ineffective.ts";
import { probesRefused } from "./probes_refused.ts";
import { rootMismatch } from "./root_mismatch.ts";
import { scrapeRefused } from "./scrape_refused.ts";
import { nameMismatch } from "./server_name_mismatch.ts";
import { tlsOriginationMixedUp } from "./tls_to_plaintext_server.ts";
import { trustDomainChanged } from "./trust_domain_changed.ts";

/** Every root cause in TLS. */
export const tlsCauses: readonly Cause[] = [
  tlsOriginationMixedUp, // MM-R27
  plaintextToStrict, // MM-T01
  destinationRuleAgainstStrict, // MM-T02
  mtlsToServerWithoutProxy, // MM-T03
  excludedPortGetsMtls, // MM-T04
  portLevelIneffective, // MM-T06
  peerAuthenticationsConflict, // MM-T07
  rootMismatch, // MM-T08
  certificateExpired, // MM-T09
  certificateRequestRejected, // MM-T11
  clockSkew, // MM-T12
  nameMismatch, // MM-T13
  trustDomainChanged, // MM-T14
  clientCredentialMissing, // MM-T17
  scrapeRefused, // MM-T18
  probesRefused, // MM-T19
  passthroughWrappedAgain, // MM-T20
  mtlsToDisabledServer, // MM-T21
];
