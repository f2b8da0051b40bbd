import type { AccessObject } from "../../core/mod.ts";
import { includesLabels, type Mesh, type Resource } from "../../mesh/mod.ts";

/** The objects behind a filter that is none of Istio's own: a WasmPlugin, or EnvoyFilters that name it. */
export function extensionObjects(
  mesh: Mesh,
  pod: Resource<"Pod"> | undefined,
  { name, type }: { readonly name: string; readonly type: string },
): readonly AccessObject[] {
  const [, namespace, plugin] = /wasmplugin\/([^.]+)\.(.+)$/.exec(name) ?? [];
  const found = namespace && plugin ? mesh.get("WasmPlugin", namespace, plugin) : undefined;
  if (found) return [{ resource: found.ref }];
  const namespaces = new Set([mesh.config.rootNamespace, ...(pod ? [pod.namespace] : [])]);
  return [...namespaces].flatMap((each) => mesh.list("EnvoyFilter", each))
    .filter(({ spec: { workloadSelector, configPatches } }) => {
      const text = JSON.stringify(configPatches ?? []);
      return includesLabels(pod?.labels ?? {}, workloadSelector?.labels) &&
        (text.includes(name) || type !== "" && text.includes(type));
    })
    .map(({ ref }) => ({ resource: ref }));
}
