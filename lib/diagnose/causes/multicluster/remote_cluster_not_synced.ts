import { defineCause } from "../../cause.ts";
import { isRefused, unreadClusters } from "./_unread.ts";

/** istiod knows the other cluster and cannot reach its API server. */
export const remoteClusterNotSynced = defineCause({
  id: "MM-M02",
  name: "remote-cluster-not-synced",
  title: "istiod cannot read the cluster that has the pods",
  category: "network",
  severity: "critical",
  explains: ["MM-C01", "MM-C02", "MM-C40", "MM-M11"],
  docs: {
    why:
      "The remote secret is there, but the API server in it cannot be reached from istiod, or its " +
      "certificate is not trusted: often the address is one that only its own network knows. The " +
      "remote pods do not exist for the mesh.",
    symptom: "503 UH; clusterz shows the cluster as timeout, syncing or closed.",
    remedy:
      "Write an address of the API server into the remote secret that istiod reaches, and its CA; or " +
      "open the firewall.",
    verify: "istioctl remote-clusters shows the cluster as synced.",
    links: ["https://istio.io/latest/docs/ops/diagnostic-tools/multicluster/"],
  },

  *consider(of) {
    for (const { cluster: { id, status }, objects, errors, facts } of unreadClusters(of)) {
      if (errors.some(isRefused)) continue;
      yield {
        objects,
        title: `istiod cannot read cluster ${id}: ${errors[0] ?? status}`,
        facts,
        remedy: {
          title:
            "Correct the address or the CA in the remote secret, or the way to that API server",
          action: `istioctl create-remote-secret --context=${id} --name=${id} ` +
            "--server=https://ADDRESS:PORT | kubectl apply -f -",
        },
      };
    }
  },
});
