import type { Mesh } from "../mesh/mod.ts";
import type { HttpRequest, StringMatcher } from "../proxy/mod.ts";

/** A request on its way, as the next proxy sees it. */
export interface TracedRequest {
  /** The objects. */
  readonly mesh: Mesh;
  /** Method, path, authority and headers; a rewrite changes them for the next proxy. */
  readonly http: HttpRequest;
  /** Address that the connection goes to. */
  readonly ip: string;
  /** Port that the connection goes to. */
  readonly port: number;
  /** TLS of the connection; `undefined` for plain text. */
  readonly tls: ConnectionTls | undefined;
  /** Identity of the caller that an HBONE tunnel brought, as `tls` has it; `undefined` where none did. */
  readonly tunnelIdentity?: string | undefined;
  /** Whether HTTP is spoken on it. */
  readonly isHttp: boolean;
  /** Address of whoever connects; `undefined` where it is not known. */
  readonly sourceIp: string | undefined;
}

/** TLS as the caller opens it. */
export interface ConnectionTls {
  /** Server name. */
  readonly serverName: string;
  /** Protocols offered. */
  readonly alpnProtocols: readonly string[];
  /** The caller's identity, such as `spiffe://cluster.local/ns/shop/sa/web`; `undefined` without certificate. */
  readonly identity: string | undefined;
  /** Names of which the server's certificate must carry one; empty asks none. */
  readonly acceptedNames: readonly StringMatcher[];
}

/** Stands for an address that is not known: one of the range that nobody uses (RFC 5737). */
export const NOWHERE = "192.0.2.1";
