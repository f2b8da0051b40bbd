import { USE_WAYPOINT, WAYPOINT_FOR, waypointTraffic } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { ENROLLABLE, unused } from "./_waypoints.ts";

/** A waypoint that an object names takes the traffic of such objects. */
export const waypointForOtherTraffic = defineRule({
  code: "MM1003",
  name: "waypoint-for-other-traffic",
  title: "Waypoint is not for the traffic of what names it",
  severity: "warning",
  since: "0.1.0",
  inputs: [...ENROLLABLE, "KubernetesGateway"],
  reads: ["GatewayClass"],
  mode: "default",
  docs: {
    why:
      "A waypoint takes what is sent to Services, unless `istio.io/waypoint-for` says `workload`, `all` or " +
      "`none`. istiod ignores the label of objects of the other kind, and requests go past the waypoint.",
    remedy: "Set `istio.io/waypoint-for: all` on the Gateway, or use a waypoint of the right kind.",
    links: ["https://istio.io/latest/docs/ambient/usage/waypoint/#waypoint-traffic-types"],
  },

  *check({ mesh }) {
    for (const { by, namespace, name, gateway } of mesh.once(unused("other traffic"))) {
      const taken = gateway ? waypointTraffic(mesh, gateway) : "";
      yield {
        on: by,
        at: ["metadata", "labels", USE_WAYPOINT],
        message: `The waypoint ${namespace}/${name} is for "${taken}" traffic ` +
          `(${WAYPOINT_FOR}), not for a ${by.kind}`,
      };
    }
  },
});
