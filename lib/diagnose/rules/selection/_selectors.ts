import { isRecord, nearest, type Path, valueAt } from "../../../core/mod.ts";
import {
  type Labels,
  type Mesh,
  type Resource,
  vmInstances,
  workloadInstances,
} from "../../../mesh/mod.ts";

/** Finds out whether labels select a workload of a namespace, or of any where none is given. */
export type WorkloadSelection = (
  witness: Resource,
  labels: Labels,
  namespace: string | undefined,
) => "some" | "none" | "unknown";

/**
 * Looks among pods, what stands in for them, and VMs. Manifests may lack the workload; they tell only
 * where a workload of the witness's own namespace has almost these labels.
 */
export function workloadSelection(mesh: Mesh): WorkloadSelection {
  const instances = mesh.once(workloadInstances);
  const vms = mesh.once(vmInstances);
  return ({ origin, namespace: home }, labels, namespace) => {
    if (instances.select(labels, namespace).length > 0) return "some";
    if (vms.select(labels, namespace).length > 0) return "some";
    const isKnown = origin === undefined ||
      instances.select({}, home).some((one) => isAlike(one.labels, labels));
    return isKnown ? "none" : "unknown";
  };
}

/** Whether some of the labels are there, or one is there with another spelling. */
function isAlike(labels: Labels, wanted: Labels): boolean {
  return Object.entries(wanted).some(([key, value]) => {
    const own = labels[key];
    return own !== undefined && nearest(value, [own]) !== undefined;
  });
}

/** Labels at a path of an object; empty where there are none. */
export function labelsAt({ object }: Resource, at: Path): Labels {
  const labels = valueAt(object, at);
  return isRecord(labels) ? labels as Labels : {};
}
