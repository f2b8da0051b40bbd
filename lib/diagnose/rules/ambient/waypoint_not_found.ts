import { USE_WAYPOINT } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { isComplete } from "../_completeness.ts";
import { ENROLLABLE, namings } from "./_waypoints.ts";

/** Every waypoint that a label names is there. */
export const waypointNotFound = defineRule({
  code: "MM1001",
  name: "waypoint-not-found",
  title: "Label names a waypoint that does not exist",
  severity: "error",
  since: "0.1.0",
  inputs: [...ENROLLABLE, "KubernetesGateway"],
  equivalents: ["KIA1313"],
  mode: "default",
  docs: {
    why:
      "Without the Gateway there is no waypoint: ztunnel sends requests straight to the pods, past every route " +
      "and policy for requests, and nothing else says so.",
    remedy:
      "Create the waypoint with `istioctl waypoint apply`, or correct the label. A waypoint of another " +
      "namespace needs `istio.io/use-waypoint-namespace` too; `none` means no waypoint.",
    links: ["https://istio.io/latest/docs/ambient/usage/waypoint/"],
  },

  *check({ mesh }) {
    for (const { on, gateway: { namespace, name } } of namings(mesh)) {
      const isKnown = mesh.get("KubernetesGateway", namespace, name) !== undefined;
      if (isKnown || !isComplete(mesh, "KubernetesGateway", on, namespace)) continue;
      yield {
        on,
        at: ["metadata", "labels", USE_WAYPOINT],
        message: `The waypoint ${namespace}/${name} does not exist`,
      };
    }
  },
});
