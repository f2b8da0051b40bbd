import { NETWORK_LABEL, networkGatewayServices, networksByCluster } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { exposes } from "./_passthrough.ts";

/** istiod knows the gateway that exposes the services of a network. */
export const networkGatewayNotLabelled = defineRule({
  code: "MM0802",
  name: "network-gateway-not-labelled",
  title: "istiod does not know the gateway of a network",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Service", "Gateway", "Namespace"],
  docs: {
    why:
      "istiod takes a Service for the gateway of a network by its label topology.istio.io/network, or because " +
      "meshNetworks names it. Without either, clients in other networks are given the addresses of the pods, " +
      "which they cannot reach.",
    remedy: "Label the Service with the network of its cluster.",
    links: ["https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/"],
  },

  *check({ mesh }) {
    const named = new Set(
      Object.values(mesh.config.networks).flatMap(({ gateways = [] }) =>
        gateways.flatMap(({ address, registryServiceName }) => registryServiceName ?? address ?? [])
      ),
    );
    for (const gateway of mesh.once(networkGatewayServices)) {
      const { service, addresses } = gateway;
      const network = mesh.once(networksByCluster).get(service.cluster) ?? "";
      const host = `${service.name}.${service.namespace}.svc.cluster.local`;
      if (gateway.network !== "" || network === "" || named.has(host)) continue;
      if (addresses.some((address) => named.has(address))) continue;
      if (!mesh.list("Gateway").some((each) => exposes(each, gateway))) continue;
      yield {
        on: service,
        at: ["metadata", "labels"],
        message:
          `Service ${service.namespace}/${service.name} exposes the services of network ${network} ` +
          `but is not labelled ${NETWORK_LABEL}=${network}`,
      };
    }
  },
});
