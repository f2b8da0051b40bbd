import { type Mesh, podsNamed } from "../mesh/mod.ts";
import type { Scope } from "./files.ts";

/** What a user wants of a mesh; nothing named is all of it. */
export interface ScopeOptions {
  /** Pods of these namespaces. */
  readonly namespaces: readonly string[];
  /** Pods, workloads or services, as `NAME.NAMESPACE` or as the first labels of a host. */
  readonly names: readonly string[];
  /** Whether the logs of applications are wanted; nobody knows what they hold. */
  readonly hasApplicationLogs: boolean;
}

/** The pods that a user wants. Those of the control plane's namespace, as its gateways, always belong. */
export function scopeOf(
  mesh: Mesh,
  { namespaces, names, hasApplicationLogs }: ScopeOptions,
): Scope {
  const wanted = new Set(namespaces.length + names.length === 0 ? [] : [mesh.istioNamespace]);
  for (const namespace of namespaces) wanted.add(namespace);
  const pods = new Set(names.flatMap((each) => {
    const [name = "", namespace = "default"] = each.replace(/:\d+$/, "").split(".");
    return podsNamed(mesh, name, namespace).map((pod) => `${namespace}/${pod.name}`);
  }));
  return {
    hasApplicationLogs,
    hasPod: (namespace, pod) =>
      wanted.size === 0 || wanted.has(namespace) || pods.has(`${namespace}/${pod}`),
  };
}
