import { WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../rule.ts";
import { gatewayPods, gatewayWorkloads, missingSelector, selectorOf } from "./_workloads.ts";

/** Every Gateway selects a pod that serves it. */
export const selectorWithoutPods = defineRule({
  code: "IST0101",
  name: "gateway-selects-no-pods",
  title: "Selector of a Gateway matches no pod",
  severity: "error",
  since: "0.1.0",
  inputs: ["Gateway", "Pod"],
  reads: WORKLOAD_KINDS,
  equivalents: ["KIA0302"],
  peer: "gateway.IngressGatewayPortAnalyzer",
  docs: {
    why:
      "A Gateway is only a part of the settings of the proxies that it selects. Without any, nothing " +
      "listens, and the routes that are bound to it serve nobody.",
    remedy: "Correct the selector to the labels of the gateway's pods, or deploy the gateway.",
    links: ["https://istio.io/latest/docs/reference/config/networking/gateway/#Gateway"],
  },

  *check({ mesh, compat }) {
    const podsOf = mesh.once(compat ? gatewayPods : gatewayWorkloads);
    for (const gateway of mesh.list("Gateway")) {
      if (podsOf(selectorOf(gateway)).length === 0) yield missingSelector(gateway);
    }
  },
});
