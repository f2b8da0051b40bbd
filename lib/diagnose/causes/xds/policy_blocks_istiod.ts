import type { Case } from "../../../connectivity/mod.ts";
import { isReady, type Resource } from "../../../mesh/mod.ts";
import { connectionAllowed } from "../../../network/mod.ts";
import { appending } from "../../case/cure.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { proxyStatus } from "../../lifecycle/containers.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";
import { istiodPods } from "../../lifecycle/istiod.ts";
import { disconnection, staleEndpoints } from "../../lifecycle/staleness.ts";

/** Port on which istiod serves configuration and certificates over mTLS. */
const XDS_PORT = 15012;

/** A NetworkPolicy keeps a proxy away from istiod. */
export const policyBlocksIstiod = defineCause({
  id: "MM-C06",
  name: "network-policy-blocks-istiod",
  title: "A NetworkPolicy keeps a proxy away from istiod",
  category: "network",
  severity: "critical",
  explains: ["MM-X02", "MM-X04", "MM-I16", "MM-C01", "MM-C56"],
  docs: {
    why:
      "A proxy gets its configuration and certificate from istiod on port 15012. A policy that restricts " +
      "what its pod sends, or what istiod takes, and forgets that port, leaves the proxy with nothing, or " +
      "with what it had.",
    symptom:
      "The pod is never ready, or its configuration is old; istiod's syncz does not list it.",
    remedy: "Allow TCP 15012 to istiod's pods, and DNS.",
    verify: "istioctl proxy-status lists the proxy as SYNCED.",
  },

  *consider(of) {
    const [istiod] = istiodPods(of.mesh).filter(isReady);
    if (!istiod) return;
    const { caller, server } = podsOnTheWay(of);
    for (const pod of new Set([...caller, ...server])) {
      const cutOff = signsOfCutOff(of, pod);
      if (cutOff.length === 0) continue;
      const { blockedBy: [vote] } = connectionAllowed(of.mesh, {
        from: pod,
        to: istiod,
        port: XDS_PORT,
      });
      if (!vote) continue;
      const object = resourceOf(vote.policy, `spec.${vote.direction}`);
      yield {
        objects: [object, resourceOf(pod)],
        title:
          `${label(object)} keeps the proxy of ${pod.namespace}/${pod.name} away from istiod ` +
          `(port ${XDS_PORT})`,
        facts: [
          { weight: "decisive", source: label(object), detail: vote.reason },
          ...cutOff,
          ...(of.client?.pod === pod ? staleEndpoints(of) : []),
        ],
        remedy: {
          title: `Allow TCP ${XDS_PORT} to istiod`,
          ...appending(vote.policy, "spec.egress", {
            list: vote.policy.spec.egress,
            item: {
              to: [{
                namespaceSelector: {
                  matchLabels: { "kubernetes.io/metadata.name": of.mesh.istioNamespace },
                },
                podSelector: { matchLabels: { app: "istiod" } },
              }],
              ports: [{ port: XDS_PORT, protocol: "TCP" }],
            },
          }),
        },
      };
      return;
    }
  },
});

/** What shows that the proxy of a pod does not reach istiod. */
function signsOfCutOff(of: Case, pod: Resource<"Pod">): Fact[] {
  const proxy = [...of.clients, ...of.servers].find((each) => each.pod === pod);
  const { sync } = of.controlPlane;
  const id = `${pod.namespace}/${pod.name}`;
  return [
    ...(proxy ? disconnection(proxy) : []),
    ...(proxy?.log && sync && sync.size > 0 && !sync.has(id)
      ? [{
        weight: "proven" as const,
        source: "istiod/debug/syncz.json",
        detail: `${id} is not among the proxies that istiod serves`,
      }]
      : []),
    ...(proxyStatus(pod)?.ready === false
      ? [{
        weight: "proven" as const,
        source: `Pod ${id} status`,
        detail: "istio-proxy is not ready",
      }]
      : []),
  ];
}
