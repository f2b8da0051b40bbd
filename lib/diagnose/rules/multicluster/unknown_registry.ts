import type { Path } from "../../../core/mod.ts";
import type { Mesh } from "../../../mesh/mod.ts";
import { defineRule, type Subject } from "../../analysis/rule.ts";

const OWN_REGISTRIES = ["Mock", "Kubernetes", "External"];

/** Every cluster that a network is made of is one that istiod reads. */
export const unknownRegistry = defineRule({
  code: "IST0126",
  name: "unknown-registry",
  title: "Network is made of a cluster that istiod does not know",
  severity: "error",
  since: "0.1.0",
  inputs: ["Secret"],
  peer: "meshnetworks.MeshNetworksAnalyzer",
  docs: {
    why:
      "Endpoints of the cluster are not put into the network, so that clients call them directly " +
      "instead of through the gateway of the network.",
    remedy:
      "Write the name that the cluster was given (`global.multiCluster.clusterName`), or add its " +
      "remote secret.",
    links: ["https://istio.io/latest/docs/setup/install/multicluster/"],
  },

  *check({ mesh, compat }) {
    const known = mesh.once(knownRegistries);
    for (const [network, { endpoints = [] }] of Object.entries(mesh.config.networks)) {
      for (const [i, { fromRegistry }] of endpoints.entries()) {
        if (!fromRegistry || known.has(fromRegistry)) continue;
        // Its own name is known to istiod without a secret, and nothing else says it.
        if (!compat && known.size === OWN_REGISTRIES.length) continue;
        yield {
          on: meshNetworks(mesh.istioNamespace),
          at: ["networks", network, "endpoints", i] satisfies Path,
          message: `Unknown service registry ${fromRegistry} in network ${network}`,
        };
      }
    }
  },
});

function knownRegistries(mesh: Mesh): ReadonlySet<string> {
  const secrets = mesh.list("Secret").filter(({ labels }) =>
    labels["istio/multiCluster"] === "true"
  );
  return new Set([
    ...OWN_REGISTRIES,
    ...secrets.flatMap(({ object: { data = {}, stringData = {} } }) => [
      ...Object.keys(data),
      ...Object.keys(stringData),
    ]),
    ...mesh.list("Secret").map(({ cluster }) => cluster),
  ]);
}

/** The networks under the name that istioctl gives them. */
function meshNetworks(namespace: string): Subject {
  return {
    ref: { cluster: "", apiVersion: "", kind: "MeshNetworks", namespace, name: "meshnetworks" },
    annotations: {},
    locate: () => undefined,
  };
}
