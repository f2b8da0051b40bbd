import { defineRule } from "../../analysis/rule.ts";
import { unserved } from "./_crds.ts";

/** The definitions of the Gateway API serve the version that the next release of Istio reads. */
export const v1NotServed = defineRule({
  code: "IST0172",
  name: "gateway-api-v1-not-served",
  title: "Definition of a Gateway API kind does not serve v1",
  severity: "warning",
  since: "0.1.0",
  inputs: ["CustomResourceDefinition"],
  mode: "default",
  docs: {
    why: "A coming release of Istio reads these kinds as v1 only.",
    remedy: "Install release 1.1 or later of the Gateway API definitions before the upgrade.",
    links: ["https://istio.io/latest/docs/reference/config/analysis/ist0172/"],
  },

  *check({ mesh }) {
    yield* unserved(mesh, ["Gateway", "GatewayClass", "HTTPRoute", "GRPCRoute"], "v1");
  },
});
