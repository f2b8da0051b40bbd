import { hasProxy } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** The caller has a proxy that none of its requests passes. */
export const notRedirected = defineCause({
  id: "MM-I18",
  name: "traffic-not-redirected",
  title: "The pod's traffic does not pass its proxy",
  category: "network",
  severity: "high",
  explains: ["MM-T01", "MM-A04"],
  docs: {
    why:
      "istio-init or istio-cni writes iptables rules that send a pod's traffic to its proxy. With another " +
      "iptables backend, a CNI plugin that is chained in another order, or a socket-level load balancer, the " +
      "rules have no effect: the pod speaks plain text past its proxy.",
    symptom:
      "The caller's proxy logs no request at all, while servers log plain text from the pod's address.",
    remedy:
      "Check the order of CNI plugins (cni-exclusive with Cilium), socketLB.hostNamespaceOnly, and the " +
      "iptables backend of the node.",
    verify: "The caller's proxy logs the requests.",
  },

  *consider(of) {
    if (of.caller.dataPlane !== "sidecar") return;
    const plain = logged(of, { side: "server", details: /filter_chain_not_found/ }, "likely");
    const silent = of.clients.filter(({ pod, log }) =>
      pod && hasProxy(pod) && log && log.requests.length === 0
    );
    if (plain.length === 0 || silent.length === 0 || silent.length < of.clients.length) return;
    const pods = silent.flatMap(({ pod }) => pod ?? []);
    if (pods.some(({ annotations }) => Object.keys(annotations).some((key) => BYPASS.test(key)))) {
      return;
    }
    const [pod] = pods;
    const node = pod?.spec.nodeName;
    yield {
      objects: [
        ...workloadsOf(of.mesh, pods),
        ...pods.map((each) => resourceOf(each)),
        ...(node ? [{ kind: "Node", namespace: "", name: node }] : []),
      ],
      title:
        `${of.caller.label} has a proxy, but its requests reach the server in plain text past it`,
      facts: [
        {
          weight: "likely",
          source: `${silent[0]!.folder}/access.log`,
          detail: "the proxy logged no request of any kind",
        },
        ...plain,
      ],
      remedy: { title: "Find out why the node does not redirect the pod's traffic" },
    };
  },
});

const BYPASS = /^traffic\.sidecar\.istio\.io\//;
