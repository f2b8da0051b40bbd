import type { Mesh } from "./mesh.ts";

/**
 * Name of the cluster whose control plane configures the workloads of a cluster: its own where istiod runs
 * there, else the first that has one; `undefined` where no istiod is known.
 */
export function controlPlaneOf(mesh: Mesh, cluster: string): string | undefined {
  const clusters = mesh.select("Pod", { app: "istiod" }, mesh.istioNamespace)
    .map((pod) => pod.cluster);
  return clusters.includes(cluster) ? cluster : clusters[0];
}
