import { observeControlPlane } from "../../connectivity/mod.ts";
import type { CheckTrouble, Gap } from "../../core/mod.ts";
import type { ClusterSync } from "../../evidence/mod.ts";
import type { Mesh, MeshView, Resource } from "../../mesh/mod.ts";
import type { CheckContext } from "../check.ts";

/** The Secrets through which istiod reads other clusters. */
export function remoteSecrets(
  mesh: MeshView<"Secret"> & Pick<Mesh, "istioNamespace">,
): readonly Resource<"Secret">[] {
  return mesh.select("Secret", { "istio/multiCluster": "true" }, mesh.istioNamespace);
}

/** The clusters that the istiod of the first cluster reads; a gap where it does not say. */
export async function readClusters(
  { recordings, signal }: Pick<CheckContext<never>, "recordings" | "signal">,
): Promise<{ readonly clusters?: readonly ClusterSync[]; readonly gaps: readonly Gap[] }> {
  const [own] = recordings;
  const { clusters, gaps } = await observeControlPlane(own, own.manifest.clusterName, signal);
  return clusters === undefined
    ? { gaps: gaps.filter(({ what }) => what.endsWith("clusterz.json")) }
    : { clusters, gaps: [] };
}

/** What is wrong, as istiod tells of its clusters. */
export function ofClusters(detail: string): CheckTrouble {
  return { level: "error", source: "istiod/debug/clusterz.json", detail };
}
