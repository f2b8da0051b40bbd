import { gatewayKey } from "../../../mesh/mod.ts";
import { formatName } from "../_names.ts";
import { defineRule } from "../../analysis/rule.ts";
import { GENERATED_GATEWAY } from "./_gateways.ts";

/** A VirtualService names gateways that somebody wrote, not those that istiod derives from the Gateway API. */
export const generatedGatewayReferenced = defineRule({
  code: "IST0165",
  name: "generated-gateway-referenced",
  title: "VirtualService names a gateway that istiod generates",
  severity: "warning",
  since: "0.1.0",
  inputs: ["VirtualService"],
  peer: "virtualservice.GatewayAnalyzer",
  docs: {
    why:
      "The name of a generated gateway is an implementation detail. It may change with any release " +
      "and any change of the Gateway it comes from, and then the routes are lost.",
    remedy: "Name the Gateway API Gateway itself, as `namespace/name`, or use an HTTPRoute.",
  },

  *check({ mesh }) {
    for (const vs of mesh.list("VirtualService")) {
      for (const [i, gateway] of (vs.spec.gateways ?? []).entries()) {
        if (!gateway.includes(GENERATED_GATEWAY)) continue;
        yield {
          on: vs,
          at: ["spec", "gateways", i],
          message: `Gateway reference in VirtualService ${formatName(vs)} is to an ` +
            `implementation-generated internal Gateway: ${gatewayKey(gateway, vs.namespace)}.`,
        };
      }
    }
  },
});
