/** The parts of a cluster name that istiod writes. */
export interface EnvoyClusterName {
  /** `outbound`, `inbound`, or `inbound-vip` for what waypoints send on. */
  readonly direction: string;
  /** Port of the service. */
  readonly port: number;
  /** Subset of a DestinationRule; `""` is the whole service. */
  readonly subset: string;
  /** Fully qualified host; `""` for inbound clusters. */
  readonly host: string;
}

/** Where connections go that no service takes and the mesh blocks. */
export const BLACK_HOLE_CLUSTER = "BlackHoleCluster";

/** Where connections go that no service takes and the mesh lets through. */
export const PASSTHROUGH_CLUSTER = "PassthroughCluster";

/** Where connections go that arrive on a port that no service declares. */
export const INBOUND_PASSTHROUGH_CLUSTER = "InboundPassthroughCluster";

const SNI = /^([a-z-]+)_\.(\d+)_\.(.*)_\.(.*)$/;

/**
 * The parts of `outbound|9080|v1|reviews.bookinfo.svc.cluster.local`, or of the same as a server name,
 * `outbound_.9080_.v1_.reviews…`; `undefined` for a name that istiod does not write so. Waypoints have the
 * protocol before the subset: `inbound-vip|9080|http/v1|reviews…`.
 */
export function parseEnvoyClusterName(name: string): EnvoyClusterName | undefined {
  const sni = SNI.exec(name);
  const [direction = "", port = "", subset = "", ...host] = sni?.slice(1) ?? name.split("|");
  if (host.length === 0 || !/^\d+$/.test(port)) return undefined;
  return {
    direction,
    port: Number(port),
    subset: direction === "inbound-vip"
      ? subset.replace(/^(?:http|tcp)\/?/, "")
      : sni !== null && subset === "_"
      ? ""
      : subset,
    host: host.join("|"),
  };
}

/** The name of a cluster as istiod writes it. */
export function formatEnvoyClusterName(
  { direction, port, subset, host }: EnvoyClusterName,
): string {
  return `${direction}|${port}|${subset}|${host}`;
}
