import { setting } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";

/** A Sidecar that speaks of unknown hosts says what happens to traffic to them. */
export const emptyOutboundPolicy = defineRule({
  code: "MM1104",
  name: "sidecar-outbound-policy-empty",
  title: "Sidecar blocks unknown hosts without saying so",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Sidecar"],
  equivalents: ["KIA1007"],
  mode: "default",
  docs: {
    why:
      "`outboundTrafficPolicy` without a mode means REGISTRY_ONLY, whatever the settings of the " +
      "mesh say: requests to hosts that are not in the registry are blocked with 502.",
    remedy: "Write the mode that is meant, or remove the field to follow the settings of the mesh.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/sidecar/#OutboundTrafficPolicy",
    ],
  },

  *check({ mesh }) {
    for (const on of mesh.list("Sidecar")) {
      const policy = on.spec.outboundTrafficPolicy;
      if (!policy || policy.mode !== undefined) continue;
      yield {
        on,
        at: ["spec", "outboundTrafficPolicy"],
        message: "Without a mode the policy is REGISTRY_ONLY: traffic to unknown hosts is blocked",
        fix: setting(
          on.object,
          ["spec", "outboundTrafficPolicy", "mode"],
          "REGISTRY_ONLY",
          "Write the mode that holds",
          "safe",
        ),
      };
    }
  },
});
