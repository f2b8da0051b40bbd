import { defineRuleCheck } from "../rule_check.ts";

/** NetworkPolicies leave the connections of the mesh open. */
export const meshPortsOpen = defineRuleCheck({
  name: "mesh-ports-open",
  stage: "Control plane",
  title: "NetworkPolicies leave the connections of the mesh itself open",
  rules: ["mesh-port-blocked"],
  docs: {
    why:
      "Proxies reach istiod on 15012, the API server its webhooks on 15017, ambient traffic arrives on " +
      "15008. A pod that is cut off gets no configuration, or no traffic.",
    remedy: "Add a rule for the port and the peer to a NetworkPolicy that selects the pod.",
    links: ["https://istio.io/latest/docs/ops/deployment/application-requirements/"],
  },
});
