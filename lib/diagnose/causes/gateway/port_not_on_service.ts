import { defineCause } from "../../cause.ts";
import { podsOfGateway, serversForHost, servicesOfPods } from "../../case/gateways.ts";
import { edit, resourceOf } from "../../case/objects.ts";

/** The gateway's Service does not offer the port of the Gateway. */
export const gatewayPortNotOnService = defineCause({
  id: "MM-G03",
  name: "gateway-port-not-on-service",
  title: "The gateway's Service does not have the Gateway's port",
  category: "configuration",
  severity: "critical",
  explains: ["MM-G12"],
  docs: {
    why:
      "Clients reach a gateway through its Service. A Gateway port that no Service of the gateway's " +
      "pods has cannot be reached, however well it is configured.",
    symptom: "Connection refused or timeout; the gateway logs nothing.",
    remedy: "Add the port to the Service, or use a port that it has.",
    verify: "The gateway logs the requests.",
  },

  *consider(of) {
    const { port } = of.destination;
    if (!of.caller.isExternal || port === undefined || of.exchanges.length > 0) return;
    for (const { gateway, index, server } of serversForHost(of)) {
      const services = servicesOfPods(of, podsOfGateway(of, gateway));
      const ports = services.flatMap(({ spec }) => (spec.ports ?? []).map((p) => p.port));
      const wanted: number = server.port?.number ?? port;
      if (
        services.length === 0 || ports.includes(wanted) || wanted !== port && ports.includes(port)
      ) continue;
      const object = resourceOf(gateway, `spec.servers[${index}].port`);
      yield {
        objects: [object, ...services.map((service) => resourceOf(service, "spec.ports"))],
        title: `port ${wanted} of Gateway ${gateway.namespace}/${gateway.name} is not on Service ${
          services.map((s) => `${s.namespace}/${s.name}`).join(", ")
        }`,
        facts: [{
          weight: "proven",
          source: `Service ${services[0]!.namespace}/${services[0]!.name} spec.ports`,
          detail: `has ${ports.join(", ")}, not ${wanted}`,
        }],
        remedy: {
          title: `Add port ${wanted} to the Service`,
          action: edit(resourceOf(services[0]!)),
        },
      };
    }
  },
});
