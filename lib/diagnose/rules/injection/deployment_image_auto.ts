import { setting } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { autoProxyIndex, IMAGE_AUTO_MESSAGE, isMatchedByInjector } from "./_image_auto.ts";

const INJECT = "sidecar.istio.io/inject";
const ASKING = { [INJECT]: "true" } as const;

/** Every Deployment whose proxy has the placeholder `auto` as its image is injected. */
export const deploymentImageAuto = defineRule({
  code: "IST0146",
  name: "deployment-image-auto",
  title: "Deployment with the placeholder auto is not injected",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Deployment", "MutatingWebhookConfiguration"],
  reads: ["Namespace"],
  peer: "injection.ImageAutoAnalyzer",
  docs: {
    why: "No webhook replaces the image of the proxy, so that its pods will never start.",
    remedy: "Label the namespace or the pod template for injection.",
    links: ["https://istio.io/latest/docs/setup/additional-setup/gateway/"],
  },

  *check({ mesh }) {
    for (const deployment of mesh.list("Deployment")) {
      const { metadata, spec } = deployment.spec.template ?? {};
      const index = spec && autoProxyIndex(spec);
      if (index === undefined) continue;
      if (isMatchedByInjector(mesh, deployment.namespace, metadata?.labels ?? {})) continue;
      yield {
        on: deployment,
        at: ["spec", "template", "spec", "containers", index, "image"],
        message: `Deployment ${deployment.name} ${IMAGE_AUTO_MESSAGE}`,
        fix: isMatchedByInjector(mesh, deployment.namespace, { ...metadata?.labels, ...ASKING })
          ? setting(
            deployment.object,
            ["spec", "template", "metadata", "labels", INJECT],
            ASKING[INJECT],
            "Ask for injection",
          )
          : undefined,
      };
    }
  },
});
