import { formatLabels, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { gatewayPods, gatewayWorkloads, reachablePorts, selectorOf } from "./_workloads.ts";

/** The Service of a gateway leads to every port that the gateway listens on. */
export const portNotOnService = defineRule({
  code: "IST0162",
  name: "gateway-port-not-on-service",
  title: "Service of a gateway does not have the port",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Gateway", "Pod", "Service"],
  reads: WORKLOAD_KINDS,
  peer: "gateway.IngressGatewayPortAnalyzer",
  docs: {
    why:
      "The proxies listen on the port, but the Service in front of them does not forward it: from " +
      "outside, connections to it are refused.",
    remedy: "Add the port to the Service of the gateway, or use one that it has.",
  },

  *check({ mesh, compat }) {
    const podsOf = mesh.once(compat ? gatewayPods : gatewayWorkloads);
    const portsOf = mesh.once(reachablePorts);
    for (const gateway of mesh.list("Gateway")) {
      const selector = selectorOf(gateway);
      const pods = podsOf(selector);
      if (pods.length === 0) continue;
      const reachable = portsOf(pods, compat);
      for (const [i, { port }] of (gateway.spec.servers ?? []).entries()) {
        const number = port?.number;
        // A server without a port breaks a rule of the API, which IST0106 reports.
        if (number === undefined || reachable.has(number)) continue;
        yield {
          on: gateway,
          at: ["spec", "servers", i, "port", "number"],
          message:
            `The gateway is listening on a target port (port ${number}) that is not defined ` +
            "in the Service associated with its workload instances (Pod selector " +
            `${formatLabels(selector)}). If you need to access the gateway port through the ` +
            "gateway Service, it will not be available.",
        };
      }
    }
  },
});
