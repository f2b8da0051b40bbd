import type { KubeObject } from "../../client/mod.ts";
import { valueAt } from "../../core/mod.ts";

interface Container {
  readonly env?: readonly { readonly name: string; readonly value?: unknown }[];
}

/** What Istio calls a cluster that nobody named. */
const UNNAMED = "Kubernetes";
const NAMES = ["CLUSTER_ID", "ISTIO_META_CLUSTER_ID"];

/** The cluster's name in the mesh: istiod is told it, and so is every proxy. */
export function clusterName(objects: readonly KubeObject[]): string {
  for (const object of objects) {
    if (object.kind !== "Pod") continue;
    const containers = valueAt(object, ["spec", "containers"]);
    for (const { env = [] } of Array.isArray(containers) ? containers as Container[] : []) {
      const variable = env.find(({ name }) => NAMES.includes(name));
      if (typeof variable?.value === "string" && variable.value !== "") return variable.value;
    }
  }
  return UNNAMED;
}
