import { defineCause } from "../../cause.ts";
import { isRefused, unreadClusters } from "./_unread.ts";

/** The other cluster's API server refuses istiod's credentials. */
export const remoteCredentialsRefused = defineCause({
  id: "MM-M03",
  name: "remote-credentials-refused",
  title: "The cluster that has the pods refuses istiod's credentials",
  category: "security",
  severity: "critical",
  explains: ["MM-C01", "MM-C02", "MM-C40", "MM-C56", "MM-M11"],
  docs: {
    why:
      "The token in the remote secret has expired, belongs to a ServiceAccount that was deleted, or the " +
      "ServiceAccount may not list what istiod reads. istiod keeps the endpoints that it had, and has " +
      "none after a restart.",
    symptom:
      "503 UH, or UF at addresses of pods that are gone; istiod logs Unauthorized or forbidden.",
    remedy:
      "Create the remote secret anew, and check the rights of istio-reader-service-account there.",
    verify: "istiod logs no more watch errors for the cluster.",
    links: ["https://istio.io/latest/docs/ops/diagnostic-tools/multicluster/"],
  },

  *consider(of) {
    for (const { cluster: { id }, objects, errors, facts } of unreadClusters(of)) {
      const refusal = errors.find(isRefused);
      if (refusal === undefined) continue;
      yield {
        objects,
        title: `the API server of cluster ${id} refuses istiod: ${refusal}`,
        facts,
        remedy: {
          title: `Create the remote secret of ${id} anew`,
          action: `istioctl create-remote-secret --context=${id} --name=${id} | kubectl apply -f -`,
        },
      };
    }
  },
});
