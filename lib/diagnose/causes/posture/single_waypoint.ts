import { waypointPods } from "../../../mesh/mod.ts";
import { resourceOf } from "../../case/objects.ts";
import { definePostureCause } from "../../security/case.ts";
import { servicesByWaypoint } from "./_waypoints.ts";

/** A waypoint has one pod, through which all requests to its Services go. */
export const singleWaypoint = definePostureCause({
  id: "MM-Z19",
  name: "single-waypoint",
  title: "A waypoint has one pod only",
  category: "resources",
  severity: "medium",
  docs: {
    why:
      "All requests to the Services of a waypoint go through its pods. With one pod every restart, drain of a " +
      "node or peak of load stops or slows all of them.",
    symptom: "The Deployment of the waypoint has one replica, and nothing scales it.",
    remedy:
      "Give the waypoint an autoscaler with at least two replicas, and a PodDisruptionBudget.",
    verify: "The waypoint has two ready pods on different nodes.",
    links: ["https://istio.io/latest/docs/ambient/usage/waypoint/"],
  },

  *consider({ mesh }) {
    for (const [gateway, services] of mesh.once(servicesByWaypoint)) {
      const { namespace, name } = gateway;
      const deployment = mesh.get("Deployment", namespace, name);
      const pods = waypointPods(mesh, gateway);
      const autoscaler = mesh.list("HorizontalPodAutoscaler", namespace).find(({ spec }) =>
        spec.scaleTargetRef?.kind === "Deployment" && spec.scaleTargetRef.name === name
      );
      const wanted = autoscaler?.spec.minReplicas ?? deployment?.spec.replicas ?? pods.length;
      if (wanted !== 1 || deployment === undefined && pods.length !== 1) continue;
      yield {
        isSilent: true,
        objects: [
          ...(deployment ? [resourceOf(deployment, "spec.replicas")] : []),
          resourceOf(gateway),
        ],
        title: `the waypoint ${namespace}/${name} has one pod, and ${services.length} ${
          services.length === 1 ? "Service depends" : "Services depend"
        } on it`,
        facts: [{
          weight: "proven",
          source: deployment ? `Deployment ${namespace}/${name}` : `pods of ${namespace}/${name}`,
          detail: autoscaler
            ? "its autoscaler may leave it one replica"
            : "one replica, not scaled",
        }],
        remedy: {
          title: "Scale the waypoint to two pods at least",
          action: `kubectl -n ${namespace} autoscale deployment ${name} --min=2 --max=5`,
        },
      };
    }
  },
});
