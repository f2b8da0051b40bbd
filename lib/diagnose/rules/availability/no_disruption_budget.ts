import type { Fix } from "../../../core/mod.ts";
import { creation } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { type Component, COMPONENT_KINDS, components, lossOf } from "./_components.ts";

/** Not all pods of the control plane and of gateways are evicted at once. */
export const noDisruptionBudget = defineRule({
  code: "MM1302",
  name: "no-disruption-budget",
  title: "Nothing keeps a pod of the control plane or a gateway while nodes are drained",
  severity: "info",
  since: "0.1.0",
  inputs: ["Deployment", "PodDisruptionBudget"],
  reads: COMPONENT_KINDS,
  mode: "default",
  docs: {
    why:
      "An upgrade of the nodes evicts pods node by node. Without a PodDisruptionBudget all pods of a " +
      "Deployment may be away at the same time.",
    remedy:
      "Create a PodDisruptionBudget with `maxUnavailable: 1` for the labels of the pods; the charts " +
      "have values for it.",
    links: ["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],
  },

  *check({ mesh }) {
    for (const component of mesh.once(components)) {
      const { on, replicas, budgets } = component;
      // A budget for a single pod would only block the drain.
      if (replicas < 2 || budgets.length > 0) continue;
      yield {
        on,
        at: [],
        message: `No PodDisruptionBudget keeps one of its pods: when all are evicted, ` +
          lossOf(component),
        fix: budgetFor(component),
      };
    }
  },
});

/** A budget for the pods of the Deployment, which lets nodes be drained one by one. */
function budgetFor({ on: { name, namespace, cluster, spec }, labels }: Component): Fix {
  const object = {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: { name, namespace },
    spec: { maxUnavailable: 1, selector: spec.selector ?? { matchLabels: labels } },
  };
  return creation(object, "Let one pod go at a time", cluster);
}
