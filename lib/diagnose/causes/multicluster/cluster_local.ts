import { covers, isReady } from "../../../mesh/mod.ts";
import { ownCluster, remoteServices } from "../../case/clusters.ts";
import { hasUsableEndpoint } from "../../case/case_facts.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** The mesh keeps requests for the service inside each cluster, and only others have pods. */
export const clusterLocalService = defineCause({
  id: "MM-M15",
  name: "cluster-local-service",
  title: "Requests for the service stay in the caller's cluster by configuration",
  category: "configuration",
  severity: "high",
  explains: ["MM-C01", "MM-C02"],
  docs: {
    why:
      "serviceSettings with clusterLocal keep the requests for some hosts inside the caller's cluster. A " +
      "service whose pods are all in other clusters then has no endpoint.",
    symptom: "503 UH although another cluster has ready pods and istiod reads it.",
    remedy: "Take the host out of the clusterLocal settings, or run pods in the caller's cluster.",
    verify: "The proxy has endpoints for the service.",
    links: ["https://istio.io/latest/docs/ops/configuration/traffic-management/multicluster/"],
  },

  *consider(of) {
    if (hasUsableEndpoint(of)) return;
    const { serviceSettings = [] } = of.mesh.config;
    const { host } = of.destination;
    const index = serviceSettings.findIndex(({ hosts = [], settings }) =>
      settings?.clusterLocal === true && hosts.some((each) => covers(each, host))
    );
    const remote = remoteServices(of).find(({ pods }) => pods.some(isReady));
    if (index < 0 || !remote) return;
    const { ofObjects } = ownCluster(of);
    const map = of.mesh.list("ConfigMap", of.mesh.istioNamespace)
      .find(({ name, cluster }) => name === "istio" && cluster === ofObjects);
    yield {
      objects: [...(map ? [resourceOf(map, "data.mesh")] : []), resourceOf(remote.service)],
      title:
        `${host} is cluster-local by the mesh's settings, and its pods are in ${remote.cluster}`,
      facts: [
        {
          weight: "proven",
          source: `meshConfig serviceSettings[${index}]`,
          detail: `clusterLocal for ${serviceSettings[index]!.hosts?.join(", ")}`,
        },
        ...logged(of, { side: "client", flags: ["UH"] }),
      ],
      remedy: { title: `Take ${host} out of the cluster-local hosts` },
    };
  },
});
