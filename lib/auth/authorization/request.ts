/** Claims of a token that was accepted. */
export type Claims = Readonly<Record<string, unknown>>;

/** Who calls, as the server's proxy sees it. */
export interface AccessSource {
  /** Identity in the client certificate, such as `cluster.local/ns/shop/sa/web`, with or without `spiffe://`. */
  readonly principal?: string;
  /** Namespace of the identity, where the principal itself is not known. */
  readonly namespace?: string;
  /** Address of the peer of the connection. */
  readonly ip?: string;
  /** Address of the original client, from `X-Forwarded-For` or the PROXY protocol. */
  readonly remoteIp?: string;
  /** Whether the connection is mutual TLS; where it is not, the source has no identity. */
  readonly isMtls?: boolean;
}

/** A request or connection to be authorized. What is left out counts as not known, never as absent. */
export interface AccessRequest {
  /** Who calls. */
  readonly source: AccessSource;
  /** Whether the server's proxy treats the port as HTTP. */
  readonly isHttp: boolean;
  /** Port of the container, or of the gateway's listener. */
  readonly port?: number;
  /** Address of the server. */
  readonly destinationIp?: string;
  /** HTTP method. */
  readonly method?: string;
  /** Path; a query is cut off. */
  readonly path?: string;
  /** `Host` or `:authority`, with the port where the client sent one. */
  readonly host?: string;
  /** Headers by name, in any case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether there may be more headers than {@linkcode AccessRequest.headers} names. */
  readonly hasMoreHeaders?: boolean;
  /** Server name of the TLS handshake; `null` where there is none. */
  readonly sni?: string | null;
  /** Claims of the accepted token; `null` where there is no token. */
  readonly jwt?: Claims | null;
}
