import type { CauseResource } from "../core/mod.ts";
import { type Mesh, type Resource, workloadOf } from "../mesh/mod.ts";

/** A resource as it stands in a finding, with the field that makes the decision. */
export function resourceOf(resource: Resource, path?: string): CauseResource {
  const { cluster, kind, namespace, name } = resource;
  return { ...(cluster ? { cluster } : {}), kind, namespace, name, ...(path ? { path } : {}) };
}

/** The workloads behind some pods, without repetition. */
export function workloadsOf(mesh: Mesh, pods: readonly Resource<"Pod">[]): CauseResource[] {
  const workloads = new Map<string, CauseResource>();
  for (const pod of pods) {
    const { kind, namespace, name } = workloadOf(mesh, pod);
    workloads.set(`${kind}/${namespace}/${name}`, { kind, namespace, name });
  }
  return [...workloads.values()];
}
