import { counted } from "../../core/mod.ts";
import { containerStatuses, stateOf } from "../../diagnose/mod.ts";
import { hasProxy, PROXY_CONTAINER } from "../../mesh/mod.ts";
import { defineCheck, trouble } from "../check.ts";

/** Every proxy is ready. */
export const proxiesReady = defineCheck({
  name: "proxies-ready",
  stage: "Proxies",
  title: "The proxy of every running pod is ready",
  inputs: ["Pod"],
  waits: true,
  docs: {
    why: "A pod whose proxy is not ready gets no traffic, and its own calls fail.",
    remedy:
      "Read the proxy's log with `kubectl logs POD -c istio-proxy`: usually it cannot reach istiod, or " +
      "gets no certificate.",
    links: ["https://istio.io/latest/docs/ops/common-problems/injection/"],
  },

  run({ mesh }) {
    const pods = mesh.list("Pod").filter((pod) => hasProxy(pod) && pod.status.phase === "Running");
    if (pods.length === 0) return { skip: "no pod runs a proxy" };
    return {
      saw: `${counted(pods.length, "pod")} with a proxy`,
      troubles: pods.flatMap((pod) => {
        const proxy = containerStatuses(pod).find(({ name }) => name === PROXY_CONTAINER);
        return proxy?.ready === false
          ? [trouble("warning", pod, `${PROXY_CONTAINER} is not ready: ${stateOf(pod)}`)]
          : [];
      }),
    };
  },
});
