import { type EffectiveMtls, effectiveMtls } from "../../auth/mod.ts";
import type { Case } from "../../connectivity/mod.ts";
import { hasProxy } from "../../mesh/mod.ts";
import { type Server, serversOf } from "./case_facts.ts";

/** A pod that a request may end at, with the mTLS mode of the port. */
export interface ServerMode extends Server {
  /** What the port takes. */
  readonly mtls: EffectiveMtls;
}

/** The mTLS modes of the ports of servers that have a proxy. */
export function modesOf({ mesh }: Case, servers: readonly Server[]): ServerMode[] {
  return servers.filter(({ pod }) => hasProxy(pod)).map((server) => ({
    ...server,
    mtls: effectiveMtls(mesh, server.pod, server.port),
  }));
}

/** The pods that a case's requests may end at and that take only mTLS. */
export function strictServers(of: Case): ServerMode[] {
  return modesOf(of, serversOf(of)).filter(({ mtls }) => mtls.mode === "STRICT");
}

/** Envoy's words for a certificate that the other side does not accept. */
export const VERIFY_FAILED: RegExp =
  /CERTIFICATE_VERIFY_FAILED|CERTIFICATE_UNKNOWN|UNKNOWN_CA|CERTIFICATE_EXPIRED/i;

/** Envoy's words for a certificate that has run out. */
export const EXPIRED: RegExp = /certificate[ _]has[ _]expired|CERTIFICATE_EXPIRED/i;

/** Envoy's words for a certificate whose issuer is not trusted. */
export const UNTRUSTED: RegExp =
  /unable[ _]to[ _]get[ _](?:local[ _])?issuer|self[- _]signed[ _]certificate|UNKNOWN_CA/i;

/** Envoy's words for a certificate of another name than the expected one. */
export const WRONG_NAME: RegExp = /SAN[ _](?:matcher|list)|subject[ _]alt/i;

/** Envoy's words for TLS that meets something that does not speak TLS. */
export const NOT_TLS: RegExp = /WRONG_VERSION_NUMBER|HTTP_REQUEST|INVALID_SESSION/i;
