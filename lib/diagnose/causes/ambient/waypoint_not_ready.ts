import type { Case } from "../../../connectivity/mod.ts";
import {
  isReady,
  isWaypointGateway,
  USE_WAYPOINT,
  type WaypointBinding,
  waypointPods,
} from "../../../mesh/mod.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause, type Hypothesis } from "../../cause.ts";
import { namedBy, unusedWaypoint } from "./_waypoint_unused.ts";

/** The waypoint that a Service names is not there, or not ready. */
export const waypointNotReady = defineCause({
  id: "MM-Z06",
  name: "waypoint-not-ready",
  title: "The waypoint that the destination names is missing or not ready",
  category: "configuration",
  severity: "critical",
  explains: ["MM-Z07", "MM-Z08", "MM-Z09", "MM-Z13", "MM-Z15", "MM-C01"],
  docs: {
    why:
      "istiod puts a waypoint before a Service once the Gateway has an address, that is a ready pod. Until then " +
      "ztunnel sends requests straight to the pods, past routes and policies of HTTP; once it had an address, " +
      "requests wait for a pod of it in vain.",
    symptom:
      "No waypoint in the way of requests, or ztunnel logs unknown waypoint or no healthy upstream; the " +
      "Gateway's Programmed condition is False, the Service's istio.io/WaypointBound too.",
    remedy: "Create the Gateway (istioctl waypoint apply), or make its pods ready.",
    verify: "kubectl get gateway shows PROGRAMMED True; the waypoint logs the requests.",
    links: ["https://istio.io/latest/docs/ambient/usage/waypoint/"],
  },

  *consider(of) {
    const binding = unusedWaypoint(of, "missing", "not ready");
    if (binding) {
      // What was not read may well be there.
      if (binding.gateway || areGatewaysKnown(of)) yield unused(of, binding);
      return;
    }
    yield* withoutPods(of);
  },
});

const UNKNOWN = /unknown waypoint/;

function unused(of: Case, binding: WaypointBinding): Hypothesis {
  const { name, namespace, gateway, by } = binding;
  const programmed = gateway?.status.conditions?.find(({ type }) => type === "Programmed");
  const state = gateway
    ? `has no address yet${programmed?.message ? `: ${programmed.message}` : ""}`
    : "does not exist";
  const failing = logged(of, { transport: UNKNOWN });
  return {
    isSilent: failing.length === 0,
    ...(failing.length === 0 ? { severity: "high" as const } : {}),
    objects: [
      gateway ? resourceOf(gateway, "status") : { kind: "Gateway", namespace, name },
      resourceOf(by, `metadata.labels["${USE_WAYPOINT}"]`),
    ],
    title: `${namedBy(binding)} names the waypoint ${namespace}/${name}, which ${state}`,
    facts: [
      {
        weight: "proven",
        source: gateway ? `Gateway ${namespace}/${name} status` : namedBy(binding),
        detail: `${USE_WAYPOINT} is ${name}; the Gateway ${namespace}/${name} ${state}`,
      },
      ...failing,
    ],
    remedy: {
      title: gateway ? "Make the waypoint ready" : "Create the waypoint, or take the label away",
      action: gateway
        ? `kubectl -n ${namespace} describe gateway ${name}`
        : `istioctl waypoint apply -n ${namespace} --name ${name}`,
    },
  };
}

/** A waypoint that istiod uses, although none of its pods is ready any more. */
function* withoutPods(of: Case): Iterable<Hypothesis> {
  const { mesh, caller, waypoint } = of;
  const gateway = waypoint?.problem === undefined ? waypoint?.gateway : undefined;
  if (caller.dataPlane !== "ambient" || !gateway) return;
  const { namespace, name } = gateway;
  const pods = waypointPods(mesh, gateway);
  if (pods.some(isReady) || (gateway.status.addresses ?? []).length === 0) return;
  // Waypoints of others may run where their name does not tell, and not all pods may have been read.
  const areKnown = isWaypointGateway(mesh, gateway) && mesh.list("Pod", namespace).length > 0;
  if (pods.length === 0 && !areKnown) return;
  const state = pods.length === 0 ? "has no pods" : `has no ready pod among ${pods.length}`;
  yield {
    objects: [resourceOf(gateway), ...pods.map((pod) => resourceOf(pod))],
    title: `the waypoint ${namespace}/${name} ${state}, and all requests go to it`,
    facts: [
      {
        weight: "proven",
        source: `Gateway ${namespace}/${name}`,
        detail: `it has an address and ${state}`,
      },
      ...logged(of, {
        side: "client",
        transport: /no healthy upstream|unknown waypoint|refused|timed out|deadline/i,
      }),
    ],
    remedy: {
      title: "Make a pod of the waypoint ready",
      action: `kubectl -n ${namespace} describe deployment ${name}`,
    },
  };
}

function areGatewaysKnown({ mesh }: Case): boolean {
  return !mesh.gaps.some(({ what }) => /^gateways\.gateway\.networking/.test(what));
}
