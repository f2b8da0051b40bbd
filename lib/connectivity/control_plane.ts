import type { Gap } from "../core/mod.ts";
import {
  clusterFolder,
  type ClusterSync,
  Exposition,
  forgottenClusters,
  type NetworkGateway,
  parseClusterz,
  parseEndpointShards,
  parseNetworkz,
  parseSyncz,
  type ProxySync,
  type Recording,
  type RegisteredEndpoint,
  whyMissing,
} from "../evidence/mod.ts";

/** What was observed of istiod. What could not be read is absent, and named in `gaps`. */
export interface ControlPlaneObservation {
  /** What istiod and each proxy agree on, by `namespace/pod`. */
  readonly sync: ReadonlyMap<string, ProxySync> | undefined;
  /** The clusters that istiod reads. */
  readonly clusters: readonly ClusterSync[] | undefined;
  /** The clusters that it has read before, and does not any more. */
  readonly forgottenClusters: readonly string[];
  /** The gateways into other networks; read where istiod reads several clusters. */
  readonly networkGateways: readonly NetworkGateway[] | undefined;
  /** All endpoints by host, whichever proxies get them; read where istiod reads several clusters. */
  readonly endpoints: ReadonlyMap<string, readonly RegisteredEndpoint[]> | undefined;
  /** Its log. */
  readonly log: string | undefined;
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}

/** Reads what a recording has of the istiod of a cluster. */
export async function observeControlPlane(
  recording: Recording,
  cluster: string,
  signal: AbortSignal,
): Promise<ControlPlaneObservation> {
  const gaps: Gap[] = [];
  const top = await clusterFolder(recording, cluster, signal);
  async function read<T>(file: string, parse: (text: string) => T): Promise<T | undefined> {
    const path = `${top}${file}`;
    const text = await recording.read(path, signal);
    try {
      if (text !== undefined) return parse(text);
      gaps.push({ what: path, reason: whyMissing(recording, path) });
    } catch (error) {
      gaps.push({ what: path, reason: `unreadable: ${(error as Error).message}` });
    }
    return undefined;
  }
  const [sync, clusters, log, metrics] = await Promise.all([
    read("istiod/debug/syncz.json", parseSyncz),
    read("istiod/debug/clusterz.json", parseClusterz),
    recording.read(`${top}istiod/istiod.log`, signal),
    recording.read(`${top}istiod/metrics.prom`, signal),
  ]);
  const isMulticluster = clusters !== undefined && clusters.length > 1;
  const [networkGateways, endpoints] = isMulticluster
    ? await Promise.all([
      read("istiod/debug/networkz.json", parseNetworkz),
      read("istiod/debug/endpointz.json", parseEndpointShards),
    ])
    : [];
  return {
    sync: sync && new Map(sync.map((proxy) => [`${proxy.namespace}/${proxy.pod}`, proxy])),
    clusters,
    forgottenClusters: forgottenClusters(new Exposition(metrics ?? "")),
    networkGateways,
    endpoints,
    log,
    gaps,
  };
}
