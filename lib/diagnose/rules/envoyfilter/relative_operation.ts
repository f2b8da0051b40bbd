import { defineRule } from "../../analysis/rule.ts";
import { applyLater, envoyPatches, relativePatches } from "./_patches.ts";

/** An EnvoyFilter whose patches depend on others says when it is applied. */
export const relativeOperation = defineRule({
  code: "IST0151",
  name: "relative-operation",
  title: "EnvoyFilter without priority patches relative to others",
  severity: "warning",
  since: "0.1.0",
  inputs: ["EnvoyFilter"],
  peer: "envoyfilter.EnvoyPatchAnalyzer",
  docs: {
    why:
      "EnvoyFilters are applied by priority, then by age. A patch that looks for what another one " +
      "puts in finds it or not depending on which object is older.",
    remedy: "Set `priority`, or use INSERT_FIRST or ADD.",
    links: ["https://istio.io/latest/docs/reference/config/networking/envoy-filter/"],
  },

  *check({ mesh, compat }) {
    for (const { patch, isVersioned } of relativePatches(mesh.once(envoyPatches), compat)) {
      if (isVersioned) continue;
      const { on, at } = patch;
      yield {
        on,
        at: compat ? [] : at,
        message:
          "This EnvoyFilter does not have a priority and has a relative patch operation set " +
          "which can cause the EnvoyFilter not to be applied. Using the INSERT_FIRST of ADD option " +
          "or setting the priority may help in ensuring the EnvoyFilter is applied correctly.",
        fix: applyLater(patch),
      };
    }
  },
});
