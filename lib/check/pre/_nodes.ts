import type { Mesh, MeshView, Resource } from "../../mesh/mod.ts";

/** Whether pods of a control plane may run on a node: it is ready, runs Linux, and takes pods. */
export function takesPods({ labels, spec, status }: Resource<"Node">): boolean {
  const isReady = (status.conditions ?? []).some(({ type, status }) =>
    type === "Ready" && status === "True"
  );
  const isTainted = (spec.taints ?? []).some(({ effect }) =>
    effect === "NoSchedule" || effect === "NoExecute"
  );
  const isLinux = (labels["kubernetes.io/os"] ?? "linux") === "linux";
  return isReady && isLinux && !isTainted && spec.unschedulable !== true;
}

/** The nodes on which pods of a control plane may run. */
export function usableNodes(mesh: MeshView<"Node">): readonly Resource<"Node">[] {
  return mesh.list("Node").filter(takesPods);
}

/** The pods on each node that hold its resources, by the node's cluster and name. */
export function podsByNode(mesh: Mesh): ReadonlyMap<string, readonly Resource<"Pod">[]> {
  return Map.groupBy(
    mesh.list("Pod").filter(({ status: { phase } }) => phase !== "Succeeded" && phase !== "Failed"),
    ({ cluster, spec: { nodeName = "" } }) => `${cluster}/${nodeName}`,
  );
}
