import { defineRule } from "../../analysis/rule.ts";
import { formatList } from "../_names.ts";
import { removalOfTwin } from "../_twins.ts";
import { defaultSidecars, isAmbientHome } from "./_sidecars.ts";

/** A namespace has one Sidecar without workload selector at most. */
export const severalDefaultSidecars = defineRule({
  code: "IST0111",
  name: "several-default-sidecars",
  title: "Namespace has several Sidecars without workload selector",
  severity: "error",
  since: "0.1.0",
  inputs: ["Sidecar"],
  reads: ["Namespace"],
  equivalents: ["KIA0002"],
  peer: "sidecar.SelectorAnalyzer",
  docs: {
    why: "Sidecars are not merged: the oldest one counts, the others are ignored.",
    remedy: "Merge them into one.",
    links: ["https://istio.io/latest/docs/reference/config/networking/sidecar/"],
  },

  *check({ mesh }) {
    for (const [namespace, sidecars] of mesh.once(defaultSidecars)) {
      if (sidecars.length < 2 || isAmbientHome(mesh, namespace)) continue;
      const names = formatList(sidecars.map(({ name }) => name));
      for (const on of sidecars) {
        yield {
          on,
          at: ["metadata", "name"],
          message: `The Sidecars ${names} in namespace "${namespace}" have no workload selector, ` +
            "which can lead to undefined behavior.",
          fix: removalOfTwin(on, sidecars),
        };
      }
    }
  },
});
