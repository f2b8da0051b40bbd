import { includesLabels, type Labels, type Mesh, type Resource } from "../../mesh/mod.ts";

/** Kinds of objects that make pods. */
export type PodMaker = "Deployment" | "ReplicaSet" | "StatefulSet" | "DaemonSet" | "Job";

/** Those that people write. */
export const WORKLOAD_KINDS = ["Deployment", "StatefulSet", "DaemonSet"] as const;

/** The workloads beside an object whose pods have, or would have, these labels; none without labels. */
export function workloadsWith<K extends PodMaker>(
  mesh: Mesh,
  { namespace, cluster }: Resource,
  labels: Labels | undefined,
  kinds: readonly K[],
): Resource<K>[] {
  if (!labels || Object.keys(labels).length === 0) return [];
  return kinds.flatMap((kind) =>
    mesh.list<K>(kind, namespace).filter((workload) =>
      workload.cluster === cluster &&
      includesLabels(templateLabels(workload), labels)
    )
  );
}

function templateLabels({ spec }: Resource<PodMaker>): Labels {
  return spec.template?.metadata?.labels ?? {};
}
