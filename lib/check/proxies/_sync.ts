import type { Gap } from "../../core/mod.ts";
import { observeLaggingProxies, type ProxyStatus } from "../../proxy/mod.ts";
import type { CheckContext } from "../check.ts";

/** What the control planes say of their proxies. */
export interface SyncState {
  /** Every proxy that runs, or that a control plane knows, by `namespace/pod`. */
  readonly proxies: ReadonlyMap<string, ProxyStatus>;
  /** Names of the clusters whose control plane was asked. */
  readonly clusters: ReadonlySet<string>;
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}

/** The state of the proxies of all clusters. */
export async function syncState(
  { mesh, recordings, now, signal }: CheckContext<"Pod">,
): Promise<SyncState> {
  const proxies = new Map<string, ProxyStatus>();
  const clusters = new Set<string>();
  const gaps: Gap[] = [];
  for (const [i, recording] of recordings.entries()) {
    // A further cluster may have no control plane of its own.
    if (i > 0 && (await recording.list("istiod", signal)).length === 0) continue;
    const report = await observeLaggingProxies({ mesh, recording, now }, signal);
    gaps.push(...report.gaps);
    if (report.gaps.length === 0) clusters.add(recording.manifest.clusterName);
    for (const proxy of report.proxies) {
      const id = `${proxy.namespace}/${proxy.pod}`;
      if (proxies.get(id)?.isConnected !== true) proxies.set(id, proxy);
    }
  }
  return { proxies, clusters, gaps };
}
