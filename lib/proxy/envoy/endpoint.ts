import { isRecord } from "../../core/mod.ts";
import { type Address, address } from "./address.ts";
import { type FilterMetadata, metadata } from "./metadata.ts";
import { field, list, message, number, optionalText, type Reader, text } from "./reader.ts";

/** The endpoints of one Envoy cluster. */
export interface ClusterLoadAssignment {
  /** Name of the cluster, or of its EDS service. */
  readonly clusterName: string;
  /** The endpoints, by locality and priority. */
  readonly endpoints: readonly LocalityLbEndpoints[];
}

/** Endpoints of one place with one priority. */
export interface LocalityLbEndpoints {
  /** Where they run. */
  readonly locality: Locality | undefined;
  /** The endpoints. */
  readonly lbEndpoints: readonly LbEndpoint[];
  /** Share of the locality. */
  readonly loadBalancingWeight: number | undefined;
  /** 0 is used first. */
  readonly priority: number;
}

/** A place. */
export interface Locality {
  /** Region. */
  readonly region: string;
  /** Zone. */
  readonly zone: string;
  /** Part of the zone. */
  readonly subZone: string;
}

/** One endpoint. */
export interface LbEndpoint {
  /** Where it is reached. */
  readonly address: Address | undefined;
  /** Name of the host, for strict DNS. */
  readonly hostname: string;
  /** `HEALTHY`, `UNHEALTHY`, `DRAINING`, `TIMEOUT`, `DEGRADED` or `UNKNOWN`. */
  readonly healthStatus: string;
  /** Metadata: TLS mode, workload. */
  readonly metadata: FilterMetadata;
  /** Share among the endpoints of its locality. */
  readonly loadBalancingWeight: number | undefined;
}

const locality: Reader<Locality | undefined> = message({ region: text, zone: text, subZone: text });

/** Reads a `config.endpoint.v3.LbEndpoint`. */
export function lbEndpoint(value: unknown): LbEndpoint | undefined {
  if (!isRecord(value)) return undefined;
  const endpoint = value["endpoint"];
  return {
    address: address(field(endpoint, "address")),
    hostname: text(field(endpoint, "hostname")),
    healthStatus: optionalText(field(value, "health_status")) ?? "UNKNOWN",
    metadata: metadata(value["metadata"]),
    loadBalancingWeight: number(field(value, "load_balancing_weight")),
  };
}

/** Reads a `config.endpoint.v3.ClusterLoadAssignment`. */
export const clusterLoadAssignment: Reader<ClusterLoadAssignment | undefined> = message({
  clusterName: text,
  endpoints: list(message<LocalityLbEndpoints>({
    locality,
    lbEndpoints: list(lbEndpoint),
    loadBalancingWeight: number,
    priority: (value) => number(value) ?? 0,
  })),
});
