import type { AccessObject } from "../../core/mod.ts";
import {
  type FilterChain,
  type FilterChainResult,
  type FilterMetadata,
  formatAddress,
  type Listener,
  matchFilterChain,
  originOf,
  type PassedOverChain,
} from "../../proxy/mod.ts";
import { type Part, step, stop } from "../stop.ts";
import type { TracedRequest } from "../traced_request.ts";

/** The filter chain of a connection, with the decisions that led to it. */
export interface ListenerPart extends Part {
  /** The chain; `undefined` where the listener closes the connection. */
  readonly filterChain: FilterChain | undefined;
}

/** Most chains whose reasons are told. */
const CHAINS_TOLD = 12;

/** How a listener takes a connection: by its address, by what its filters find out, by its chains. */
export function listenerPart(listener: Listener, request: TracedRequest): ListenerPart {
  const result = matchFilterChain(listener, connectionOf(request));
  const { filterChain, isDefault, passedOver } = result;
  const objects = objectsOf(listener.metadata);
  const taken = step(
    "listener",
    `listener ${
      listener.name || formatAddress(listener.address)
    } takes ${request.ip}:${request.port}`,
    { objects, details: listenerDetails(listener, request) },
  );
  const details = [...new Set(passedOver.map(reasonOf))].slice(0, CHAINS_TOLD);
  if (!filterChain) {
    const reason = "no filter chain of the listener fits the connection";
    return {
      filterChain,
      steps: [taken, step("filter chain", reason, { outcome: "fail", objects, details })],
      stops: [stop(0, ["NR"], "filter_chain_not_found", reason)],
    };
  }
  const chosen = `${isDefault ? "the default filter chain" : "filter chain"} ${
    nameOf(filterChain)
  }`;
  const of = objectsOf(filterChain.metadata);
  return {
    filterChain,
    steps: [taken, step("filter chain", `${chosen}${criteria(result)}`, { objects: of, details })],
    stops: [],
  };
}

function connectionOf({ ip, port, tls, isHttp, sourceIp }: TracedRequest) {
  const plain = isHttp ? ["http/1.1"] : [];
  return {
    destinationIp: ip,
    destinationPort: port,
    transportProtocol: tls ? "tls" as const : "raw_buffer" as const,
    ...(tls ? { serverName: tls.serverName } : {}),
    applicationProtocols: tls ? tls.alpnProtocols : plain,
    ...(sourceIp === undefined ? {} : { sourceIp }),
  };
}

function listenerDetails({ listenerFilters }: Listener, { tls, isHttp }: TracedRequest): string[] {
  return listenerFilters.flatMap(({ name }) => {
    if (/original_dst/.test(name)) return ["the original destination is restored"];
    if (/tls_inspector/.test(name)) {
      const found = tls
        ? `TLS, server name "${tls.serverName}", ALPN ${tls.alpnProtocols.join(", ") || "none"}`
        : "no TLS";
      return [`the TLS inspector finds ${found}`];
    }
    if (/http_inspector/.test(name) && !tls) {
      return [`the HTTP inspector finds ${isHttp ? "HTTP" : "no HTTP"}`];
    }
    return [];
  });
}

function criteria({ filterChain }: FilterChainResult): string {
  const match = filterChain?.filterChainMatch;
  if (!match) return "";
  const asked = [
    ...(match.destinationPort === undefined ? [] : [`port ${match.destinationPort}`]),
    ...match.prefixRanges.map((range) => `${range.addressPrefix}/${range.prefixLen}`),
    ...(match.serverNames.length === 0 ? [] : [`server name ${match.serverNames.join(" or ")}`]),
    ...(match.transportProtocol === "" ? [] : [match.transportProtocol]),
    ...(match.applicationProtocols.length === 0
      ? []
      : [`ALPN ${match.applicationProtocols.join(" or ")}`]),
  ];
  return asked.length === 0 ? " takes all" : ` matches ${asked.join(", ")}`;
}

function reasonOf({ filterChain, criterion, reason }: PassedOverChain): string {
  const why = reason === "no match" ? "does not match" : "matches less closely";
  return `filter chain ${nameOf(filterChain)}: ${criterion} ${why}`;
}

function nameOf({ name, filterChainMatch: { destinationPort, transportProtocol } }: FilterChain) {
  return name || ["(unnamed)", destinationPort, transportProtocol].filter(Boolean).join(" ");
}

/** The object that istiod made something of, as the objects of a step. */
export function objectsOf(metadata: FilterMetadata, routeName = ""): readonly AccessObject[] {
  const resource = originOf(metadata, routeName);
  return resource ? [{ resource }] : [];
}
