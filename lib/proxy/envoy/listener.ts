import { isRecord } from "../../core/mod.ts";
import { type Address, address, type CidrRange, cidrRange } from "./address.ts";
import { type FilterMetadata, metadata } from "./metadata.ts";
import { type NetworkFilter, networkFilter } from "./filter/network_filter.ts";
import {
  embedded,
  field,
  flag,
  from,
  type JsonObject,
  list,
  message,
  number,
  object,
  optionalFlag,
  optionalText,
  type Reader,
  text,
  whole,
} from "./reader.ts";
import { type TransportSocket, transportSocket } from "./transport_socket.ts";

/** An address on which Envoy takes connections, or takes over those that another listener received. */
export interface Listener {
  /** Name, in Istio `10.0.0.1_9080`, `0.0.0.0_80`, `virtualOutbound`, `virtualInbound`. */
  readonly name: string;
  /** The address. */
  readonly address: Address | undefined;
  /** Further addresses. */
  readonly additionalAddresses: readonly Address[];
  /** What happens to connections, by their properties. */
  readonly filterChains: readonly FilterChain[];
  /** A tree that chooses the chain by name, where chains are not chosen by their own matches. */
  readonly filterChainMatcher: JsonObject | undefined;
  /** What happens to a connection that no chain takes. */
  readonly defaultFilterChain: FilterChain | undefined;
  /** Whether it has no address and takes connections from the same Envoy only. */
  readonly isInternal: boolean;
  /** Whether connections go on to the listener of their original destination. */
  readonly useOriginalDst: boolean;
  /** Whether it binds to its port; those that only take over connections do not. */
  readonly bindToPort: boolean;
  /** `INBOUND`, `OUTBOUND` or `UNSPECIFIED`. */
  readonly trafficDirection: string;
  /** Names of the filters that look at the connection first: TLS, HTTP and original destination. */
  readonly listenerFilters: readonly ListenerFilter[];
  /** Whether the connection goes on when those filters time out. */
  readonly continueOnListenerFiltersTimeout: boolean;
  /** Metadata. */
  readonly metadata: FilterMetadata;
}

/** A filter that looks at a connection before its filter chain is chosen. */
export interface ListenerFilter {
  /** Name, such as `envoy.filters.listener.tls_inspector`. */
  readonly name: string;
}

/** What happens to the connections that match. */
export interface FilterChain {
  /** Name. */
  readonly name: string;
  /** Which connections. */
  readonly filterChainMatch: FilterChainMatch;
  /** The filters, in order. */
  readonly filters: readonly NetworkFilter[];
  /** How the caller must speak: TLS or plain text. */
  readonly transportSocket: TransportSocket | undefined;
  /** Metadata: the objects behind it. */
  readonly metadata: FilterMetadata;
}

/** Which connections a filter chain takes; an empty field takes all. */
export interface FilterChainMatch {
  /** Destination port. */
  readonly destinationPort: number | undefined;
  /** Destination addresses. */
  readonly prefixRanges: readonly CidrRange[];
  /** Server names (SNI): exact or `*.suffix`. */
  readonly serverNames: readonly string[];
  /** `tls`, `raw_buffer` or `quic`. */
  readonly transportProtocol: string;
  /** Protocols (ALPN, or as the HTTP inspector found). */
  readonly applicationProtocols: readonly string[];
  /** Addresses of whoever opened the connection. */
  readonly directSourcePrefixRanges: readonly CidrRange[];
  /** `ANY`, `SAME_IP_OR_LOOPBACK` or `EXTERNAL`. */
  readonly sourceType: string;
  /** Addresses of the caller. */
  readonly sourcePrefixRanges: readonly CidrRange[];
  /** Ports of the caller. */
  readonly sourcePorts: readonly number[];
}

const filterChainMatch: Reader<FilterChainMatch> = embedded({
  destinationPort: number,
  prefixRanges: list(cidrRange),
  serverNames: list(optionalText),
  transportProtocol: text,
  applicationProtocols: list(optionalText),
  directSourcePrefixRanges: list(cidrRange),
  sourceType: (value) => optionalText(value) ?? "ANY",
  sourcePrefixRanges: list(cidrRange),
  sourcePorts: list(number),
});

/** Reads a `config.listener.v3.FilterChain`. */
export const filterChain: Reader<FilterChain | undefined> = message({
  name: text,
  filterChainMatch,
  filters: list(networkFilter),
  transportSocket,
  metadata,
});

const fields = whole<Listener>({
  name: text,
  address,
  additionalAddresses: list((value) => address(field(value, "address"))),
  filterChains: list(filterChain),
  filterChainMatcher: object,
  defaultFilterChain: filterChain,
  isInternal: from("internal_listener", isRecord),
  useOriginalDst: flag,
  bindToPort: (value) => optionalFlag(value) ?? true,
  trafficDirection: (value) => optionalText(value) ?? "UNSPECIFIED",
  listenerFilters: list(message<ListenerFilter>({ name: text })),
  continueOnListenerFiltersTimeout: flag,
  metadata,
});

/** Reads a `config.listener.v3.Listener`. */
export function listener(value: unknown): Listener | undefined {
  if (!isRecord(value)) return undefined;
  const read = fields(value);
  const isOldUnbound = field(field(value, "deprecated_v1"), "bind_to_port") === false;
  return isOldUnbound ? { ...read, bindToPort: false } : read;
}
