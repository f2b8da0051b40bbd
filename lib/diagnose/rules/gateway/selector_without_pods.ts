import { compare, type Fix } from "../../../core/mod.ts";
import { type Mesh, type Resource, WORKLOAD_KINDS, workloadInstances } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { intendedValue } from "../_labels.ts";
import { gatewayPods, gatewayWorkloads, missingSelector, selectorOf } from "./_workloads.ts";

/** Every Gateway selects a pod that serves it. */
export const selectorWithoutPods = defineRule({
  code: "IST0101",
  name: "gateway-selects-no-pods",
  title: "Selector of a Gateway matches no pod",
  severity: "error",
  since: "0.1.0",
  inputs: ["Gateway", "Pod"],
  reads: WORKLOAD_KINDS,
  equivalents: ["KIA0302"],
  peer: "gateway.IngressGatewayPortAnalyzer",
  docs: {
    why:
      "A Gateway is only a part of the settings of the proxies that it selects. Without any, nothing " +
      "listens, and the routes that are bound to it serve nobody.",
    remedy: "Correct the selector to the labels of the gateway's pods, or deploy the gateway.",
    links: ["https://istio.io/latest/docs/reference/config/networking/gateway/#Gateway"],
  },

  *check({ mesh, compat }) {
    const podsOf = mesh.once(compat ? gatewayPods : gatewayWorkloads);
    for (const gateway of mesh.list("Gateway")) {
      if (podsOf(selectorOf(gateway)).length > 0) continue;
      yield {
        ...missingSelector(gateway),
        fix: intendedSelector(mesh.once(gatewayLabels), gateway),
      };
    }
  },
});

const LABEL = "istio";

/** The value of the label that gateways are told apart by that is spelt almost alike. */
function intendedSelector(
  known: ReadonlySet<string>,
  gateway: Resource<"Gateway">,
): Fix | undefined {
  const { [LABEL]: wanted, ...more } = selectorOf(gateway);
  if (wanted === undefined || Object.keys(more).length > 0) return undefined;
  const intended = intendedValue(wanted, known);
  return intended === undefined ? undefined : replacement(
    ["spec", "selector", LABEL],
    intended,
    `Select the pods that are labelled ${LABEL}=${intended}`,
  );
}

/** Values of the label on pods that are gateways by their name. */
function gatewayLabels(mesh: Mesh): ReadonlySet<string> {
  const values = mesh.once(workloadInstances).select({}).map(({ labels }) => labels[LABEL] ?? "");
  return new Set(values.filter((value) => value.includes("gateway")).sort(compare));
}
