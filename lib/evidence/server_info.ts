/** What a proxy says of itself, from `/server_info`. */
export interface ServerInfo {
  /** `LIVE`, `DRAINING`, `PRE_INITIALIZING`, `INITIALIZING`. */
  readonly state: string;
  /** Version of Envoy, such as `1.40.0`. */
  readonly version: string;
  /** `sidecar`, `router`, `waypoint` or `ztunnel`. */
  readonly type: string;
  /** Version of Istio that the proxy was built for. */
  readonly istioVersion: string;
  /** Name of the cluster that it lives in. */
  readonly cluster: string;
  /** Name of the network that it lives in. */
  readonly network: string;
  /** Name of its workload. */
  readonly workload: string;
  /** Its service account. */
  readonly serviceAccount: string;
  /** Worker threads. */
  readonly concurrency: number | undefined;
}

interface RawServerInfo {
  state?: string;
  version?: string;
  command_line_options?: { concurrency?: number };
  node?: { id?: string; metadata?: Record<string, unknown> };
}

/** Reads the answer of `/server_info`. Throws on text that is no JSON. */
export function parseServerInfo(text: string): ServerInfo {
  const raw = JSON.parse(text) as RawServerInfo | null;
  const metadata = raw?.node?.metadata ?? {};
  const said = (key: string) => typeof metadata[key] === "string" ? metadata[key] : "";
  return {
    state: raw?.state ?? "",
    version: /\/(\d+\.\d+\.\d+[^/]*)\//.exec(raw?.version ?? "")?.[1] ?? raw?.version ?? "",
    type: raw?.node?.id?.split("~", 1)[0] ?? "",
    istioVersion: said("ISTIO_VERSION"),
    cluster: said("CLUSTER_ID"),
    network: said("NETWORK"),
    workload: said("WORKLOAD_NAME"),
    serviceAccount: said("SERVICE_ACCOUNT"),
    concurrency: raw?.command_line_options?.concurrency,
  };
}
