import { compare, type Fix, type Path } from "../../core/mod.ts";
import {
  type LabelIndex,
  type Labels,
  type Mesh,
  podInstances,
  type Resource,
  type WorkloadInstance,
  workloadInstances,
} from "../../mesh/mod.ts";
import { respelling } from "./_labels.ts";

/** The pods that rules look at: pods alone, as istioctl does, or also what stands in for them. */
export function instancesFor(
  mesh: Pick<Mesh, "once">,
  compat: boolean,
): LabelIndex<WorkloadInstance> {
  return mesh.once(compat ? podInstances : workloadInstances);
}

/** An object and the labels of the pods of its namespace that it is for. */
export interface Selecting<T extends Resource> {
  /** The object. */
  readonly on: T;
  /** What it selects by; never empty. */
  readonly selector: Labels;
}

/** A pod for which several objects claim to be meant. */
export interface Contested<T extends Resource> {
  /** The pod. */
  readonly pod: WorkloadInstance;
  /** The objects, by name. */
  readonly claimants: readonly Selecting<T>[];
}

/** What objects of one kind select: nothing, or a pod that another one selects too. */
export interface Selections<T extends Resource> {
  /** Objects that select no pod of their namespace. */
  readonly idle: readonly Selecting<T>[];
  /** Pods that several objects select, by namespace and name. */
  readonly contested: readonly Contested<T>[];
  /** Every pod that is selected, with what selects it. */
  readonly selected: ReadonlyMap<WorkloadInstance, readonly Selecting<T>[]>;
}

/** Finds the pods of each object. */
export function selectionsOf<T extends Resource>(
  selecting: readonly Selecting<T>[],
  instances: LabelIndex<WorkloadInstance>,
): Selections<T> {
  const selected = new Map<WorkloadInstance, Selecting<T>[]>();
  const idle = selecting.filter((one) => {
    const pods = instances.select(one.selector, one.on.namespace);
    for (const pod of pods) {
      const claimants = selected.get(pod);
      if (claimants) claimants.push(one);
      else selected.set(pod, [one]);
    }
    return pods.length === 0;
  });
  const contested = [...selected].filter(([, claimants]) => claimants.length > 1)
    .map(([pod, claimants]) => ({ pod, claimants }))
    .sort((a, b) =>
      compare(a.pod.namespace, b.pod.namespace) || compare(a.pod.resource.name, b.pod.resource.name)
    );
  return { idle, contested, selected };
}

/** Another spelling of a selector that selects nothing, with which it selects pods that are free. */
export function freeSpelling<T extends Resource>(
  { on, selector }: Selecting<T>,
  at: Path,
  { selected }: Selections<T>,
  instances: LabelIndex<WorkloadInstance>,
): Fix | undefined {
  const neighbours = instances.select({}, on.namespace).map(({ labels }) => labels);
  return respelling(selector, at, neighbours, (labels) => {
    const pods = instances.select(labels, on.namespace);
    return pods.length > 0 && !pods.some((pod) => selected.has(pod));
  });
}
