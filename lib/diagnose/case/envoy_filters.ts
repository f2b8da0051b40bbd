import { includesLabels, type Mesh, type Resource } from "../../mesh/mod.ts";

/** The EnvoyFilters that change a pod's proxy: of its namespace and of the root namespace, by selector. */
export function envoyFiltersFor(mesh: Mesh, pod: Resource<"Pod">): Resource<"EnvoyFilter">[] {
  const namespaces = new Set([pod.namespace, mesh.config.rootNamespace]);
  return [...namespaces].flatMap((namespace) =>
    mesh.list("EnvoyFilter", namespace).filter(({ spec }) =>
      includesLabels(pod.labels, spec.workloadSelector?.labels)
    )
  );
}

/** The WasmPlugins that are loaded into a pod's proxy, by selector. */
export function wasmPluginsFor(mesh: Mesh, pod: Resource<"Pod">): Resource<"WasmPlugin">[] {
  const namespaces = new Set([pod.namespace, mesh.config.rootNamespace]);
  return [...namespaces].flatMap((namespace) =>
    mesh.list("WasmPlugin", namespace).filter(({ spec }) =>
      includesLabels(pod.labels, spec.selector?.matchLabels)
    )
  );
}
