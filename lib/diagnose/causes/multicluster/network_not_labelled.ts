import type { Case } from "../../../connectivity/mod.ts";
import type { CauseResource } from "../../../core/mod.ts";
import { NETWORK_LABEL } from "../../../mesh/mod.ts";
import { ownCluster, ownNetwork } from "../../case/clusters.ts";
import { defineCause } from "../../cause.ts";
import { workloadsOf } from "../../case/objects.ts";
import { type UnreachedCluster, unreachedClusters } from "./_direct.ts";

/** istiod takes pods of another network to be in the caller's own. */
export const networkNotLabelled = defineCause({
  id: "MM-M07",
  name: "network-not-labelled",
  title: "istiod takes pods of another network to be in the caller's",
  category: "configuration",
  severity: "critical",
  docs: {
    why:
      "istiod sends a request through the other network's gateway only where the caller's proxy and the pod " +
      "are labelled with different networks. Where either has none, or both the same, the proxy calls the " +
      "pod's own address, which its network does not reach.",
    symptom: "503 UF with connection_timeout at addresses of pods in the other cluster.",
    remedy:
      "Label the control plane's namespace of every cluster with its network, then restart istiod and the " +
      "workloads. Clusters that do share a network need routes between their pods.",
    verify: "The proxy's endpoint is the address of the other network's gateway.",
    links: ["https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/"],
  },

  *consider(of) {
    const own = ownNetwork(of);
    for (const unreached of unreachedClusters(of)) {
      const { cluster, network, facts } = unreached;
      if (own !== "" && network && network !== own) continue;
      const gateways = of.controlPlane.networkGateways ?? [];
      const isProven = gateways.some((gateway) => gateway.network !== own) && network !== undefined;
      if (facts.length === 0 && !isProven) continue;
      yield {
        objects: objectsOf(of, unreached, own === ""),
        title: `requests go to the addresses of pods of cluster ${cluster}: ${
          own === ""
            ? "the caller is in no network"
            : network === undefined
            ? "their network was not recorded"
            : network === ""
            ? "they are in no network"
            : `istiod takes them to be in network ${own} too`
        }`,
        facts: [
          ...facts,
          {
            weight: isProven ? "proven" : "likely",
            source: "istiod/debug/networkz.json",
            detail:
              `network of the caller: ${own || "none"}; of the pods: ${
                network === undefined ? "not recorded" : network || "none"
              }; ` +
              `gateways: ${gateways.map((each) => each.network).join(", ") || "none"}`,
          },
        ],
        remedy: {
          title: "Label each cluster's control plane namespace with its network, then restart",
          action: `kubectl ${
            own === "" ? "" : `--context=${cluster} `
          }label namespace ${of.mesh.istioNamespace} ${NETWORK_LABEL}=NETWORK --overwrite`,
        },
      };
    }
  },
});

/** The namespace by which the network is named, and the workloads that lack it. */
function objectsOf(
  of: Case,
  { cluster, endpoints }: UnreachedCluster,
  isOwn: boolean,
): CauseResource[] {
  const guilty = isOwn ? ownCluster(of).ofObjects : cluster;
  const pods = isOwn ? of.caller.pods : endpoints.flatMap(({ pod }) => pod ?? []);
  return [
    {
      ...(guilty ? { cluster: guilty } : {}),
      kind: "Namespace",
      namespace: "",
      name: of.mesh.istioNamespace,
    },
    ...workloadsOf(of.mesh, pods),
  ];
}
