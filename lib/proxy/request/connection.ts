/** What a listener knows of a connection when it chooses a filter chain. */
export interface Connection {
  /** Address that the caller wanted to reach, before any redirection. */
  readonly destinationIp: string;
  /** Port that the caller wanted to reach. */
  readonly destinationPort: number;
  /** How the caller speaks, as the TLS inspector finds out: `tls` or `raw_buffer`. */
  readonly transportProtocol: "tls" | "raw_buffer";
  /** Server name that the caller sends in TLS. */
  readonly serverName?: string;
  /** ALPN that the caller offers, or what the HTTP inspector found (`http/1.1`, `h2c`). */
  readonly applicationProtocols?: readonly string[];
  /** Address of the caller. */
  readonly sourceIp?: string;
  /** Port of the caller. */
  readonly sourcePort?: number;
  /** Address of whoever opened the connection, where a proxy protocol stands between. */
  readonly directSourceIp?: string;
}
