import type { Case } from "../../../connectivity/mod.ts";
import {
  NETWORK_LABEL,
  type NetworkGatewayService,
  networkGatewayServices,
} from "../../../mesh/mod.ts";
import { gatewaysInto, ownCluster, ownNetwork } from "../../case/clusters.ts";
import { serviceOf } from "../../case/case_facts.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { type UnreachedCluster, unreachedClusters } from "./_direct.ts";

/** istiod knows no gateway into the network that the pods are in. */
export const networkGatewayUnknown = defineCause({
  id: "MM-M06",
  name: "network-gateway-unknown",
  title: "istiod knows no gateway into the network of the pods",
  category: "configuration",
  severity: "critical",
  docs: {
    why:
      "istiod takes a Service for the gateway of a network if it is labelled topology.istio.io/network, or " +
      "meshNetworks names it. Without one it takes the network for reachable, and proxies call the " +
      "addresses of the pods themselves.",
    symptom:
      "503 UF with connection_timeout at addresses of pods in the other cluster; networkz has no gateway.",
    remedy: "Install an east-west gateway in that cluster, and label its Service with the network.",
    verify: "istiod's networkz lists the gateway, and the proxy's endpoint is its address.",
    links: ["https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/"],
  },

  *consider(of) {
    const own = ownNetwork(of);
    for (const unreached of unreachedClusters(of)) {
      const { cluster, network, facts } = unreached;
      const known = gatewaysInto(of, cluster);
      // Pods that istiod takes to be in the caller's network need no gateway: that is another cause.
      if (known === undefined || known.length > 0 || own === "" || !network || network === own) {
        continue;
      }
      const services = networkGatewayServices(of.mesh)
        .filter(({ service }) => service.cluster === cluster);
      if (services.some((each) => each.network === network)) continue;
      yield {
        objects: objectsOf(of, services),
        title: services.length > 0
          ? `Service ${nameOf(services)} of cluster ${cluster} is not labelled as the gateway of ` +
            `network ${network}`
          : `istiod knows no gateway into network ${network}, where cluster ${cluster} has the pods`,
        facts: [...facts, ...factsOf(of, unreached, services)],
        remedy: {
          title: "Label the Service of the east-west gateway with its network",
          action: `kubectl --context=${cluster} label service ${
            services.length > 0
              ? `-n ${services[0]!.service.namespace} ${services[0]!.service.name}`
              : `-n ${of.mesh.istioNamespace} istio-eastwestgateway`
          } ${NETWORK_LABEL}=${network} --overwrite`,
        },
      };
    }
  },
});

function objectsOf(of: Case, services: readonly NetworkGatewayService[]) {
  const asked = serviceOf(of);
  return [
    ...services.map(({ service }) => resourceOf(service, "metadata.labels")),
    ...(asked ? [resourceOf(asked)] : []),
  ];
}

function nameOf([first]: readonly NetworkGatewayService[]): string {
  return `${first!.service.namespace}/${first!.service.name}`;
}

function factsOf(
  of: Case,
  { network, cluster }: UnreachedCluster,
  services: readonly NetworkGatewayService[],
): Fact[] {
  const gateways = of.controlPlane.networkGateways ?? [];
  const { inMesh } = ownCluster(of);
  return [
    {
      weight: "proven",
      source: "istiod/debug/networkz.json",
      detail: `the caller is in network ${ownNetwork(of)} (${inMesh}), the pods in ${network}; ` +
        `gateways: ${gateways.map((each) => each.network).join(", ") || "none"}`,
    },
    ...services.map(({ service, network: label }) => ({
      weight: "proven" as const,
      source: `clusters/${cluster}: Service ${service.namespace}/${service.name}`,
      detail: label === "" ? `no label ${NETWORK_LABEL}` : `label ${NETWORK_LABEL}=${label}`,
    })),
  ];
}
