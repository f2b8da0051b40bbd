import { isRecord } from "../../core/mod.ts";
import type { ConfigDump } from "../dump/config_dump.ts";
import { formatAddress } from "../envoy/address.ts";
import type { EnvoyCluster } from "../envoy/cluster.ts";
import type { LbEndpoint, Locality } from "../envoy/endpoint.ts";
import type { TransportSocket } from "../envoy/transport_socket.ts";

/** An endpoint of a cluster with all that decides whether it is used. */
export interface Endpoint {
  /** `ip:port`, or what stands for it. */
  readonly address: string;
  /** `HEALTHY`, `UNHEALTHY`, `DRAINING`, `TIMEOUT`, `DEGRADED` or `UNKNOWN`, as the control plane says. */
  readonly healthStatus: string;
  /** Whether load balancing may choose it by that health. */
  readonly isUsable: boolean;
  /** Share among the endpoints of its locality. */
  readonly weight: number;
  /** 0 is used first. */
  readonly priority: number;
  /** Where it runs. */
  readonly locality: Locality | undefined;
  /** `istio` where it takes mTLS, `disabled` or `""` where it does not. */
  readonly tlsMode: string;
  /** The workload behind it, as `istio.workload` says: `name;namespace;app;revision;cluster`. */
  readonly workload: string;
  /** The endpoint as Envoy has it. */
  readonly lbEndpoint: LbEndpoint;
}

const USABLE: ReadonlySet<string> = new Set(["HEALTHY", "UNKNOWN", "DEGRADED"]);

/**
 * The endpoints of a cluster: those that were discovered, else those that stand in the cluster itself;
 * `undefined` where the dump does not hold them.
 */
export function endpointsOf(
  cluster: EnvoyCluster,
  dump: ConfigDump,
): readonly Endpoint[] | undefined {
  const assignment = dump.loadAssignment(cluster.edsServiceName || cluster.name) ??
    dump.loadAssignment(cluster.name) ?? cluster.loadAssignment;
  return assignment?.endpoints.flatMap(({ locality, priority, lbEndpoints }) =>
    lbEndpoints.map((lbEndpoint) => ({
      address: formatAddress(lbEndpoint.address),
      healthStatus: lbEndpoint.healthStatus,
      isUsable: USABLE.has(lbEndpoint.healthStatus),
      weight: lbEndpoint.loadBalancingWeight ?? 1,
      priority,
      locality,
      tlsMode: metadataText(lbEndpoint, "envoy.transport_socket_match", "tlsMode"),
      workload: metadataText(lbEndpoint, "istio", "workload"),
      lbEndpoint,
    }))
  );
}

/** The transport that a cluster uses towards an endpoint, and the name of the match that chose it. */
export interface ChosenTransport {
  /** Name of the match, such as `tlsMode-istio`; `""` for the cluster's own transport. */
  readonly match: string;
  /** The socket; `undefined` is plain text. */
  readonly transportSocket: TransportSocket | undefined;
}

/** The transport towards an endpoint: the first match that fits its metadata, else the cluster's own. */
export function transportSocketFor(
  cluster: Pick<EnvoyCluster, "transportSocket" | "transportSocketMatches">,
  endpoint: Pick<LbEndpoint, "metadata">,
): ChosenTransport {
  const found = endpoint.metadata.get("envoy.transport_socket_match") ?? {};
  for (const { name, match, transportSocket } of cluster.transportSocketMatches) {
    const fits = Object.entries(match).every(([key, value]) => isSame(found[key], value));
    if (fits) return { match: name, transportSocket };
  }
  return { match: "", transportSocket: cluster.transportSocket };
}

function metadataText({ metadata }: LbEndpoint, filter: string, key: string): string {
  const value = metadata.get(filter)?.[key];
  return typeof value === "string" ? value : "";
}

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, i) => isSame(each, b[i]));
  }
  if (isRecord(a) && isRecord(b)) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]));
  }
  return a === b;
}
