import { compare } from "../../../core/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatList } from "../_names.ts";
import { exposedDeployments, portsOf } from "./_shared_ports.ts";

/** Services of one Deployment reach a port of its pods under the same number. */
export const conflictingTargetPorts = defineRule({
  code: "IST0137",
  name: "conflicting-target-ports",
  title: "Services of one Deployment reach one port under different numbers",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Deployment", "Service", "Namespace"],
  peer: "deployment.MultiServiceAnalyzer",
  docs: {
    why:
      "istiod builds one inbound listener for the port of the pods, with the settings of one of the " +
      "Services. What is said about the other Service's port is ignored.",
    remedy: "Use the same port number in both Services, or let the pods listen on two ports.",
    links: ["https://istio.io/latest/docs/ops/deployment/application-requirements/"],
  },

  *check({ mesh, compat }) {
    for (const exposed of mesh.once(exposedDeployments(compat))) {
      const { deployment } = exposed;
      for (const [target, same] of Map.groupBy(portsOf(exposed), ({ target }) => target)) {
        const byPort = new Map(same.map(({ port, service }) => [port, service]));
        if (byPort.size < 2) continue;
        const services = [...byPort.values()].sort(compare);
        const ports = [...byPort.keys()].sort((a, b) => a - b);
        yield {
          on: deployment,
          at: ["metadata", "name"],
          message: `This deployment ${deployment.name} is associated with multiple services ` +
            `${formatList(services)} using targetPort "${target}" but different ports: ` +
            `${formatList(ports)}.`,
        };
      }
    }
  },
});
