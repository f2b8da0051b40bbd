import type { CheckTrouble } from "../core/mod.ts";
import { stateOf } from "../diagnose/mod.ts";
import { isReady, matchesSelector, type MeshView, type Resource } from "../mesh/mod.ts";
import { trouble } from "./check.ts";

/** A workload whose pods a check waits for. */
type Watched = Resource<"Deployment"> | Resource<"DaemonSet">;

/** How many pods a workload has ready, and how many it wants. */
export function readinessOf(
  workload: Watched,
): { readonly ready: number; readonly wanted: number } {
  if (workload.identifier === "DaemonSet") {
    const { numberReady = 0, desiredNumberScheduled = 0 } = workload.status;
    return { ready: numberReady, wanted: desiredNumberScheduled };
  }
  return { ready: workload.status.readyReplicas ?? 0, wanted: workload.spec.replicas ?? 1 };
}

/** `Deployment istio-system/istiod 2 of 2`, for several workloads. */
export function readinessText(workloads: readonly Watched[]): string {
  return workloads.map((workload) => {
    const { ready, wanted } = readinessOf(workload);
    return `${workload.namespace}/${workload.name} has ${ready} of ${wanted} ready`;
  }).join(", ");
}

/**
 * What is wrong where a workload lacks pods: an error where it wants some and has none, else a warning.
 * Says why the pods that are there are not ready.
 */
export function missingPods(mesh: MeshView<"Pod">, workload: Watched): CheckTrouble[] {
  const { ready, wanted } = readinessOf(workload);
  if (ready >= wanted) return [];
  const { selector } = workload.spec;
  const pods = mesh.select("Pod", selector?.matchLabels ?? {}, workload.namespace).filter((pod) =>
    pod.cluster === workload.cluster && matchesSelector(pod.labels, selector) && !isReady(pod)
  );
  const states = pods.slice(0, 3).map((pod) => `${pod.name}: ${stateOf(pod)}`);
  const why = states.length === 0 ? "" : ` (${states.join("; ")})`;
  const level = ready === 0 ? "error" : "warning";
  return [trouble(level, workload, `${ready} of ${wanted} pods ready${why}`)];
}
