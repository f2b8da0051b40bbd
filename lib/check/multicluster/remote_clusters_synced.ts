import { defineCheck } from "../check.ts";
import { ofClusters, readClusters } from "./_remote.ts";

/** istiod can read every cluster that it knows. */
export const remoteClustersSynced = defineCheck({
  name: "remote-clusters-synced",
  stage: "Clusters",
  title: "istiod reads every cluster that it was given",
  after: ["istiod-ready", "istiod-answers"],
  inputs: [],
  waits: true,
  docs: {
    why:
      "istiod finds the pods of another cluster by its API server. Where that cannot be reached, or does " +
      "not accept the credentials, its pods do not exist for the mesh.",
    remedy:
      "Correct the server and the credentials in the remote secret: `istioctl create-remote-secret`.",
    links: ["https://istio.io/latest/docs/ops/diagnostic-tools/multicluster/"],
  },

  async run(context) {
    const { clusters, gaps } = await readClusters(context);
    if (clusters === undefined) return { saw: "", gaps };
    const remote = clusters.filter(({ secret }) => secret !== "");
    if (remote.length === 0) return { skip: "istiod was given no other cluster" };
    return {
      saw: remote.map(({ id, status }) => `${id} is ${status}`).join(", "),
      troubles: remote.filter(({ status }) => status !== "synced").map(({ id, secret, status }) =>
        ofClusters(`cluster ${id} (Secret ${secret}) is ${status || "of unknown state"}`)
      ),
    };
  },
});
