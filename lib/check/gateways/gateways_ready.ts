import { missingPods, readinessText } from "../_readiness.ts";
import { defineCheck } from "../check.ts";
import { gatewayWorkloads } from "./_deployments.ts";

/** Every gateway has its pods. */
export const gatewaysReady = defineCheck({
  name: "gateways-ready",
  stage: "Gateways",
  title: "Every pod of gateways and waypoints is ready",
  inputs: ["Deployment", "Pod"],
  reads: ["DaemonSet"],
  waits: true,
  docs: {
    why: "Without a ready pod nobody takes the connections of clients outside.",
    remedy: "Read why its pods are not ready with `kubectl describe pod`, and their log.",
  },

  run({ mesh }) {
    const gateways = mesh.once(gatewayWorkloads);
    if (gateways.length === 0) return { skip: "no gateway is in this mesh" };
    return {
      saw: readinessText(gateways),
      troubles: gateways.flatMap((gateway) => missingPods(mesh, gateway)),
    };
  },
});
