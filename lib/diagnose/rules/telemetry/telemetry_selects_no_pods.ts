import { formatLabels, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { freeSpelling, instancesFor } from "../_selecting.ts";
import { telemetrySelections } from "./_telemetries.ts";

/** Every Telemetry with a selector is for a pod of its namespace. */
export const telemetrySelectsNoPods = defineRule({
  code: "IST0101",
  name: "telemetry-selects-no-pods",
  title: "Selector of a Telemetry matches no pod",
  severity: "error",
  since: "0.1.0",
  inputs: ["Telemetry", "Pod"],
  reads: WORKLOAD_KINDS,
  equivalents: ["KIA0004"],
  peer: "telemetry.SelectorAnalyzer",
  docs: {
    why: "The Telemetry has no effect: logs, metrics and traces of the workload stay as they are.",
    remedy:
      "Correct `selector.matchLabels`. It selects pods of the Telemetry's own namespace only.",
    links: ["https://istio.io/latest/docs/reference/config/telemetry/"],
  },

  *check({ mesh, compat }) {
    const instances = instancesFor(mesh, compat);
    const selections = mesh.once(telemetrySelections(compat));
    const at = ["spec", "selector", "matchLabels"];
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
