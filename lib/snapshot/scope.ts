import { Failure } from "../core/mod.ts";
import { type Mesh, podsNamed } from "../mesh/mod.ts";
import type { Scope } from "./files.ts";

/** What a user wants of a mesh; nothing named is all of it. */
export interface ScopeOptions {
  /** Pods of these namespaces, and gateways of the control plane's. */
  readonly namespaces: readonly string[];
  /** The same of pods, workloads or services, as `NAME.NAMESPACE` or as the first labels of a host. */
  readonly names: readonly string[];
  /** Just these pods, as `NAMESPACE/POD`. */
  readonly pods?: ReadonlySet<string> | undefined;
  /** Whether the logs of applications are wanted; nobody knows what they hold. */
  readonly hasApplicationLogs: boolean;
}

/** The pods that a user wants. Throws a {@linkcode Failure} `USAGE` for a name that no pods have. */
export function scopeOf(
  mesh: Mesh,
  { namespaces, names, pods: given, hasApplicationLogs }: ScopeOptions,
): Scope {
  const wanted = new Set(namespaces.length + names.length === 0 ? [] : [mesh.istioNamespace]);
  for (const namespace of namespaces) wanted.add(namespace);
  const pods = new Set([...given ?? [], ...names.flatMap((name) => podsOf(mesh, name))]);
  const isWhole = wanted.size === 0 && given === undefined;
  return {
    hasApplicationLogs,
    hasPod: (namespace, pod) => isWhole || wanted.has(namespace) || pods.has(`${namespace}/${pod}`),
  };
}

function podsOf(mesh: Mesh, text: string): readonly string[] {
  const [name = "", namespace = "default"] = text.replace(/:\d+$/, "").split(".");
  const pods = podsNamed(mesh, name, namespace);
  if (pods.length === 0) {
    throw new Failure("USAGE", `Cannot find pods of "${name}" in namespace "${namespace}"`, {
      hint: "Name a pod, a workload or a service, such as sleep.client.",
    });
  }
  return pods.map((pod) => `${namespace}/${pod.name}`);
}
