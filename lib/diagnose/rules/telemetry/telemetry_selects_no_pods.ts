import { formatLabels, type Labels, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { respelling } from "../_labels.ts";
import { instancesFor } from "../_selecting.ts";
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
    const { idle, selected } = mesh.once(telemetrySelections(compat));
    for (const { on, selector } of idle) {
      const at = ["spec", "selector", "matchLabels"];
      const neighbours = instances.select({}, on.namespace).map(({ labels }) => labels);
      const isFree = (labels: Labels) => {
        const pods = instances.select(labels, on.namespace);
        return pods.length > 0 && !pods.some((pod) => selected.has(pod));
      };
      yield {
        on,
        at,
        message: `Referenced selector not found: "${formatLabels(selector)}"`,
        fix: respelling(selector, at, neighbours, isFree),
      };
    }
  },
});
