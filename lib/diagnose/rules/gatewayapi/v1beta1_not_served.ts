import { defineRule } from "../../analysis/rule.ts";
import { unserved } from "./_crds.ts";

/** The definitions of the Gateway API serve the version that istiod reads. */
export const v1beta1NotServed = defineRule({
  code: "IST0156",
  name: "gateway-api-v1beta1-not-served",
  title: "Definition of a Gateway API kind does not serve v1beta1",
  severity: "error",
  since: "0.1.0",
  inputs: ["CustomResourceDefinition"],
  mode: "default",
  docs: {
    why:
      "istiod watches these kinds as v1beta1. Where that version is not served it starts without " +
      "the Gateway API, or waits for it, and no route takes effect.",
    remedy: "Install a release of the Gateway API definitions that Istio supports.",
    links: ["https://istio.io/latest/docs/reference/config/analysis/ist0156/"],
  },

  *check({ mesh }) {
    yield* unserved(mesh, ["Gateway", "GatewayClass", "HTTPRoute", "ReferenceGrant"], "v1beta1");
  },
});
