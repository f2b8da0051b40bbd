import { defineCheck, trouble } from "../check.ts";
import { ofClusters, readClusters, remoteSecrets } from "./_remote.ts";

/** istiod reads every cluster of the mesh. */
export const remoteSecretsUsed = defineCheck({
  name: "clusters-known",
  stage: "Clusters",
  title: "istiod was given every cluster of the mesh, and uses every remote secret",
  after: ["istiod-ready", "istiod-answers"],
  inputs: ["Secret"],
  docs: {
    why:
      "istiod reads another cluster by a Secret with the label istio/multiCluster=true in its own " +
      "namespace. Without it the pods there do not exist for the mesh.",
    remedy:
      "Create the Secret: `istioctl create-remote-secret --context=CLUSTER --name=CLUSTER | kubectl " +
      "apply -f -`. One that istiod does not use has a kubeconfig that it cannot read.",
    links: ["https://istio.io/latest/docs/setup/install/multicluster/"],
  },

  async run(context) {
    const { mesh, recordings } = context;
    const [own, ...others] = recordings.map(({ manifest }) => manifest.clusterName);
    const secrets = remoteSecrets(mesh).filter(({ cluster }) => cluster === own);
    if (others.length === 0 && secrets.length === 0) return { skip: "there is one cluster only" };
    const { clusters, gaps } = await readClusters(context);
    if (clusters === undefined) return { saw: "", gaps };
    const known = new Set(clusters.map(({ id }) => id));
    const used = new Set(clusters.map(({ secret }) => secret));
    return {
      saw: `istiod reads ${[...known].sort().join(", ")}`,
      troubles: [
        ...others.filter((name) => !known.has(name)).map((name) =>
          ofClusters(`istiod of ${own} does not read cluster ${name}`)
        ),
        ...secrets.filter(({ namespace, name }) => !used.has(`${namespace}/${name}`)).map((
          secret,
        ) => trouble("warning", secret, "istiod reads no cluster by it", "data")),
      ],
    };
  },
});
