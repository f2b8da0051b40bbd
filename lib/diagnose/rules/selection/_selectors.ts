import { type Fix, isRecord, type Path, valueAt } from "../../../core/mod.ts";
import {
  type Labels,
  type Mesh,
  type Resource,
  vmInstances,
  workloadInstances,
} from "../../../mesh/mod.ts";
import { intendedValue, respelling } from "../_labels.ts";

/** A selector that selects nothing. */
export interface Idle {
  /** Another spelling with which it does. */
  readonly fix: Fix | undefined;
}

/**
 * Finds out whether labels that stand at a path select no workload of a namespace, or of any where none
 * is given; `undefined` where they select one, or where it is not known.
 */
export type WorkloadSelection = (
  on: Resource,
  at: Path,
  labels: Labels,
  namespace: string | undefined,
) => Idle | undefined;

/**
 * Looks among pods, what stands in for them, and VMs. Manifests may lack the workload; they tell only
 * where a workload of the witness's own namespace has almost these labels.
 */
export function workloadSelection(mesh: Mesh): WorkloadSelection {
  const instances = mesh.once(workloadInstances);
  const vms = mesh.once(vmInstances);
  const selects = (labels: Labels, namespace: string | undefined) =>
    instances.select(labels, namespace).length > 0 || vms.select(labels, namespace).length > 0;
  return ({ origin, namespace: home }, at, labels, namespace) => {
    if (selects(labels, namespace)) return undefined;
    const neighbours = instances.select({}, home).map((one) => one.labels);
    const isKnown = origin === undefined || neighbours.some((one) => isAlike(one, labels));
    return isKnown
      ? { fix: respelling(labels, at, neighbours, (other) => selects(other, namespace)) }
      : undefined;
  };
}

/** Whether some of the labels are there, or one is there with another spelling. */
function isAlike(labels: Labels, wanted: Labels): boolean {
  return Object.entries(wanted).some(([key, value]) => {
    const own = labels[key];
    return own !== undefined && (own === value || intendedValue(value, [own]) !== undefined);
  });
}

/** Labels at a path of an object; empty where there are none. */
export function labelsAt({ object }: Resource, at: Path): Labels {
  const labels = valueAt(object, at);
  return isRecord(labels) ? labels as Labels : {};
}
