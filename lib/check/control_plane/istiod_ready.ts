import { istiodDeployments } from "../../diagnose/mod.ts";
import { missingPods, readinessText } from "../_readiness.ts";
import { defineCheck } from "../check.ts";

/** Every replica of istiod is ready. */
export const istiodReady = defineCheck({
  name: "istiod-ready",
  stage: "Control plane",
  title: "Every replica of istiod is ready",
  after: ["istiod-installed"],
  inputs: ["Deployment", "Pod"],
  waits: true,
  docs: {
    why:
      "While no istiod is ready, proxies keep what they have: pods that start, move or change do not " +
      "show, new pods are refused, and certificates are not renewed.",
    remedy:
      "Read why its pods are not ready with `kubectl -n istio-system describe pods -l app=istiod`, and " +
      "their log.",
  },

  run({ mesh }) {
    const deployments = mesh.once(istiodDeployments);
    if (deployments.length === 0) return { skip: "no Deployment of istiod is in these clusters" };
    return {
      saw: readinessText(deployments),
      troubles: deployments.flatMap((deployment) => missingPods(mesh, deployment)),
    };
  },
});
