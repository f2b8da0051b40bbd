import { nearest } from "../../../core/mod.ts";
import { isWaypointGateway, USE_WAYPOINT } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
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
  reads: ["GatewayClass"],
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
      const waypoints = mesh.list("KubernetesGateway", namespace).filter((gateway) =>
        isWaypointGateway(mesh, gateway)
      );
      const meant = nearest(name, waypoints.map((gateway) => gateway.name));
      const at = ["metadata", "labels", USE_WAYPOINT];
      yield {
        on,
        at,
        message: `The waypoint ${namespace}/${name} does not exist`,
        fix: meant === undefined
          ? undefined
          : replacement(at, meant, `Use the waypoint "${meant}"`),
      };
    }
  },
});
