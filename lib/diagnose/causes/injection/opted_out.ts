import { defineCause } from "../../cause.ts";
import { edit, label, resourceOf, workloadsOf } from "../../case/objects.ts";
import { barePods } from "./_without_proxy.ts";

/** A pod has no proxy because it says so itself. */
export const optedOutOfInjection = defineCause({
  id: "MM-I04",
  name: "opted-out-of-injection",
  title: "A pod opts out of the proxy that its namespace would give it",
  category: "configuration",
  severity: "high",
  explains: ["MM-T01", "MM-T03", "MM-A04", "MM-I01"],
  docs: {
    why:
      'The label sidecar.istio.io/inject: "false", or hostNetwork, keeps the proxy out of a pod. It then ' +
      "speaks and takes only plain text, has no identity, and no policy of the mesh acts in it.",
    symptom: "The pod has no container istio-proxy, while others of its namespace have one.",
    remedy:
      "Remove the label, and let the pod be created again; or make an exception for it on purpose.",
    verify: "The pod has a container istio-proxy.",
  },

  *consider(of) {
    for (const { pod, missing, harm } of barePods(of, ["opted-out", "host-network"])) {
      const injection = of.mesh.get("Namespace", "", pod.namespace)?.labels ?? {};
      const isMeshed = injection["istio-injection"] === "enabled" || "istio.io/rev" in injection;
      if (!isMeshed) continue;
      const [workload] = workloadsOf(of.mesh, [pod]);
      const field = missing.why === "opted-out"
        ? `metadata.labels["${missing.key}"]`
        : "spec.hostNetwork";
      const objects = [
        ...(workload && workload.kind !== "Pod"
          ? [{ ...workload, path: `spec.template.${field}` }]
          : []),
        resourceOf(pod, field),
      ];
      const what = missing.why === "opted-out" ? `${missing.key}: "false"` : "hostNetwork: true";
      yield {
        objects,
        title: `${label(objects[0]!)} has no proxy: it says ${what}`,
        facts: [
          {
            weight: "proven",
            source: `Pod ${pod.namespace}/${pod.name} ${field}`,
            detail: `${what}, in a namespace where proxies are injected`,
          },
          ...harm,
        ],
        remedy: { title: `Remove ${what}`, action: edit(objects[0]!) },
      };
    }
  },
});
