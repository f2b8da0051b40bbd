import type { Mesh } from "./mesh.ts";
import type { Resource } from "./resource.ts";

/** The label by which a pod, a gateway's Service or the namespace of the control plane names its network. */
export const NETWORK_LABEL = "topology.istio.io/network";

/** Port of the gateways of networks, unless a label names another. */
const GATEWAY_PORT = 15443;

const GATEWAY_PORT_LABEL = "networking.istio.io/gatewayPort";

/**
 * The network of a pod as istiod finds it out: the pod's own label, that of the control plane's namespace
 * in the pod's cluster, then `meshNetworks` by cluster; `""` where none names one.
 */
export function networkOf(mesh: Mesh, { cluster, labels }: Resource<"Pod">): string {
  return labels[NETWORK_LABEL] || networkOfCluster(mesh, cluster);
}

/** The network of pods that name none themselves. */
export function networkOfCluster(mesh: Mesh, cluster: string): string {
  return mesh.once(networksByCluster).get(cluster) ?? "";
}

/** The network of each cluster that names one. */
export function networksByCluster(mesh: Mesh): ReadonlyMap<string, string> {
  const networks = new Map<string, string>();
  for (const [network, { endpoints = [] }] of Object.entries(mesh.config.networks)) {
    for (const { fromRegistry } of endpoints) {
      if (fromRegistry && !networks.has(fromRegistry)) networks.set(fromRegistry, network);
    }
  }
  for (const { cluster, name, labels } of mesh.list("Namespace")) {
    const network = labels[NETWORK_LABEL];
    if (name === mesh.istioNamespace && network) networks.set(cluster, network);
  }
  return networks;
}

/** A Service behind which a network's gateway stands, as its label or its port says. */
export interface NetworkGatewayService {
  /** The Service. */
  readonly service: Resource<"Service">;
  /** Network that its label names; `""` where it has none, so that istiod does not use it. */
  readonly network: string;
  /** Port that takes requests for the network. */
  readonly port: number;
  /** Addresses that other networks reach; none where it has not got any yet. */
  readonly addresses: readonly string[];
}

/** The Services that are, or seem meant to be, gateways of networks. */
export function networkGatewayServices(mesh: Mesh): readonly NetworkGatewayService[] {
  return mesh.list("Service").flatMap((service) => {
    const { labels, spec: { ports = [], externalIPs = [] }, status } = service;
    const network = labels[NETWORK_LABEL] ?? "";
    const port = Number(labels[GATEWAY_PORT_LABEL]) || GATEWAY_PORT;
    if (network === "" && !ports.some((each) => each.port === port)) return [];
    const ingress = status.loadBalancer?.ingress ?? [];
    const addresses = [
      ...ingress.flatMap(({ ip, hostname }) => ip ?? hostname ?? []),
      ...externalIPs,
    ];
    return [{ service, network, port, addresses }];
  });
}
