import { defineRule } from "../../analysis/rule.ts";
import { envoyPatches, isForRoutes } from "./_patches.ts";

/** ADD is not used for route configurations or routes. */
export const addOperation = defineRule({
  code: "IST0153",
  name: "add-operation-ignored",
  title: "ADD is used where it does not work",
  severity: "error",
  since: "0.1.0",
  inputs: ["EnvoyFilter"],
  peer: "envoyfilter.EnvoyPatchAnalyzer",
  docs: {
    why: "Routes come from VirtualServices and HTTPRoutes; istiod ignores the patch.",
    remedy: "Write the route as a VirtualService or HTTPRoute.",
  },

  *check({ mesh, compat }) {
    for (const patch of mesh.once(envoyPatches)) {
      if (patch.operation !== "ADD" || !isForRoutes(patch)) continue;
      yield {
        on: patch.on,
        at: compat ? [] : patch.at,
        message:
          "The ADD operation will be ignored when applyTo is set to ROUTE_CONFIGURATION, or HTTP_ROUTE.",
      };
    }
  },
});
