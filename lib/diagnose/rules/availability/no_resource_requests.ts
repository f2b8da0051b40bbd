import { defineRule } from "../../analysis/rule.ts";
import { COMPONENT_KINDS, components } from "./_components.ts";

/** The control plane and gateways have the processor time and memory that they need. */
export const noResourceRequests = defineRule({
  code: "MM1305",
  name: "no-resource-requests",
  title: "Control plane or gateway asks for no processor time or memory",
  severity: "info",
  since: "0.1.0",
  inputs: ["Deployment"],
  reads: COMPONENT_KINDS,
  mode: "default",
  docs: {
    why:
      "A pod without requests is scheduled wherever there is a place, is starved first when its node " +
      "is busy and evicted first when memory runs short. An autoscaler that goes by utilization " +
      "cannot compute it, and never adds a pod.",
    remedy: "Set `resources.requests.cpu` and `resources.requests.memory`.",
    links: ["https://istio.io/latest/docs/ops/deployment/performance-and-scalability/"],
  },

  *check({ mesh }) {
    for (const { on, spec, autoscaler } of mesh.once(components)) {
      for (const [i, { name, image, resources }] of (spec.containers ?? []).entries()) {
        // The injector completes a placeholder.
        if (image === "auto") continue;
        const missing = (["cpu", "memory"] as const).filter((one) =>
          (resources?.requests?.[one] ?? resources?.limits?.[one]) === undefined
        );
        if (missing.length === 0) continue;
        const isBlind = autoscaler && missing.includes("cpu");
        yield {
          on,
          at: ["spec", "template", "spec", "containers", i, ...(resources ? ["resources"] : [])],
          message: `Container ${name} requests no ${missing.join(" and ")}` +
            (isBlind ? `: HorizontalPodAutoscaler ${autoscaler.name} cannot go by its load` : ""),
        };
      }
    }
  },
});
