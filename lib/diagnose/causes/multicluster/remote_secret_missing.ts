import { serviceOf } from "../../case/case_facts.ts";
import { lastTargets } from "../../case/case_facts.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** istiod does not read the cluster in which the pods of the service are. */
export const remoteSecretMissing = defineCause({
  id: "MM-M01",
  name: "remote-secret-missing",
  title: "istiod does not read the cluster that has the pods",
  category: "configuration",
  severity: "critical",
  explains: ["MM-C01", "MM-C02"],
  docs: {
    why:
      "istiod reads another cluster's endpoints through a Secret with that cluster's kubeconfig, " +
      "labelled istio/multiCluster=true in the control plane's namespace. Without it the remote pods do " +
      "not exist for the mesh.",
    symptom: "503 UH for services whose pods are in the other cluster; clusterz does not list it.",
    remedy: "Create the remote secret of that cluster.",
    verify: "istioctl remote-clusters shows the cluster as synced.",
    links: ["https://istio.io/latest/docs/setup/install/multicluster/"],
  },

  *consider(of) {
    const service = serviceOf(of);
    if (!service || !of.controlPlane.clusters) return;
    if (lastTargets(of).some(({ endpoints }) => endpoints?.some(({ isUsable }) => isUsable))) {
      return;
    }
    const known = new Set(of.controlPlane.clusters.map(({ id }) => id));
    const { namespace, name } = service;
    const remote = of.mesh.list("Service", namespace).filter((s) =>
      s.name === name && s !== service
    );
    const home = remote.find(({ cluster, spec }) =>
      !known.has(cluster) &&
      of.mesh.select("Pod", spec.selector ?? {}, namespace).some((pod) => pod.cluster === cluster)
    );
    if (!home) return;
    const secretNamespace = of.mesh.istioNamespace;
    const secrets = of.mesh.list("Secret", secretNamespace).filter(({ cluster, labels }) =>
      cluster === service.cluster && labels["istio/multiCluster"] === "true"
    );
    const expected = `istio-remote-secret-${home.cluster}`;
    yield {
      objects: [
        { kind: "Secret", namespace: secretNamespace, name: expected },
        resourceOf(service),
        ...secrets.map((secret) => resourceOf(secret)),
      ],
      title:
        `the pods of ${namespace}/${name} are in cluster ${home.cluster}, which istiod does not read`,
      facts: [
        {
          weight: "decisive",
          source: "istiod/debug/clusterz.json",
          detail: `istiod reads ${[...known].sort().join(", ")}, not ${home.cluster}`,
        },
        {
          weight: "proven",
          source: `Secrets of ${secretNamespace}`,
          detail: secrets.length === 0
            ? "no Secret has the label istio/multiCluster=true"
            : `remote secrets: ${secrets.map((s) => s.name).join(", ")}`,
        },
        ...logged(of, { side: "client", flags: ["UH"] }),
      ],
      remedy: {
        title: `Create the remote secret of ${home.cluster}`,
        action:
          `istioctl create-remote-secret --context=${home.cluster} --name=${home.cluster} | ` +
          "kubectl apply -f -",
      },
    };
  },
});
