import type { Case } from "../../../connectivity/mod.ts";
import { isAmbient, isReady } from "../../../mesh/mod.ts";
import { REJECTED_PLAIN_TEXT } from "../../case/ambient.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { eventFact } from "../../lifecycle/events.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";
import { failedProbes } from "./_probes.ts";

/** A setting of Cilium takes packets away from ambient's redirection. */
export const ciliumConflict = defineCause({
  id: "MM-Z18",
  name: "cilium-conflict",
  title: "A setting of Cilium conflicts with ambient mode",
  category: "network",
  severity: "high",
  explains: ["MM-Z14", "MM-C01", "MM-T01"],
  docs: {
    why:
      "Masquerading in BPF does not know the link-local address that Istio gives to kubelet's probes, and drops " +
      "them. Load balancing at the socket rewrites connections inside of pods, before ztunnel could see them.",
    symptom: "Probes of enrolled pods fail; or captured pods are seen by servers without identity.",
    remedy: "Set bpf.masquerade=false; set socketLB.hostNamespaceOnly=true.",
    verify: "Pods become ready; ztunnel logs the connections with identities.",
    links: ["https://istio.io/latest/docs/ambient/install/platform-prerequisites/#cilium"],
  },

  *consider(of) {
    const config = of.mesh.list("ConfigMap").find(({ name }) => name === "cilium-config");
    const data = config?.object.data;
    if (!config || !data) return;
    const isBalanced = data["bpf-lb-sock"] === "true" ||
      ["true", "strict"].includes(data["kube-proxy-replacement"] ?? "");
    const conflicts = [
      {
        key: "enable-bpf-masquerade",
        value: "false",
        isSet: data["enable-bpf-masquerade"] === "true",
        harm: probesFail,
      },
      {
        key: "bpf-lb-sock-hostns-only",
        value: "true",
        isSet: isBalanced && data["bpf-lb-sock-hostns-only"] !== "true",
        harm: captureLost,
      },
    ];
    for (const { key, value, isSet, harm } of conflicts) {
      const facts = isSet ? harm(of) : [];
      if (facts.length === 0) continue;
      yield {
        objects: [resourceOf(config, `data.${key}`)],
        title: `Cilium's ${key} is ${
          data[key] ?? "not set"
        }, which takes packets from ambient mode`,
        facts: [
          {
            weight: "proven",
            source: `ConfigMap ${config.namespace}/${config.name} data`,
            detail: `${key}: ${data[key] ?? "not set"}`,
          },
          ...facts,
        ],
        remedy: {
          title: `Set ${key} to ${value}, and restart Cilium`,
          action: `kubectl -n ${config.namespace} edit configmap ${config.name}`,
        },
      };
    }
  },
});

/** Probes of captured pods that get no answer. */
function probesFail(of: Case): Fact[] {
  return podsOnTheWay(of).server.filter((pod) => isAmbient(pod) && !isReady(pod))
    .flatMap((pod) => failedProbes(of.mesh, pod).slice(0, 1).map(eventFact));
}

/** A captured caller whose connections servers see in plain text. */
function captureLost(of: Case): Fact[] {
  return of.caller.dataPlane === "ambient" ? logged(of, { transport: REJECTED_PLAIN_TEXT }) : [];
}
