import type { Fix } from "../../../core/mod.ts";
import { setField } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { type Component, COMPONENT_KINDS, components, lossOf } from "./_components.ts";

/** The control plane and gateways survive the loss of a pod. */
export const singleReplica = defineRule({
  code: "MM1301",
  name: "single-replica",
  title: "Control plane or gateway may run as a single pod",
  severity: "info",
  since: "0.1.0",
  inputs: ["Deployment"],
  reads: COMPONENT_KINDS,
  mode: "default",
  docs: {
    why:
      "While the only pod is moved, restarted or out of memory, no request gets through a gateway, " +
      "and without istiod no proxy starts, gets a certificate or learns of changes.",
    remedy: "Run two or more: `autoscaleMin: 2` in the values of the chart, `minReplicas` of the " +
      "HorizontalPodAutoscaler, or `replicas`.",
    links: ["https://istio.io/latest/docs/ops/best-practices/deployment/"],
  },

  *check({ mesh }) {
    for (const component of mesh.once(components)) {
      const { on, replicas, autoscaler } = component;
      if (replicas > 1) continue;
      const why = autoscaler
        ? `HorizontalPodAutoscaler ${autoscaler.name} goes down to ${replicas}`
        : "it has one replica";
      yield {
        on,
        at: on.spec.replicas === undefined ? ["spec"] : ["spec", "replicas"],
        message: `While its only pod is away ${lossOf(component)}: ${why}`,
        fix: secondReplica(component),
      };
    }
  },
});

/** How many pods there should be, people must know who pay for them. */
function secondReplica({ on, autoscaler }: Component): Fix {
  const patch = autoscaler
    ? setField(autoscaler.object, ["spec", "minReplicas"], 2)
    : setField(on.object, ["spec", "replicas"], 2);
  return {
    applicability: "manual",
    title: "Run two pods",
    ...(autoscaler ? { patch: [], others: [{ resource: autoscaler.ref, patch }] } : { patch }),
  };
}
