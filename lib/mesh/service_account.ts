import type { Mesh } from "./mesh.ts";
import { workloadInstances } from "./workload_instance.ts";

/**
 * The service accounts of each namespace of which any is known, also those that workloads name. A
 * namespace without an entry may have any account.
 */
export function serviceAccounts(mesh: Mesh): ReadonlyMap<string, ReadonlySet<string>> {
  const byNamespace = new Map<string, Set<string>>();
  for (const { namespace, name } of mesh.list("ServiceAccount")) {
    const known = byNamespace.get(namespace) ?? new Set(["default"]);
    byNamespace.set(namespace, known);
    known.add(name);
  }
  for (const { namespace, spec } of mesh.once(workloadInstances).select({})) {
    if (spec.serviceAccountName) byNamespace.get(namespace)?.add(spec.serviceAccountName);
  }
  return byNamespace;
}
