import { istiodDeployments } from "../../diagnose/mod.ts";
import { defineCheck, trouble } from "../check.ts";

/** No control plane is there yet. */
export const noControlPlane = defineCheck({
  name: "no-control-plane-yet",
  stage: "Leftovers",
  title: "No control plane is there yet",
  inputs: ["Deployment"],
  docs: {
    why: "A second one of the same revision takes over the proxies of the first.",
    remedy: "Upgrade the one that is there, or install with another `revision` beside it.",
    links: ["https://istio.io/latest/docs/setup/upgrade/"],
  },

  run({ mesh }) {
    const found = mesh.once(istiodDeployments);
    return {
      saw: found.length === 0 ? `none in ${mesh.istioNamespace}` : "",
      troubles: found.map((deployment) =>
        trouble(
          "info",
          deployment,
          `it is the control plane of revision ${deployment.labels["istio.io/rev"] ?? "default"}`,
          "metadata.labels",
        )
      ),
    };
  },
});
