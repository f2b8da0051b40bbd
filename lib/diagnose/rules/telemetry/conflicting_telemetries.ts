import { WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatList } from "../_names.ts";
import { removalOfTwin } from "../_twins.ts";
import { telemetrySelections } from "./_telemetries.ts";

/** One Telemetry selects a pod. */
export const conflictingTelemetries = defineRule({
  code: "IST0159",
  name: "conflicting-telemetries",
  title: "Several Telemetries select one pod",
  severity: "error",
  since: "0.1.0",
  inputs: ["Telemetry", "Pod"],
  reads: WORKLOAD_KINDS,
  equivalents: ["KIA0003"],
  peer: "telemetry.SelectorAnalyzer",
  docs: {
    why:
      "Telemetries of one workload are not merged: the oldest one counts, the others are ignored.",
    remedy: "Merge them, or make their selectors exclude each other.",
    links: ["https://istio.io/latest/docs/reference/config/telemetry/"],
  },

  *check({ mesh, compat }) {
    for (const { pod, claimants } of mesh.once(telemetrySelections(compat)).contested) {
      const names = formatList(claimants.map(({ on }) => on.name));
      for (const { on } of claimants) {
        yield {
          on,
          at: ["spec", "selector"],
          message: `The Telemetries ${names} in namespace "${pod.namespace}" select the same ` +
            `workload pod "${pod.resource.name}", which can lead to undefined behavior.`,
          fix: removalOfTwin(on, claimants.map((one) => one.on)),
        };
      }
    }
  },
});
