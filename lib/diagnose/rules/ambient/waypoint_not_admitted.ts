import { USE_WAYPOINT } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { ENROLLABLE, unused } from "./_waypoints.ts";

/** A waypoint of another namespace takes those that name it. */
export const waypointNotAdmitted = defineRule({
  code: "MM1002",
  name: "waypoint-not-admitted",
  title: "Waypoint of another namespace does not take what names it",
  severity: "warning",
  since: "0.1.0",
  inputs: [...ENROLLABLE, "KubernetesGateway"],
  reads: ["GatewayClass"],
  mode: "default",
  docs: {
    why:
      "A waypoint serves its own namespace unless `allowedRoutes` of its HBONE listener admit others. istiod " +
      "ignores the label of those that are not admitted, and requests go past the waypoint.",
    remedy: "Admit the namespace in `allowedRoutes` of the listener on port 15008.",
    links: ["https://istio.io/latest/docs/ambient/usage/waypoint/"],
  },

  *check({ mesh }) {
    for (const { by, namespace, name } of mesh.once(unused("not allowed"))) {
      const home = by.identifier === "Namespace" ? by.name : by.namespace;
      yield {
        on: by,
        at: ["metadata", "labels", USE_WAYPOINT],
        message: `The waypoint ${namespace}/${name} does not admit namespace ${home}`,
      };
    }
  },
});
