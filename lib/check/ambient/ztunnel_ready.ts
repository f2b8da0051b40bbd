import { missingPods, readinessText } from "../_readiness.ts";
import { defineCheck } from "../check.ts";
import { isAmbientUsed } from "./_ambient.ts";

/** ztunnel runs on every node. */
export const ztunnelReady = defineCheck({
  name: "ztunnel-ready",
  stage: "CNI and ambient",
  title: "ztunnel, where ambient mode is used, is ready on every node",
  inputs: ["DaemonSet", "Pod", "Namespace"],
  waits: true,
  docs: {
    why:
      "All traffic of pods in ambient mode passes the ztunnel of their node; without it they have none.",
    remedy: "Install the ztunnel chart, or read why its pods are not ready.",
    links: ["https://istio.io/latest/docs/ambient/install/"],
  },

  run({ mesh }) {
    const ztunnels = mesh.list("DaemonSet").filter(({ name, labels }) =>
      name === "ztunnel" || labels["app"] === "ztunnel"
    );
    if (ztunnels.length === 0) {
      if (!mesh.once(isAmbientUsed)) return { skip: "ambient mode is not used" };
      return {
        saw: "there is none",
        troubles: [{
          level: "error",
          source: "DaemonSets",
          detail: "pods are in ambient mode, and no ztunnel is installed",
        }],
      };
    }
    return {
      saw: readinessText(ztunnels),
      troubles: ztunnels.flatMap((ztunnel) => missingPods(mesh, ztunnel)),
    };
  },
});
