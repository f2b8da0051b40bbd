import type { Path } from "../../../core/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { COMPONENT_KINDS, components } from "./_components.ts";

/** A PodDisruptionBudget lets nodes be drained. */
export const budgetBlocksDrain = defineRule({
  code: "MM1303",
  name: "disruption-budget-blocks-drain",
  title: "PodDisruptionBudget lets no pod of the control plane or a gateway go",
  severity: "info",
  since: "0.1.0",
  inputs: ["Deployment", "PodDisruptionBudget"],
  reads: COMPONENT_KINDS,
  mode: "default",
  docs: {
    why:
      "A budget that demands as many pods as there are at the least forbids every eviction: a node " +
      "with one of them cannot be drained, and its upgrade hangs.",
    remedy: "Run one pod more than the budget demands, or set `maxUnavailable: 1`.",
    links: ["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],
  },

  *check({ mesh }) {
    for (const { on: deployment, replicas, budgets } of mesh.once(components)) {
      for (const on of budgets) {
        const at = blockingField(on, replicas);
        if (!at) continue;
        yield {
          on,
          at,
          message:
            `While Deployment ${deployment.name} has its fewest pods, ${replicas}, none of ` +
            "them may be evicted",
        };
      }
    }
  },
});

function blockingField(
  { spec: { minAvailable, maxUnavailable } }: Resource<"PodDisruptionBudget">,
  replicas: number,
): Path | undefined {
  if (maxUnavailable === 0 || maxUnavailable === "0%") return ["spec", "maxUnavailable"];
  if (minAvailable === undefined) return undefined;
  // Kubernetes rounds a percentage up.
  const needed = typeof minAvailable === "string" && minAvailable.endsWith("%")
    ? Math.ceil(Number.parseFloat(minAvailable) / 100 * replicas)
    : Number(minAvailable);
  return needed >= replicas ? ["spec", "minAvailable"] : undefined;
}
