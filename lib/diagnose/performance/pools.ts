import type { LoggedRequest } from "../../connectivity/mod.ts";
import type { PoolSummary } from "../../core/mod.ts";
import type { EnvoyClusterStatus } from "../../evidence/mod.ts";
import { edgeLabel } from "../../traffic/mod.ts";
import { isHttp2 } from "../case/connection_pools.ts";
import type { PerformanceCase } from "./case.ts";
import { isRefused, needOf, NO_LIMIT } from "./need.ts";

/** The limits that callers' proxies and the servers' have, against what the traffic that was seen needs. */
export function poolsOf({ edges, servers, timings }: PerformanceCase): PoolSummary[] {
  const sent = edges.flatMap(({ edge, of, timings }) => {
    const lines = timings.flatMap(({ exchange: { client } }) => client ?? []);
    return of.walk.targets.flatMap((target) =>
      target.status
        ? limitsOf(
          edgeLabel(edge),
          target.status,
          lines.filter(({ entry }) => entry.upstreamCluster === target.name),
          isHttp2(target),
        )
        : []
    );
  });
  const received = Map.groupBy(
    timings.flatMap(({ attempts }) => attempts),
    ({ proxy }) => proxy.id,
  );
  const inbound = servers.flatMap((proxy) =>
    [...proxy.envoyClusters?.values() ?? []].filter(({ name }) => name.startsWith("inbound|"))
      .flatMap((status) => {
        const lines = (received.get(proxy.id) ?? []).filter(({ entry }) =>
          entry.upstreamCluster === status.name
        );
        return limitsOf(proxy.id, status, lines, false);
      })
  );
  return [...sent, ...inbound];
}

/** The limits of one Envoy cluster that are limits at all. */
function limitsOf(
  at: string,
  { limits }: EnvoyClusterStatus,
  lines: readonly LoggedRequest[],
  sharesConnections: boolean,
): PoolSummary[] {
  const served = lines.filter(({ entry }) => !isRefused(entry));
  const need = needOf(lines, served.map(({ entry }) => entry.durationMs ?? 0));
  const refused = lines.length - served.length;
  if (lines.length === 0) return [];
  const figures = {
    // With HTTP/2 one connection to an endpoint carries all requests.
    maxConnections: sharesConnections ? 1 : need.connections,
    maxRequests: need.peak,
    maxPendingRequests: Math.max(0, need.peak - (limits.maxConnections ?? NO_LIMIT)),
  } as const;
  return (["maxConnections", "maxRequests", "maxPendingRequests"] as const).flatMap((limit) => {
    const allowed = limits[limit];
    return allowed !== undefined && allowed < NO_LIMIT
      ? [{ at, limit, allowed, peak: need.peak, needed: figures[limit], refused }]
      : [];
  });
}
