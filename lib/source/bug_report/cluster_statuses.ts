interface Host {
  readonly address: object;
  readonly stats: { readonly name: string; readonly value: number }[];
  readonly locality: Record<string, string>;
  health_status?: object;
  priority?: number;
  weight?: number;
}

interface Status {
  readonly name: string;
  readonly host_statuses: Host[];
  readonly circuit_breakers: { readonly thresholds: Record<string, string | number>[] };
}

const LIMIT = /^(default|high)_priority::(max_\w+)::(\d+)$/;
const HOST = /^(.+)::(\w+)::(.*)$/;

/**
 * Envoy's answer of `/clusters` as text, turned into its answer of `/clusters?format=json`. Each line is
 * `CLUSTER::ADDRESS::NAME::VALUE`, or without an address for the cluster itself; see
 * `source/server/admin/clusters_handler.cc` in Envoy.
 */
export function clusterStatusesOf(text: string): string {
  const statuses = new Map<string, Status>();
  const hosts = new Map<string, Host>();
  for (const line of text.split("\n")) {
    const end = line.indexOf("::");
    if (end <= 0) continue;
    const name = line.slice(0, end);
    const rest = line.slice(end + 2);
    let status = statuses.get(name);
    if (!status) statuses.set(name, status = emptyStatus(name));
    const limit = LIMIT.exec(rest);
    if (limit) {
      setLimit(status, limit[1]!, limit[2]!, Number(limit[3]));
      continue;
    }
    const [, address, key, value] = HOST.exec(rest) ?? [];
    // What outlier detection thinks of the whole cluster.
    if (address === undefined || address === "outlier") continue;
    let host = hosts.get(`${name}::${address}`);
    if (!host) {
      host = { address: addressOf(address), stats: [], locality: {} };
      hosts.set(`${name}::${address}`, host);
      status.host_statuses.push(host);
    }
    describe(host, key!, value!);
  }
  return JSON.stringify({ cluster_statuses: [...statuses.values()] });
}

function emptyStatus(name: string): Status {
  return { name, host_statuses: [], circuit_breakers: { thresholds: [] } };
}

function setLimit({ circuit_breakers }: Status, of: string, name: string, value: number): void {
  const priority = of.toUpperCase();
  const { thresholds } = circuit_breakers;
  let threshold = thresholds.find((each) => each["priority"] === priority);
  if (!threshold) thresholds.push(threshold = { priority });
  threshold[name] = value;
}

function describe(host: Host, key: string, value: string): void {
  if (key === "health_flags") host.health_status = healthOf(value);
  else if (key === "weight" || key === "priority") host[key] = Number(value);
  else if (key === "region" || key === "zone" || key === "sub_zone") host.locality[key] = value;
  else if (/^(?:cx|rq)_/.test(key)) host.stats.push({ name: key, value: Number(value) });
}

/** Flags such as `/failed_outlier_check/failed_eds_health`, or `healthy` where there is none. */
function healthOf(flags: string): object {
  const has = (flag: string) => flags.split("/").includes(flag);
  return {
    eds_health_status: has("failed_eds_health")
      ? "UNHEALTHY"
      : has("eds_status_draining")
      ? "DRAINING"
      : has("degraded_eds_health")
      ? "DEGRADED"
      : "HEALTHY",
    failed_outlier_check: has("failed_outlier_check"),
    failed_active_health_check: has("failed_active_hc"),
  };
}

function addressOf(address: string): object {
  const internal = /^envoy:\/\/([^/]*)\/(.*)$/.exec(address);
  if (internal) {
    const [, server_listener_name, endpoint_id] = internal;
    return { envoy_internal_address: { server_listener_name, endpoint_id } };
  }
  const socket = /^\[?([^\]]*)\]?:(\d+)$/.exec(address);
  return socket
    ? { socket_address: { address: socket[1], port_value: Number(socket[2]) } }
    : { pipe: { path: address } };
}
