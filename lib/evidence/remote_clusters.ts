import type { Exposition } from "./exposition.ts";

/** A cluster that istiod reads, from `/debug/clusterz`. */
export interface ClusterSync {
  /** Name of the cluster. */
  readonly id: string;
  /** Secret with its credentials; `""` for istiod's own cluster. */
  readonly secret: string;
  /** `synced`, `syncing`, `timeout`, `closed`. */
  readonly status: string;
}

/** Reads the answer of `/debug/clusterz`. Throws on text that is no JSON list. */
export function parseClusterz(text: string): ClusterSync[] {
  const raw = JSON.parse(text) as
    | { id?: string; secretName?: string; syncStatus?: string }[]
    | null;
  return (raw ?? []).map(({ id, secretName, syncStatus }) => ({
    id: id ?? "",
    secret: secretName ?? "",
    status: syncStatus ?? "",
  }));
}

/**
 * The clusters that istiod has read before and does not any more: its metrics go on naming them, in none of
 * the states that a cluster is in.
 */
export function forgottenClusters(metrics: Exposition): string[] {
  const samples = metrics.samples("istiod_remote_cluster_sync_status");
  const byCluster = Map.groupBy(samples, ({ labels }) => labels["cluster"] ?? "");
  return [...byCluster].flatMap(([cluster, states]) =>
    cluster !== "" && states.every(({ value }) => value === 0) ? [cluster] : []
  );
}
