import { defineRule } from "../../analysis/rule.ts";
import { envoyPatches, isReplaceable } from "./_patches.ts";

/** REPLACE is used only for what can be replaced. */
export const replaceOperation = defineRule({
  code: "IST0152",
  name: "replace-operation-ignored",
  title: "REPLACE is used where it does not work",
  severity: "error",
  since: "0.1.0",
  inputs: ["EnvoyFilter"],
  peer: "envoyfilter.EnvoyPatchAnalyzer",
  docs: {
    why:
      "istiod replaces HTTP filters, network filters and virtual hosts only; the patch is ignored.",
    remedy: "Use MERGE, or REMOVE and ADD.",
  },

  *check({ mesh, compat }) {
    for (const patch of mesh.once(envoyPatches)) {
      if (patch.operation !== "REPLACE" || isReplaceable(patch)) continue;
      yield {
        on: patch.on,
        at: compat ? [] : patch.at,
        message: "The REPLACE operation is only valid for HTTP_FILTER and NETWORK_FILTER.",
      };
    }
  },
});
