import { defineRule } from "../../analysis/rule.ts";
import { formatList, formatName } from "../_names.ts";
import { gatewayReferences, servedHosts } from "./_gateways.ts";

/** A gateway that a VirtualService is bound to serves at least one of its hosts. */
export const hostsNotInGateway = defineRule({
  code: "IST0132",
  name: "hosts-not-in-gateway",
  title: "No host of the VirtualService is served by its gateway",
  severity: "warning",
  since: "0.1.0",
  inputs: ["VirtualService", "Gateway"],
  reads: ["KubernetesGateway"],
  peer: "virtualservice.GatewayAnalyzer",
  docs: {
    why:
      "A gateway serves the hosts of its servers only. A VirtualService that has none of them adds " +
      "nothing to it, and requests for its hosts get 404.",
    remedy:
      "Add the host to a server of the Gateway, or correct the hosts of the VirtualService. A " +
      "Gateway host may carry a namespace (`ns/host`) that leaves this VirtualService out.",
  },

  *check({ mesh, compat }) {
    const isServed = mesh.once(servedHosts);
    for (const vs of mesh.list("VirtualService")) {
      const { hosts = [] } = vs.spec;
      for (const { index, key, gateway } of gatewayReferences(mesh, vs)) {
        // A missing gateway is reported as such; istioctl reports it twice.
        if (!gateway ? !compat : isServed(gateway, hosts, vs.namespace)) continue;
        yield {
          on: vs,
          at: ["spec", "gateways", index],
          message: `one or more host ${formatList(hosts)} defined in VirtualService ` +
            `${formatName(vs)} not found in Gateway ${key.replace(/^\//, "")}.`,
        };
      }
    }
  },
});
