import { type NetworkGatewayService, networkGatewayServices } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { isComplete } from "../_completeness.ts";
import { exposes } from "./_passthrough.ts";

/** The gateway of a network passes requests of other networks on. */
export const networkGatewayNotExposed = defineRule({
  code: "MM0801",
  name: "network-gateway-not-exposed",
  title: "Gateway of a network exposes no service",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Service", "Gateway"],
  docs: {
    why:
      "Clients in other networks are sent to the Service that is labelled with the network. Without a Gateway " +
      "of TLS mode AUTO_PASSTHROUGH on its port, its proxies do not listen there, and every such request " +
      "fails.",
    remedy:
      "Apply a Gateway that selects the pods, with a server of mode AUTO_PASSTHROUGH on the port and the hosts " +
      '`"*.local"`.',
    links: ["https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/"],
  },

  *check({ mesh }) {
    for (const gateway of mesh.once(networkGatewayServices)) {
      const { service, network, port } = gateway;
      if (network === "" || !takesMtls(gateway) || !isComplete(mesh, "Gateway", service)) continue;
      if (mesh.list("Gateway").some((each) => exposes(each, gateway))) continue;
      yield {
        on: service,
        at: ["metadata", "labels"],
        message:
          `Service ${service.namespace}/${service.name} is the gateway of network ${network}, but ` +
          `no Gateway exposes services through its port ${port}`,
      };
    }
  },
});

/** Whether it has the port for mTLS; istiod itself configures gateways of Gateway API, and those for HBONE alone. */
function takesMtls({ service: { labels, spec: { ports = [] } }, port }: NetworkGatewayService) {
  return labels["gateway.networking.k8s.io/gateway-name"] === undefined &&
    ports.some((each) => each.port === port);
}
