import { lastTargets, serviceOf } from "../../case/case_facts.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** istiod knows the other cluster and cannot read it. */
export const remoteClusterNotSynced = defineCause({
  id: "MM-M02",
  name: "remote-cluster-not-synced",
  title: "istiod cannot read the cluster that has the pods",
  category: "network",
  severity: "critical",
  explains: ["MM-C01", "MM-C02"],
  docs: {
    why:
      "The remote secret is there, but the API server in it cannot be reached, is not trusted, or " +
      "refuses the credentials. The remote pods do not exist for the mesh.",
    symptom: "503 UH; clusterz shows the cluster as timeout, syncing or closed.",
    remedy: "Correct the server address or the credentials of the remote secret, or the firewall.",
    verify: "istioctl remote-clusters shows the cluster as synced.",
  },

  *consider(of) {
    const service = serviceOf(of);
    if (!service) return;
    if (lastTargets(of).some(({ endpoints }) => endpoints?.some(({ isUsable }) => isUsable))) {
      return;
    }
    for (const { id, secret, status } of of.controlPlane.clusters ?? []) {
      if (secret === "" || status === "synced" || status === "") continue;
      const [namespace = of.mesh.istioNamespace, name = secret] = secret.split("/");
      yield {
        objects: [{ kind: "Secret", namespace, name }, resourceOf(service)],
        title: `istiod cannot read cluster ${id}: ${status}`,
        facts: [
          {
            weight: "decisive",
            source: "istiod/debug/clusterz.json",
            detail: `${id} (${secret}) is ${status}`,
          },
          ...logged(of, { side: "client", flags: ["UH"] }),
        ],
        remedy: {
          title: "Correct the remote secret or the way to that API server",
          action: `istioctl create-remote-secret --context=${id} --name=${id} | kubectl apply -f -`,
        },
      };
    }
  },
});
