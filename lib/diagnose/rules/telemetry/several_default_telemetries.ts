import { defineRule } from "../../analysis/rule.ts";
import { formatList } from "../_names.ts";
import { removalOfTwin } from "../_twins.ts";

/** A namespace has one Telemetry without selector at most. */
export const severalDefaultTelemetries = defineRule({
  code: "IST0160",
  name: "several-default-telemetries",
  title: "Namespace has several Telemetries without selector",
  severity: "error",
  since: "0.1.0",
  inputs: ["Telemetry"],
  equivalents: ["KIA0002"],
  peer: "telemetry.DefaultSelectorAnalyzer",
  docs: {
    why: "Telemetries of one level are not merged: the oldest one counts, the others are ignored.",
    remedy: "Merge them into one.",
    links: ["https://istio.io/latest/docs/reference/config/telemetry/"],
  },

  *check({ mesh, compat }) {
    const defaults = mesh.list("Telemetry").filter(({ spec }) =>
      spec.selector === undefined &&
      (compat || !spec.targetRef && (spec.targetRefs ?? []).length === 0)
    );
    for (const [namespace, all] of Map.groupBy(defaults, ({ namespace }) => namespace)) {
      if (all.length < 2) continue;
      const names = formatList(all.map(({ name }) => name));
      for (const on of all) {
        yield {
          on,
          at: ["metadata", "name"],
          message:
            `The Telemetries ${names} in namespace "${namespace}" have no workload selector, ` +
            "which can lead to undefined behavior.",
          fix: removalOfTwin(on, all),
        };
      }
    }
  },
});
