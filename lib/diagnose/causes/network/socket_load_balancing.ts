import { isIp } from "../../../connectivity/mod.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { resourceOf } from "../../case/objects.ts";
import { defineCause } from "../../cause.ts";

/** Cilium's settings; `kube-proxy-replacement` was `strict` or `partial` before it was a flag. */
const REPLACES = /^(?:true|strict|partial|probe)$/;

/** Cilium chooses the pod in the caller's socket, before its proxy sees where the caller wanted to go. */
export const socketLoadBalancing = defineCause({
  id: "MM-C44",
  name: "socket-load-balancing",
  title: "Cilium's socket load balancing bypasses the proxy's routing",
  category: "network",
  severity: "high",
  explains: ["MM-C13", "MM-T01", "MM-A04", "MM-C15"],
  docs: {
    why:
      "With socket load balancing Cilium replaces a Service's address by a pod's when the application " +
      "connects. Its proxy sees a connection to a pod, which no Service has, and passes it on in plain text.",
    symptom:
      "PassthroughCluster with pods' addresses in the caller's log although it asks for the Service.",
    remedy:
      "Restrict socket load balancing to the host's namespace: socketLB.hostNamespaceOnly=true.",
    verify: "The caller's access log shows the Service's cluster.",
    links: ["https://docs.cilium.io/en/stable/network/servicemesh/istio/"],
  },

  *consider(of) {
    const settings = of.mesh.get("ConfigMap", "kube-system", "cilium-config");
    const data = settings?.object.data ?? {};
    if (!settings || isIp(of.question.target.host) || !of.destination.service) return;
    if (!REPLACES.test(data["kube-proxy-replacement"] ?? "") || data["bpf-lb-sock"] === "false") {
      return;
    }
    if (data["bpf-lb-sock-hostns-only"] === "true") return;
    const sign = { side: "client", envoyCluster: /^PassthroughCluster$/ } as const;
    const toPods = linesWith(of, sign).filter(({ line }) =>
      of.mesh.podAt(line.entry.upstreamHost.replace(/:\d+$/, ""))
    );
    if (toPods.length === 0) return;
    const object = resourceOf(settings, "data.bpf-lb-sock-hostns-only");
    yield {
      isSilent: true,
      objects: [object],
      title:
        `Cilium sends ${of.caller.label}'s requests for ${of.destination.host} to pods before its ` +
        "proxy sees them",
      facts: [
        {
          weight: "proven",
          source: "ConfigMap kube-system/cilium-config",
          detail: `kube-proxy-replacement ${
            data["kube-proxy-replacement"]
          }, bpf-lb-sock-hostns-only ${data["bpf-lb-sock-hostns-only"] ?? "not set"}`,
        },
        ...logged(of, sign),
      ],
      remedy: {
        title: "Restrict socket load balancing to the host's namespace",
        action: "helm upgrade cilium cilium/cilium -n kube-system --reuse-values " +
          "--set socketLB.hostNamespaceOnly=true --set cni.exclusive=false",
      },
    };
  },
});
