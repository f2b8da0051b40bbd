import {
  type Mesh,
  type Resource,
  type WorkloadInstance,
  workloadInstances,
} from "../../../mesh/mod.ts";

/** A Service with a selector, and the pods that it selects. */
export interface Selecting {
  /** The Service. */
  readonly service: Resource<"Service">;
  /** Its pods, or what stands in for them. */
  readonly pods: readonly WorkloadInstance[];
}

/** Every Service whose pods the mesh knows. */
export function selectingServices(mesh: Mesh): readonly Selecting[] {
  const instances = mesh.once(workloadInstances);
  return mesh.list("Service").flatMap((service) => {
    const { selector = {}, type } = service.spec;
    if (Object.keys(selector).length === 0 || type === "ExternalName") return [];
    return [{ service, pods: instances.select(selector, service.namespace) }];
  });
}
