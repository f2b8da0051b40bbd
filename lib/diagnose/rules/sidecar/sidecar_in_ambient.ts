import { WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { defaultSidecars, isAmbientHome, isAmbientPod, sidecarSelections } from "./_sidecars.ts";

/** No Sidecar is meant for pods without a sidecar, as those in ambient mode are. */
export const sidecarInAmbient = defineRule({
  code: "IST0167",
  name: "sidecar-in-ambient",
  title: "Sidecar is for pods in ambient mode",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Sidecar", "Namespace", "Pod"],
  reads: WORKLOAD_KINDS,
  peer: "sidecar.SelectorAnalyzer",
  docs: {
    why:
      "Pods in ambient mode have no sidecar proxy that could be configured; ztunnel and waypoints do " +
      "not read Sidecars.",
    remedy: "Delete the Sidecar. In ambient mode visibility is limited with `exportTo`.",
    links: ["https://istio.io/latest/docs/ambient/overview/"],
  },

  *check({ mesh, compat }) {
    for (const [namespace, sidecars] of mesh.once(defaultSidecars)) {
      if (!isAmbientHome(mesh, namespace)) continue;
      for (const on of sidecars) {
        yield { on, at: [], message: explain("namespace is in ambient mode") };
      }
    }
    const seen = new Set();
    for (const [pod, claimants] of mesh.once(sidecarSelections(compat)).selected) {
      if (!isAmbientPod(mesh, pod, compat)) continue;
      for (const { on } of claimants.filter(({ on }) => !seen.has(on))) {
        seen.add(on);
        const at = ["spec", "workloadSelector"];
        yield { on, at, message: explain("selected workload is in ambient mode") };
      }
    }
  },
});

function explain(reason: string): string {
  return `The policy has no impact: ${reason}, the policy has no impact.`;
}
