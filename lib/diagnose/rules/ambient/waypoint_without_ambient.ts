import {
  inAmbient,
  USE_WAYPOINT,
  waypointBindingOf,
  WORKLOAD_KINDS,
  workloadInstances,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";

/** Services that name a waypoint have workloads in ambient mode. */
export const waypointWithoutAmbient = defineRule({
  code: "MM1008",
  name: "waypoint-without-ambient",
  title: "Service names a waypoint, but its workloads are not in ambient mode",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Service", "Namespace", "Pod", "KubernetesGateway"],
  reads: [...WORKLOAD_KINDS, "GatewayClass"],
  equivalents: ["KIA1312"],
  mode: "default",
  docs: {
    why:
      "Nothing makes callers of such workloads use the waypoint: whoever connects to a pod directly is not " +
      "stopped, and what the waypoint enforces can be walked around.",
    remedy:
      "Label the namespace `istio.io/dataplane-mode: ambient`, or take the waypoint's label away.",
    links: ["https://istio.io/latest/docs/ambient/usage/add-workloads/"],
  },

  *check({ mesh }) {
    for (const on of mesh.list("Service")) {
      const { selector = {} } = on.spec;
      const binding = Object.keys(selector).length > 0 ? waypointBindingOf(mesh, on) : undefined;
      if (!binding?.gateway) continue;
      const workloads = mesh.once(workloadInstances).select(selector, on.namespace);
      if (workloads.length === 0 || workloads.some((each) => inAmbient(mesh, each))) continue;
      yield {
        on,
        at: binding.by === on ? ["metadata", "labels", USE_WAYPOINT] : [],
        message:
          `The Service names the waypoint ${binding.namespace}/${binding.name}, but none of ` +
          "its workloads is in ambient mode",
      };
    }
  },
});
