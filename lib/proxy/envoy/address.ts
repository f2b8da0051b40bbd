import { isRecord } from "../../core/mod.ts";
import { field, message, number, optionalText, type Reader, text } from "./reader.ts";

/** Where something listens or is reached. */
export interface Address {
  /** IP address or host name; `""` for a pipe or an internal listener. */
  readonly host: string;
  /** Port; 0 where there is none. */
  readonly port: number;
  /** Path of a Unix domain socket. */
  readonly pipe: string | undefined;
  /** Name of an internal listener of the same Envoy. */
  readonly internalListener: string | undefined;
  /** What tells the endpoints of one internal listener apart. */
  readonly endpointId: string;
}

/** A range of IP addresses. */
export interface CidrRange {
  /** First address. */
  readonly addressPrefix: string;
  /** Bits that count; 0 where the field is absent. */
  readonly prefixLen: number;
}

/** Reads a `config.core.v3.Address`. */
export function address(value: unknown): Address | undefined {
  if (!isRecord(value)) return undefined;
  const socket = field(value, "socket_address");
  const internal = field(value, "envoy_internal_address");
  return {
    host: text(field(socket, "address")),
    port: number(field(socket, "port_value")) ?? 0,
    pipe: optionalText(field(field(value, "pipe"), "path")),
    internalListener: optionalText(field(internal, "server_listener_name")),
    endpointId: text(field(internal, "endpoint_id")),
  };
}

/** Reads a `config.core.v3.CidrRange`. */
export const cidrRange: Reader<CidrRange | undefined> = message({
  addressPrefix: text,
  prefixLen: (value) => number(value) ?? 0,
});

/** `host:port`, with brackets around IPv6; a pipe as its path; an internal listener by its name. */
export function formatAddress(of: Address | undefined): string {
  if (of === undefined) return "";
  if (of.pipe !== undefined) return `unix://${of.pipe}`;
  if (of.internalListener !== undefined) return `envoy://${of.internalListener}/${of.endpointId}`;
  return formatHostPort(of.host, of.port);
}

/** `host:port`, with brackets around IPv6. */
export function formatHostPort(host: string, port: number): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
