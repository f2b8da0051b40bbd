import { WAYPOINT_FOR, waypointTraffic } from "../../../mesh/mod.ts";
import { resourceOf } from "../../case/objects.ts";
import { defineCause } from "../../cause.ts";
import { namedBy, unusedWaypoint } from "./_waypoint_unused.ts";

/** A Service names a waypoint that is for another kind of traffic. */
export const waypointForOtherTraffic = defineCause({
  id: "MM-Z11",
  name: "waypoint-for-other-traffic",
  title: "The waypoint is not for this kind of traffic",
  category: "configuration",
  severity: "medium",
  explains: ["MM-Z07", "MM-Z08", "MM-Z09"],
  docs: {
    why:
      "istio.io/waypoint-for says whether a waypoint takes what is sent to Services (the default), to the " +
      "addresses of workloads, both, or nothing. ztunnel sends the rest past it, and its routes and policies " +
      "do not act.",
    symptom:
      "The waypoint does not log the requests; WaypointBound is False: UnsupportedTrafficType.",
    remedy: "Label the Gateway istio.io/waypoint-for: all, or service.",
    verify: "The waypoint logs the requests.",
    links: ["https://istio.io/latest/docs/ambient/usage/waypoint/#waypoint-traffic-types"],
  },

  *consider(of) {
    const binding = unusedWaypoint(of, "other traffic");
    // Calls to a pod's own address go past a waypoint for Services by design.
    if (!binding?.gateway || of.destination.service === undefined) return;
    const { gateway, namespace, name } = binding;
    const taken = waypointTraffic(of.mesh, gateway);
    yield {
      isSilent: true,
      objects: [
        resourceOf(gateway, `metadata.labels["${WAYPOINT_FOR}"]`),
        resourceOf(binding.by),
      ],
      title:
        `${namedBy(binding)} names the waypoint ${namespace}/${name}, which is for "${taken}" ` +
        "traffic: requests to the Service go past it",
      facts: [{
        weight: "proven",
        source: `Gateway ${namespace}/${name} metadata.labels`,
        detail: `${WAYPOINT_FOR} is ${taken}`,
      }],
      remedy: {
        title: "Let the waypoint take traffic of Services too",
        action: `kubectl -n ${namespace} label gateway ${name} ${WAYPOINT_FOR}=all --overwrite`,
      },
    };
  },
});
