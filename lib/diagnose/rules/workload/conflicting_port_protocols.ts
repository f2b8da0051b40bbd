import { compare } from "../../../core/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatList } from "../_names.ts";
import { exposedDeployments, portsOf } from "./_shared_ports.ts";

/** Services of one Deployment agree on the transport of a port. */
export const conflictingPortProtocols = defineRule({
  code: "IST0116",
  name: "conflicting-port-protocols",
  title: "Services of one Deployment give a port two transports",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Deployment", "Service", "Namespace"],
  peer: "deployment.MultiServiceAnalyzer",
  docs: {
    why:
      "The inbound listener of a port has one protocol. The proxy takes that of one Service, and " +
      "traffic of the other is misread.",
    remedy: "Give the ports of the Services different numbers, or the same protocol.",
  },

  *check({ mesh, compat }) {
    for (const exposed of mesh.once(exposedDeployments(compat))) {
      const { deployment } = exposed;
      for (const [port, same] of Map.groupBy(portsOf(exposed), ({ port }) => port)) {
        if (new Set(same.map(({ transport }) => transport)).size < 2) continue;
        const services = same.map(({ service }) => service).sort(compare);
        yield {
          on: deployment,
          at: ["metadata", "name"],
          message:
            `This deployment ${deployment.name} is associated with multiple services using ` +
            `port ${port} but different protocols: ${formatList(services)}`,
        };
      }
    }
  },
});
