import {
  proxyContainers,
  WORKLOAD_KINDS,
  type WorkloadInstance,
  workloadInstances,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";

/** A workload has a sidecar or is in ambient mode, not both. */
export const sidecarAndAmbient = defineRule({
  code: "MM1007",
  name: "sidecar-and-ambient",
  title: "Workload has a sidecar and asks for ambient mode too",
  severity: "error",
  since: "0.1.0",
  inputs: ["Pod"],
  reads: WORKLOAD_KINDS,
  equivalents: ["KIA1311", "KIA1314", "KIA1315", "KIA1316"],
  mode: "default",
  docs: {
    why:
      "Sidecar and ztunnel would both redirect the pod's traffic. istio-cni leaves pods with a sidecar alone, so " +
      "that the label for ambient has no effect; where both came about, connections are not carried reliably.",
    remedy:
      "Keep one: remove `istio.io/dataplane-mode: ambient` from the pod, or `sidecar.istio.io/inject`.",
    links: ["https://istio.io/latest/docs/ambient/usage/add-workloads/"],
  },

  *check({ mesh }) {
    for (const instance of mesh.once(workloadInstances).select({})) {
      const { resource: on, labels, annotations, path } = instance;
      const asks = labels["istio.io/dataplane-mode"] === "ambient";
      const isCaptured = annotations["ambient.istio.io/redirection"] === "enabled";
      if (!asks && !isCaptured || !hasOwnSidecar(instance)) continue;
      const at = asks
        ? ["metadata", "labels", "istio.io/dataplane-mode"]
        : ["metadata", "annotations", "ambient.istio.io/redirection"];
      yield {
        on,
        at: [...path, ...at],
        message: asks
          ? "The pod has a sidecar and the label that asks for ambient mode"
          : "The pod has a sidecar, and ambient has captured it too",
      };
    }
  },
});

/** Whether a pod has a sidecar, or asks for one itself. */
function hasOwnSidecar(instance: WorkloadInstance): boolean {
  return proxyContainers(instance).length > 0 ||
    instance.labels["sidecar.istio.io/inject"] === "true";
}
