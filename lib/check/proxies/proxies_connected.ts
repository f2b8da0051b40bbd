import { isReady } from "../../mesh/mod.ts";
import { defineCheck, trouble } from "../check.ts";
import { syncState } from "./_sync.ts";

/** A control plane knows every proxy. */
export const proxiesConnected = defineCheck({
  name: "proxies-connected",
  stage: "Proxies",
  title: "Every ready pod's proxy is connected to a control plane",
  after: ["istiod-ready", "istiod-answers"],
  inputs: ["Pod"],
  waits: true,
  docs: {
    why: "A proxy without connection keeps what it has: it sends to pods that are gone, and its " +
      "certificate is not renewed.",
    remedy:
      "Read the proxy's log: the address of istiod, a NetworkPolicy on port 15012, or a certificate " +
      "that it does not trust. A restart of the pod connects it anew.",
  },

  async run(context) {
    const { proxies, clusters, gaps } = await syncState(context);
    const connected = [...proxies.values()].filter(({ isConnected }) => isConnected);
    const lost = [...proxies.values()].flatMap(({ namespace, pod: name, isConnected }) => {
      const pod = context.mesh.get("Pod", namespace, name);
      const isLost = isConnected === false && pod && isReady(pod) && clusters.has(pod.cluster);
      return isLost ? [pod] : [];
    });
    return {
      saw: clusters.size === 0 ? "" : `${connected.length} proxies are connected`,
      troubles: lost.map((pod) =>
        trouble("warning", pod, "the control plane does not know its proxy", "istio-proxy")
      ),
      gaps,
    };
  },
});
