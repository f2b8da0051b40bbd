import { defineCause } from "../../cause.ts";
import { label, resourceOf, workloadsOf } from "../../case/objects.ts";
import { barePods } from "./_without_proxy.ts";

/** A pod is older than the label that would have given it a proxy. */
export const notInjectedYet = defineCause({
  id: "MM-I03",
  name: "not-injected-yet",
  title: "A pod was created before its namespace asked for proxies",
  category: "configuration",
  severity: "high",
  explains: ["MM-T01", "MM-T03", "MM-A04"],
  docs: {
    why:
      "Proxies are injected when a pod is created. Pods that were there before the namespace got its label, " +
      "or that were created while the injector was away, stay without.",
    symptom: "Labels of pod and namespace ask for a proxy; the pod has no container istio-proxy.",
    remedy: "Restart the workload.",
    verify: "The new pods have a container istio-proxy.",
  },

  *consider(of) {
    for (const { pod, harm } of barePods(of, ["not-injected"])) {
      const [workload] = workloadsOf(of.mesh, [pod]);
      const objects = [
        ...(workload && workload.kind !== "Pod" ? [workload] : []),
        resourceOf(pod),
        { kind: "Namespace", namespace: "", name: pod.namespace },
      ];
      yield {
        objects,
        title: `${label(objects[0]!)} has no proxy, although its namespace asks for one: ` +
          "it was created before that, or without the injector",
        facts: [
          {
            weight: "proven",
            source: `Namespace ${pod.namespace} metadata.labels`,
            detail:
              `an injector takes the pods of ${pod.namespace}; pod ${pod.name} has no istio-proxy`,
          },
          ...harm,
        ],
        remedy: {
          title: "Restart the workload",
          ...(workload && workload.kind !== "Pod"
            ? {
              action:
                `kubectl -n ${workload.namespace} rollout restart ${workload.kind.toLowerCase()}/${workload.name}`,
            }
            : { action: `kubectl -n ${pod.namespace} delete pod ${pod.name}` }),
        },
      };
    }
  },
});
