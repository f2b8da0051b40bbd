import { missingPods, readinessText } from "../_readiness.ts";
import { defineCheck } from "../check.ts";

/** istio-cni runs on every node. */
export const cniReady = defineCheck({
  name: "cni-ready",
  stage: "CNI and ambient",
  title: "istio-cni, where it is installed, is ready on every node",
  inputs: ["DaemonSet", "Pod"],
  waits: true,
  docs: {
    why:
      "It redirects the traffic of new pods to their proxies. On a node without it pods that need it do " +
      "not start, or bypass the mesh.",
    remedy:
      "Read why its pod is not ready. On GKE and OpenShift the folders of the CNI must be named at " +
      "install; on GKE system-node-critical pods need a ResourceQuota in other namespaces than kube-system.",
    links: ["https://istio.io/latest/docs/setup/additional-setup/cni/"],
  },

  run({ mesh }) {
    const agents = mesh.list("DaemonSet").filter(({ name, labels }) =>
      labels["k8s-app"] === "istio-cni-node" || name === "istio-cni-node"
    );
    if (agents.length === 0) return { skip: "istio-cni is not installed" };
    return {
      saw: readinessText(agents),
      troubles: agents.flatMap((agent) => missingPods(mesh, agent)),
    };
  },
});
