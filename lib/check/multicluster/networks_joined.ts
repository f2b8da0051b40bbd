import { type CheckTrouble, counted } from "../../core/mod.ts";
import { type Mesh, NETWORK_LABEL, networkGatewayServices } from "../../mesh/mod.ts";
import { defineCheck, trouble } from "../check.ts";

/** Every network has a gateway by which the others reach it. */
export const networksJoined = defineCheck({
  name: "networks-joined",
  stage: "Clusters",
  title: "Every network has a gateway by which the other networks reach it",
  inputs: ["Namespace", "Service"],
  reads: ["KubernetesGateway", "ConfigMap"],
  waits: true,
  docs: {
    why:
      "Pods of different networks reach each other only by an east-west gateway. Endpoints of a network " +
      "without one are left out.",
    remedy:
      "Install an east-west gateway with the label topology.istio.io/network, and see that its Service " +
      "has an address.",
    links: ["https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/"],
  },

  run({ mesh }) {
    const homes = mesh.list("Namespace").filter(({ name, labels }) =>
      name === mesh.istioNamespace && labels[NETWORK_LABEL]
    );
    const networks = new Set(homes.map(({ labels }) => labels[NETWORK_LABEL]!));
    if (networks.size < 2) return { skip: "there is one network only" };
    const joined = new Set([
      ...mesh.once(networksWithGateway),
      ...configured(mesh.config.networks),
    ]);
    const troubles: CheckTrouble[] = homes.filter(({ labels }) =>
      !joined.has(labels[NETWORK_LABEL]!)
    )
      .map((home) =>
        trouble(
          "error",
          home,
          `network ${home.labels[NETWORK_LABEL]} has no gateway with an address`,
          `metadata.labels["${NETWORK_LABEL}"]`,
        )
      );
    return { saw: counted(networks.size, "network"), troubles };
  },
});

function networksWithGateway(mesh: Mesh): readonly string[] {
  const services = networkGatewayServices(mesh).filter(({ addresses }) => addresses.length > 0);
  const gateways = mesh.list("KubernetesGateway").filter(({ status }) =>
    (status.addresses ?? []).length > 0
  );
  return [
    ...services.map(({ network }) => network),
    ...gateways.flatMap(({ labels }) => labels[NETWORK_LABEL] ?? []),
  ];
}

function configured(networks: Mesh["config"]["networks"]): string[] {
  return Object.entries(networks).filter(([, { gateways = [] }]) => gateways.length > 0)
    .map(([name]) => name);
}
