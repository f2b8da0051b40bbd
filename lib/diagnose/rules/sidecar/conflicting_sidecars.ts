import { WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatList } from "../_names.ts";
import { removalOfTwin } from "../_twins.ts";
import { isAmbientPod, sidecarSelections } from "./_sidecars.ts";

/** One Sidecar is for a pod. */
export const conflictingSidecars = defineRule({
  code: "IST0110",
  name: "conflicting-sidecars",
  title: "Several Sidecars select one pod",
  severity: "error",
  since: "0.1.0",
  inputs: ["Sidecar", "Pod"],
  reads: [...WORKLOAD_KINDS, "Namespace"],
  equivalents: ["KIA0003"],
  peer: "sidecar.SelectorAnalyzer",
  docs: {
    why: "Sidecars are not merged: the oldest one counts, the others are ignored.",
    remedy: "Merge them, or make their selectors exclude each other.",
    links: ["https://istio.io/latest/docs/reference/config/networking/sidecar/"],
  },

  *check({ mesh, compat }) {
    for (const { pod, claimants } of mesh.once(sidecarSelections(compat)).contested) {
      if (isAmbientPod(mesh, pod, compat)) continue;
      const names = formatList(claimants.map(({ on }) => on.name));
      for (const { on } of claimants) {
        yield {
          on,
          at: ["spec", "workloadSelector"],
          message:
            `The Sidecars ${names} in namespace "${pod.namespace}" select the same workload ` +
            `pod "${pod.resource.name}", which can lead to undefined behavior.`,
          fix: removalOfTwin(on, claimants.map((one) => one.on)),
        };
      }
    }
  },
});
