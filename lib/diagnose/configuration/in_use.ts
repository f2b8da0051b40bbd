import type { ResourceRef } from "../../core/mod.ts";
import { type Mesh, podInstances } from "../../mesh/mod.ts";

/** Marks what Istio itself made for a Gateway of Gateway API. */
const MANAGED = "gateway.istio.io/managed";

/**
 * Whether an object bears on workloads that run: it lies in a namespace with pods, or acts on the mesh as
 * a whole. What Istio made by itself is nobody's to correct.
 */
export function inUse(mesh: Mesh, ref: ResourceRef): boolean {
  const { namespace, name, kind } = ref;
  if (isManaged(mesh, ref)) return false;
  if (namespace === "") return kind !== "Namespace" || mesh.once(populated).has(name);
  return namespace === mesh.config.rootNamespace || mesh.once(populated).has(namespace);
}

/** Namespaces with pods that have not finished. */
function populated(mesh: Mesh): ReadonlySet<string> {
  return new Set(mesh.once(podInstances).select({}).map(({ namespace }) => namespace));
}

function isManaged(mesh: Mesh, { kind, namespace, name }: ResourceRef): boolean {
  switch (kind) {
    case "Deployment":
    case "Service":
    case "Pod":
      return mesh.get(kind, namespace, name)?.labels[MANAGED] !== undefined;
    default:
      return false;
  }
}
