import type { Case } from "../../../connectivity/mod.ts";
import { ownCluster } from "../../case/clusters.ts";
import { hasUsableEndpoint, serviceOf } from "../../case/case_facts.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** istiod's words for a remote secret that it passes over; older and newer ones. */
const PASSED_OVER =
  /ignoring cluster .*as it would overwrite the (?:config|local) cluster|cluster .*has already been registered/;

/** Two clusters have the same name, so that istiod passes one of them over. */
export const duplicateClusterName = defineCause({
  id: "MM-M14",
  name: "duplicate-cluster-name",
  title: "Two clusters of the mesh have the same name",
  category: "configuration",
  severity: "high",
  explains: ["MM-C01", "MM-C02", "MM-M01", "MM-M11"],
  docs: {
    why:
      "The key in a remote secret is the name of its cluster. istiod leaves out a cluster that is named like " +
      "its own, or like one that another secret has brought already. The default name is Kubernetes.",
    symptom: "503 UH; istiod logs that it ignores the cluster, or that it has been registered.",
    remedy:
      "Install every cluster with a name of its own (global.multiCluster.clusterName), and create the " +
      "remote secret with that name.",
    verify: "istioctl remote-clusters lists every cluster once.",
    links: ["https://istio.io/latest/docs/setup/install/multicluster/"],
  },

  *consider(of) {
    const service = serviceOf(of);
    if (!service || hasUsableEndpoint(of)) return;
    for (const { line, cluster, secret } of passedOver(of)) {
      const [namespace = of.mesh.istioNamespace, name = secret] = secret.split("/");
      const known = of.mesh.list("Secret", namespace);
      // The log may be older than the secret's end.
      if (known.length > 0 && !known.some((each) => each.name === name)) continue;
      const { inMesh } = ownCluster(of);
      yield {
        objects: [{ kind: "Secret", namespace, name }, resourceOf(service)],
        title: `istiod passes over remote secret ${name}: ` +
          (cluster === inMesh ? "its own cluster" : "another cluster") + ` is named ${cluster} too`,
        facts: [
          { weight: "decisive", source: "istiod/istiod.log", detail: line },
          ...logged(of, { side: "client", flags: ["UH"] }),
        ],
        remedy: { title: `Give the clusters that are named ${cluster} names of their own` },
      };
    }
  },
});

/** The remote secrets that istiod said it passes over, each once. */
function passedOver({ controlPlane: { log = "" } }: Case) {
  const found = log.split("\n").filter((line) => PASSED_OVER.test(line)).flatMap((line) => {
    const cluster = /\bcluster[= ](?!has |as )"?([\w.-]+)/.exec(
      line.slice(line.search(PASSED_OVER)),
    );
    const secret = /\bsecret[= ]"?([\w.-]+\/[\w.-]+)/.exec(line);
    return cluster && secret
      ? [{ line: line.trim().replaceAll("\t", " "), cluster: cluster[1]!, secret: secret[1]! }]
      : [];
  });
  return new Map(found.map((each) => [each.secret, each])).values();
}
