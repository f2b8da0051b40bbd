/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Name of a cluster for sentences: `west`, or `(unnamed)`. */
export function clusterLabel(cluster: string): string {
  return cluster || "(unnamed)";
}

/** ` in cluster west`, to follow a name; nothing where no cluster is said. */
export function inCluster(cluster: string | undefined): string {
  return cluster === undefined ? "" : ` in cluster ${clusterLabel(cluster)}`;
}
