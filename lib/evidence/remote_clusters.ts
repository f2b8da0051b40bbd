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
