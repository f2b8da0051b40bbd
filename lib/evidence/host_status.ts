/** What a proxy knows of one endpoint of one Envoy cluster, from `/clusters?format=json`. */
export interface HostStatus {
  /** `ip:port`, or the path of a socket. */
  readonly address: string;
  /** Health as the control plane says: `HEALTHY`, `UNHEALTHY`, `DRAINING`, … */
  readonly edsHealth: string;
  /** Whether outlier detection has ejected it. */
  readonly isEjected: boolean;
  /** Whether active health checks fail. */
  readonly failsHealthCheck: boolean;
  /** Priority; endpoints of another locality or cluster have a higher number. */
  readonly priority: number;
  /** Weight for load balancing. */
  readonly weight: number;
  /** `region/zone`. */
  readonly locality: string;
  /** Counters since the proxy knows the endpoint; never reset, so they may be older than the fault. */
  readonly stats: Readonly<Record<string, number>>;
}

/** State of one Envoy cluster. */
export interface EnvoyClusterStatus {
  /** Name such as `outbound|9080||reviews.bookinfo.svc.cluster.local`. */
  readonly name: string;
  /** Its endpoints. */
  readonly hosts: readonly HostStatus[];
  /** Circuit breakers of the default priority. */
  readonly limits: {
    readonly maxConnections?: number;
    readonly maxPendingRequests?: number;
    readonly maxRequests?: number;
    readonly maxRetries?: number;
  };
}

interface RawHost {
  address?: {
    socket_address?: { address?: string; port_value?: number };
    pipe?: { path?: string };
    envoy_internal_address?: { server_listener_name?: string; endpoint_id?: string };
  };
  stats?: { name: string; value?: string | number }[];
  health_status?: {
    eds_health_status?: string;
    failed_outlier_check?: boolean;
    failed_active_health_check?: boolean;
  };
  priority?: number;
  weight?: number;
  locality?: { region?: string; zone?: string };
}

interface RawClusters {
  cluster_statuses?: {
    name?: string;
    host_statuses?: RawHost[];
    circuit_breakers?: { thresholds?: (Record<string, unknown> & { priority?: string })[] };
  }[];
}

/** Reads the answer of `/clusters?format=json`; by name of the Envoy cluster. Throws on text that is no JSON. */
export function parseClusterStatuses(text: string): Map<string, EnvoyClusterStatus> {
  const raw = JSON.parse(text) as RawClusters | null;
  const statuses = new Map<string, EnvoyClusterStatus>();
  for (const { name, host_statuses = [], circuit_breakers } of raw?.cluster_statuses ?? []) {
    if (name === undefined) continue;
    const threshold = circuit_breakers?.thresholds?.find((t) =>
      (t.priority ?? "DEFAULT") === "DEFAULT"
    );
    statuses.set(name, {
      name,
      hosts: host_statuses.map(hostOf),
      limits: {
        ...limit("maxConnections", threshold?.["max_connections"]),
        ...limit("maxPendingRequests", threshold?.["max_pending_requests"]),
        ...limit("maxRequests", threshold?.["max_requests"]),
        ...limit("maxRetries", threshold?.["max_retries"]),
      },
    });
  }
  return statuses;
}

function limit(name: string, value: unknown): Record<string, number> {
  return typeof value === "number" ? { [name]: value } : {};
}

function hostOf(
  { address, stats, health_status, priority, weight, locality }: RawHost,
): HostStatus {
  const socket = address?.socket_address;
  return {
    address: socket
      ? `${socket.address}:${socket.port_value}`
      : address?.pipe?.path ?? address?.envoy_internal_address?.endpoint_id ??
        address?.envoy_internal_address?.server_listener_name ?? "",
    edsHealth: health_status?.eds_health_status ?? "HEALTHY",
    isEjected: health_status?.failed_outlier_check ?? false,
    failsHealthCheck: health_status?.failed_active_health_check ?? false,
    priority: priority ?? 0,
    weight: weight ?? 1,
    locality: [locality?.region, locality?.zone].filter(Boolean).join("/"),
    stats: Object.fromEntries((stats ?? []).map((s) => [s.name, Number(s.value ?? 0)])),
  };
}
