import { istiodDeployments, istiodPods } from "../../diagnose/mod.ts";
import { counted } from "../../core/mod.ts";
import { defineCheck } from "../check.ts";
import { externalControlPlane } from "./_external.ts";

/** A control plane is there. */
export const istiodInstalled = defineCheck({
  name: "istiod-installed",
  stage: "Control plane",
  title: "A control plane is installed",
  inputs: ["Deployment", "Pod"],
  reads: ["MutatingWebhookConfiguration", "Service"],
  docs: {
    why: "Without istiod nothing is injected, proxies get no configuration, and no certificates.",
    remedy:
      "Install Istio; if it is installed in another namespace than istio-system, name that with -i.",
    links: ["https://istio.io/latest/docs/setup/install/"],
  },

  run({ mesh }) {
    const deployments = mesh.once(istiodDeployments);
    const pods = mesh.once(istiodPods);
    const elsewhere = mesh.once(externalControlPlane);
    if (deployments.length > 0 || pods.length > 0) {
      const names = deployments.map(({ namespace, name }) => `${namespace}/${name}`);
      return { saw: [...names, counted(pods.length, "pod")].join(", ") };
    }
    if (elsewhere !== undefined) return { saw: `it is outside of these clusters: ${elsewhere}` };
    return {
      saw: "none was found",
      troubles: [{
        level: "error",
        source: `Deployments of ${mesh.istioNamespace}`,
        detail: `no istiod in namespace ${mesh.istioNamespace}`,
      }],
    };
  },
});
