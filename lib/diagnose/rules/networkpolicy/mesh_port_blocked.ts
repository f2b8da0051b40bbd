import { compare } from "../../../core/mod.ts";
import { type BlockedMeshPort, meshPortsBlocked } from "../../../network/mod.ts";
import { formatLabels, type Mesh, type Resource } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";

/** NetworkPolicies leave the connections of the mesh itself open. */
export const meshPortBlocked = defineRule({
  code: "MM0601",
  name: "mesh-port-blocked",
  title: "NetworkPolicy blocks a connection that the mesh needs",
  severity: "error",
  since: "0.1.0",
  inputs: ["NetworkPolicy", "Pod", "Namespace"],
  reads: ["EndpointSlice"],
  mode: "default",
  docs: {
    why:
      "Proxies get configuration and certificates from istiod, ambient traffic arrives on port " +
      "15008, the API server calls the webhooks of istiod. A NetworkPolicy that restricts a pod " +
      "and does not list these ports cuts it off: proxies do not become ready, or keep stale " +
      "configuration until their certificates expire.",
    remedy: "Add a rule for the port and the peer to a NetworkPolicy that selects the pod.",
    links: ["https://istio.io/latest/docs/ops/deployment/application-requirements/"],
  },

  *check({ mesh }) {
    for (const { policy, pod, blocked } of mesh.once(blockedPorts)) {
      const { port, protocol, direction, peer, purpose } = blocked;
      const name = formatName(pod);
      yield {
        on: policy,
        at: ["spec", direction],
        message: direction === "egress"
          ? `${name} cannot reach ${peer} on ${protocol} port ${port}: ${purpose}`
          : `${peer} cannot reach ${name} on ${protocol} port ${port}: ${purpose}`,
      };
    }
  },
});

interface Blocked {
  readonly policy: Resource<"NetworkPolicy">;
  readonly pod: Resource<"Pod">;
  readonly blocked: BlockedMeshPort;
}

/** What each policy blocks, with the first pod concerned. */
function blockedPorts(mesh: Mesh): readonly Blocked[] {
  if (mesh.list("NetworkPolicy").length === 0) return [];
  const found = new Map<string, Blocked>();
  for (const pod of distinctPods(mesh)) {
    for (const blocked of meshPortsBlocked(mesh, pod)) {
      const policy = blocked.verdict.blockedBy[0]?.policy;
      if (!policy || !blocked.isVital) continue;
      const { port, protocol, direction } = blocked;
      const key = [policy.cluster, formatName(policy), direction, protocol, port].join(" ");
      if (!found.has(key)) found.set(key, { policy, pod, blocked });
    }
  }
  return [...found].sort(([a], [b]) => compare(a, b)).map(([, one]) => one);
}

/** One of the pods with the same labels, where the namespaces that policies name are known. */
function distinctPods(mesh: Mesh): Iterable<Resource<"Pod">> {
  const isKnown = mesh.get("Namespace", "", mesh.istioNamespace) !== undefined;
  const pods = new Map<string, Resource<"Pod">>();
  for (const pod of mesh.list("Pod")) {
    if (!isKnown && pod.origin || pod.status.phase === "Succeeded") continue;
    const { "pod-template-hash": _, ...labels } = pod.labels;
    const key = `${pod.cluster} ${pod.namespace} ${formatLabels(labels)}`;
    if (!pods.has(key)) pods.set(key, pod);
  }
  return pods.values();
}
