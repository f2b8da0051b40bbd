import {
  inAmbient,
  isWaypoint,
  type Labels,
  type Mesh,
  type MeshView,
  workloadInstances,
} from "../../../mesh/mod.ts";

/** A policy that selects workloads, or takes all of its namespace. */
interface Selecting {
  readonly namespace: string;
  readonly spec: {
    readonly selector?: { readonly matchLabels?: Labels };
    readonly targetRef?: unknown;
    readonly targetRefs?: readonly unknown[];
  };
}

/** Whether a policy names what it is for. */
export function isTargeted({ spec: { targetRef, targetRefs = [] } }: Selecting): boolean {
  return targetRef !== undefined || targetRefs.length > 0;
}

/**
 * Whether a policy without targets is for workloads in ambient mode and for no others: in the root
 * namespace for those of all namespaces.
 */
export function isForAmbientOnly(
  mesh: MeshView<"Namespace"> & Pick<Mesh, "once" | "config">,
  { namespace, spec }: Selecting,
): boolean {
  const where = namespace === mesh.config.rootNamespace ? undefined : namespace;
  const workloads = mesh.once(workloadInstances).select(spec.selector?.matchLabels ?? {}, where)
    .filter((instance) => !isWaypoint(instance));
  return workloads.length > 0 && workloads.every((instance) => inAmbient(mesh, instance));
}
