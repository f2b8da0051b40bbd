import { formatLabels, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { freeSpelling, instancesFor } from "../_selecting.ts";
import { sidecarSelections } from "./_sidecars.ts";

/** Every Sidecar with a workload selector is for a pod of its namespace. */
export const sidecarSelectsNoPods = defineRule({
  code: "IST0101",
  name: "sidecar-selects-no-pods",
  title: "Selector of a Sidecar matches no pod",
  severity: "error",
  since: "0.1.0",
  inputs: ["Sidecar", "Pod"],
  reads: WORKLOAD_KINDS,
  equivalents: ["KIA0004", "KIA1006"],
  peer: "sidecar.SelectorAnalyzer",
  docs: {
    why:
      "The Sidecar has no effect: the workload it was written for still sees all services, or the " +
      "listeners of the namespace's default.",
    remedy:
      "Correct `workloadSelector.labels`. It selects pods of the Sidecar's own namespace only.",
    links: ["https://istio.io/latest/docs/reference/config/networking/sidecar/"],
  },

  *check({ mesh, compat }) {
    const instances = instancesFor(mesh, compat);
    const selections = mesh.once(sidecarSelections(compat));
    const at = ["spec", "workloadSelector", "labels"];
    for (const idle of selections.idle) {
      yield {
        on: idle.on,
        at,
        message: `Referenced selector not found: "${formatLabels(idle.selector)}"`,
        fix: freeSpelling(idle, at, selections, instances),
      };
    }
  },
});
