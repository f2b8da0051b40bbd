import { effectiveMtls, policiesFor } from "../../../auth/mod.ts";
import type { Case } from "../../../connectivity/mod.ts";
import { isAmbient, type Resource } from "../../../mesh/mod.ts";
import { REJECTED, REJECTED_PLAIN_TEXT } from "../../case/ambient.ts";
import { serversOf } from "../../case/case_facts.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { type Uncaptured, uncaptured } from "../../lifecycle/capture.ts";
import { harmOfMissingProxy, podsOnTheWay } from "../../lifecycle/harm.ts";

const REASONS: Readonly<Record<Uncaptured, readonly [why: string, remedy: string]>> = {
  "host-network": [
    "it shares the network of its node, which ambient never captures",
    "Take hostNetwork away, or let policies do without the pod's identity",
  ],
  "opted-out": [
    "its label istio.io/dataplane-mode=none opts out",
    "Remove the label istio.io/dataplane-mode=none",
  ],
  "pending": [
    "istio-cni has not finished with it",
    "Read the log of istio-cni on its node, and restart the pod",
  ],
  "not-captured": [
    "istio-cni has not touched it",
    "See that istio-cni runs on its node, and restart the pod",
  ],
};

/** A pod that is enrolled in ambient mode is not captured: its traffic goes past ztunnel. */
export const podNotCaptured = defineCause({
  id: "MM-Z04",
  name: "pod-not-captured",
  title: "A pod that is enrolled in ambient mode is not captured",
  category: "configuration",
  severity: "high",
  explains: ["MM-T01", "MM-Z13", "MM-Z14", "MM-A04", "MM-I01", "MM-I03"],
  docs: {
    why:
      "istio-cni redirects the traffic of enrolled pods to ztunnel and then annotates them with " +
      "ambient.istio.io/redirection: enabled. A pod without it speaks and takes plain text past ztunnel: it has " +
      "no identity, and policies for it are not enforced.",
    symptom:
      "The label asks for ambient and the annotation is missing; ztunnels of servers see callers without identity.",
    remedy: "See why istio-cni did not take it: its pod on that node, hostNetwork, labels.",
    verify: "The pod has the annotation ambient.istio.io/redirection: enabled.",
    links: ["https://istio.io/latest/docs/ambient/usage/add-workloads/"],
  },

  *consider(of) {
    const { caller, server } = podsOnTheWay(of);
    for (const [pods, harmOf] of [[caller, harmToCaller], [server, harmToServer]] as const) {
      for (const pod of pods) {
        const reason = uncaptured(of.mesh, pod);
        const harm = reason === undefined ? [] : harmOf(of, pod, reason);
        if (reason === undefined || harm.length === 0) continue;
        const [why, remedy] = REASONS[reason];
        const [workload] = workloadsOf(of.mesh, [pod]);
        yield {
          isSilent: harmOf === harmToServer,
          objects: [
            ...(workload ? [workload] : []),
            resourceOf(pod, "metadata.annotations"),
            { kind: "Namespace", namespace: "", name: pod.namespace },
          ],
          title:
            `${pod.namespace}/${pod.name} is enrolled in ambient mode but not captured: ${why}`,
          facts: [
            {
              weight: "proven",
              source: `Pod ${pod.namespace}/${pod.name}`,
              detail: `ambient.istio.io/redirection is ${
                pod.annotations["ambient.istio.io/redirection"] ?? "missing"
              }: ${why}`,
            },
            ...harm,
          ],
          remedy: { title: remedy },
        };
        break;
      }
    }
  },
});

/** Servers want an identity that the caller cannot show. */
function harmToCaller(of: Case): Fact[] {
  const anonymous = linesWith(of, { side: "server", transport: REJECTED })
    .some(({ line }) => line.entry.peerIdentity === "");
  const seen = [
    ...logged(of, { transport: REJECTED_PLAIN_TEXT }),
    ...(anonymous ? logged(of, { side: "server", transport: REJECTED }) : []),
    ...harmOfMissingProxy(of, "caller"),
  ];
  if (seen.length > 0 || of.exchanges.length > 0) return seen;
  const strict = serversOf(of).find(({ pod, port }) =>
    isAmbient(pod) && effectiveMtls(of.mesh, pod, port).mode === "STRICT"
  );
  return strict
    ? [{
      weight: "proven",
      source: `Pod ${strict.pod.namespace}/${strict.pod.name}`,
      detail: `port ${strict.port} takes only mTLS`,
    }]
    : [];
}

/** Policies for the server are not enforced, which nobody decided. */
function harmToServer(of: Case, pod: Resource<"Pod">, reason: Uncaptured): Fact[] {
  if (reason === "opted-out" || reason === "host-network") return [];
  const { allow, deny } = policiesFor(of.mesh, pod);
  const { mode, from } = effectiveMtls(of.mesh, pod);
  const idle = [...allow, ...deny, ...(mode === "STRICT" && from ? [from] : [])];
  return idle.slice(0, 3).map(({ kind, namespace, name }) => ({
    weight: "proven",
    source: `${kind} ${namespace}/${name}`,
    detail: `is for ${pod.name}, and nothing enforces it there`,
  }));
}
