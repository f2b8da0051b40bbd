import {
  inAmbient,
  isAmbientNamespace,
  type Mesh,
  type MeshView,
  type Resource,
  type WorkloadInstance,
} from "../../../mesh/mod.ts";
import { instancesFor, type Selecting, type Selections, selectionsOf } from "../_selecting.ts";

/** The Sidecars with a workload selector, and what they select. */
export function sidecarSelections(
  compat: boolean,
): (mesh: Mesh) => Selections<Resource<"Sidecar">> {
  return compat ? selectionsAsIstioctl : selections;
}

function selections(mesh: Mesh) {
  return selectionsOf(selectingSidecars(mesh), instancesFor(mesh, false));
}

function selectionsAsIstioctl(mesh: Mesh) {
  return selectionsOf(selectingSidecars(mesh), instancesFor(mesh, true));
}

function selectingSidecars(mesh: Mesh): Selecting<Resource<"Sidecar">>[] {
  return mesh.list("Sidecar").flatMap((on) => {
    const selector = on.spec.workloadSelector?.labels ?? {};
    return Object.keys(selector).length > 0 ? [{ on, selector }] : [];
  });
}

/** The Sidecars without workload selector, by namespace. */
export function defaultSidecars(mesh: Mesh): ReadonlyMap<string, readonly Resource<"Sidecar">[]> {
  const all = mesh.list("Sidecar").filter(({ spec }) =>
    Object.keys(spec.workloadSelector?.labels ?? {}).length === 0
  );
  return Map.groupBy(all, ({ namespace }) => namespace);
}

/** Whether a namespace is in ambient mode. */
export function isAmbientHome(mesh: MeshView<"Namespace">, name: string): boolean {
  const namespace = mesh.get("Namespace", "", name);
  return namespace !== undefined && isAmbientNamespace(namespace);
}

/** Whether a pod is in ambient mode; istioctl only looks at what the CNI plugin wrote. */
export function isAmbientPod(
  mesh: MeshView<"Namespace">,
  pod: WorkloadInstance,
  compat: boolean,
): boolean {
  return compat
    ? pod.annotations["ambient.istio.io/redirection"] === "enabled"
    : inAmbient(mesh, pod);
}
