import { defineRule } from "../../analysis/rule.ts";
import { envoyPatches, isForRoutes } from "./_patches.ts";

/** REMOVE is not used for route configurations or routes. */
export const removeOperation = defineRule({
  code: "IST0154",
  name: "remove-operation-ignored",
  title: "REMOVE is used where it does not work",
  severity: "error",
  since: "0.1.0",
  inputs: ["EnvoyFilter"],
  peer: "envoyfilter.EnvoyPatchAnalyzer",
  docs: {
    why: "Routes come from VirtualServices and HTTPRoutes; istiod ignores the patch.",
    remedy: "Change the VirtualService or HTTPRoute that the route comes from.",
  },

  *check({ mesh, compat }) {
    for (const patch of mesh.once(envoyPatches)) {
      if (patch.operation !== "REMOVE" || !isForRoutes(patch)) continue;
      yield {
        on: patch.on,
        at: compat ? [] : patch.at,
        message:
          "The REMOVE operation will be ignored when applyTo is set to ROUTE_CONFIGURATION, or HTTP_ROUTE.",
      };
    }
  },
});
