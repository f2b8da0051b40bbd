import { defineRule } from "../../analysis/rule.ts";
import { applyLater, envoyPatches, relativePatches } from "./_patches.ts";

/** An EnvoyFilter whose patches depend on versioned ones says when it is applied. */
export const relativeOperationWithVersion = defineRule({
  code: "IST0155",
  name: "relative-operation-with-version",
  title: "EnvoyFilter without priority patches relative to one for certain versions",
  severity: "warning",
  since: "0.1.0",
  inputs: ["EnvoyFilter"],
  peer: "envoyfilter.EnvoyPatchAnalyzer",
  docs: {
    why: "Another EnvoyFilter patches the same filter for certain proxy versions only. During an " +
      "upgrade the set of patches changes, and with it what this one finds.",
    remedy: "Set `priority`, or use INSERT_FIRST or ADD.",
  },

  *check({ mesh, compat }) {
    for (const { patch, isVersioned } of relativePatches(mesh.once(envoyPatches), compat)) {
      if (!isVersioned) continue;
      yield {
        on: patch.on,
        at: compat ? [] : patch.at,
        message: "This EnvoyFilter does not have a priority and has a relative patch operation " +
          "(NSTERT_BEFORE/AFTER, REPLACE, MERGE, DELETE) and proxyVersion set which can cause the " +
          "EnvoyFilter not to be applied during an upgrade. Using the INSERT_FIRST or ADD option or " +
          "setting the priority may help in ensuring the EnvoyFilter is applied correctly.",
        fix: applyLater(patch),
      };
    }
  },
});
