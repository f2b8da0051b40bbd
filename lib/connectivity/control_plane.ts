import type { Gap } from "../core/mod.ts";
import {
  type ClusterSync,
  parseClusterz,
  parseSyncz,
  type ProxySync,
  type Recording,
  whyMissing,
} from "../evidence/mod.ts";

/** What was observed of istiod. What could not be read is absent, and named in `gaps`. */
export interface ControlPlaneObservation {
  /** What istiod and each proxy agree on, by `namespace/pod`. */
  readonly sync: ReadonlyMap<string, ProxySync> | undefined;
  /** The clusters that istiod reads. */
  readonly clusters: readonly ClusterSync[] | undefined;
  /** Its log. */
  readonly log: string | undefined;
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}

/** Reads what a recording has of istiod. */
export async function observeControlPlane(
  recording: Recording,
  signal: AbortSignal,
): Promise<ControlPlaneObservation> {
  const gaps: Gap[] = [];
  async function read<T>(path: string, parse: (text: string) => T): Promise<T | undefined> {
    const text = await recording.read(path, signal);
    try {
      if (text !== undefined) return parse(text);
      gaps.push({ what: path, reason: whyMissing(recording, path) });
    } catch (error) {
      gaps.push({ what: path, reason: `unreadable: ${(error as Error).message}` });
    }
    return undefined;
  }
  const [sync, clusters, log] = await Promise.all([
    read("istiod/debug/syncz.json", parseSyncz),
    read("istiod/debug/clusterz.json", parseClusterz),
    recording.read("istiod/istiod.log", signal),
  ]);
  return {
    sync: sync && new Map(sync.map((proxy) => [`${proxy.namespace}/${proxy.pod}`, proxy])),
    clusters,
    log,
    gaps,
  };
}
