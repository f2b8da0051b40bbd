import type { HttpConnectionManager } from "../envoy/filter/network_filter.ts";
import type { RouteConfiguration, VirtualHost } from "../envoy/route/route_config.ts";

/** The virtual host of a request. */
export interface VirtualHostMatch {
  /** The virtual host. */
  readonly virtualHost: VirtualHost;
  /** The domain by which it was found. */
  readonly domain: string;
}

/**
 * The virtual host for an authority: an exact domain, else the longest `*.suffix`, else the longest
 * `prefix.*`, else `*`. Case does not matter.
 */
export function matchVirtualHost(
  { virtualHosts, ignorePortInHostMatching }: RouteConfiguration,
  authority: string,
): VirtualHostMatch | undefined {
  const host = (ignorePortInHostMatching ? withoutPort(authority) : authority).toLowerCase();
  let best: (VirtualHostMatch & { readonly rank: number }) | undefined;
  for (const virtualHost of virtualHosts) {
    for (const domain of virtualHost.domains) {
      const rank = rankOf(domain.toLowerCase(), host);
      if (rank > (best?.rank ?? 0)) best = { virtualHost, domain, rank };
    }
  }
  return best && { virtualHost: best.virtualHost, domain: best.domain };
}

/** The authority as the virtual host search sees it: a connection manager may strip port and dot first. */
export function effectiveAuthority(
  manager: Pick<
    HttpConnectionManager,
    "stripAnyHostPort" | "stripMatchingHostPort" | "stripTrailingHostDot"
  >,
  authority: string,
  listenerPort: number,
): string {
  const port = authority.slice(withoutPort(authority).length + 1);
  const isStripped = manager.stripAnyHostPort ||
    manager.stripMatchingHostPort && port === String(listenerPort);
  const host = isStripped ? withoutPort(authority) : authority;
  return manager.stripTrailingHostDot ? host.replace(/\.(?=$|:\d*$)/, "") : host;
}

const EXACT = 1e9;
const SUFFIX = 1e6;
const PREFIX = 10;

/** 0 is no match; a wildcard covers at least one character. */
function rankOf(domain: string, host: string): number {
  if (domain === host) return EXACT;
  if (domain === "*") return 1;
  const length = domain.length - 1;
  if (length >= host.length) return 0;
  if (domain.startsWith("*")) return host.endsWith(domain.slice(1)) ? SUFFIX + length : 0;
  return domain.endsWith("*") && host.startsWith(domain.slice(0, -1)) ? PREFIX + length : 0;
}

/** A colon inside the brackets of an IPv6 address is none of a port. */
function withoutPort(authority: string): string {
  const colon = authority.lastIndexOf(":");
  return colon < 0 || authority.lastIndexOf("]") > colon ? authority : authority.slice(0, colon);
}
