import { defineCheck, trouble } from "../check.ts";

const NAMESPACE = "kube-system";
const SETTINGS = "cilium-config";

/** Cilium leaves the traffic of pods to Istio. */
export const ciliumMakesRoom = defineCheck({
  name: "cilium-makes-room",
  stage: "CNI and ambient",
  title: "Cilium, where it is the CNI, leaves the traffic of pods to Istio",
  inputs: ["ConfigMap"],
  reads: ["DaemonSet"],
  docs: {
    why:
      "By default Cilium removes the configuration of other CNI plugins, and with it istio-cni. Where it " +
      "replaces kube-proxy it turns the address of a Service into that of a pod inside of the calling pod, " +
      "before the proxy sees the connection: routes and policies of that Service have no effect.",
    remedy:
      "Set `cni.exclusive=false` where istio-cni is used, and `socketLB.hostNamespaceOnly=true`, in the " +
      "values of Cilium, and restart its DaemonSet.",
    links: [
      "https://docs.cilium.io/en/stable/network/servicemesh/istio/",
      "https://istio.io/latest/docs/ambient/install/platform-prerequisites/",
    ],
  },

  run({ mesh }) {
    const map = mesh.get("ConfigMap", NAMESPACE, SETTINGS);
    if (map === undefined) return { skip: "no settings of Cilium were seen" };
    const is = (key: string, value: string) => map.object.data?.[key] === value;
    const replacesKubeProxy = is("kube-proxy-replacement", "true") ||
      is("kube-proxy-replacement", "strict") || is("bpf-lb-sock", "true");
    const usesCni = mesh.list("DaemonSet").some(({ name }) => name === "istio-cni-node");
    const field = (key: string) => `data["${key}"]`;
    return {
      saw: replacesKubeProxy ? "it replaces kube-proxy" : "it does not replace kube-proxy",
      troubles: [
        ...(replacesKubeProxy && !is("bpf-lb-sock-hostns-only", "true")
          ? [
            trouble(
              "warning",
              map,
              "it balances connections inside of pods",
              field("bpf-lb-sock-hostns-only"),
            ),
          ]
          : []),
        ...(usesCni && is("cni-exclusive", "true")
          ? [trouble("error", map, "it removes istio-cni from the nodes", field("cni-exclusive"))]
          : []),
      ],
    };
  },
});
