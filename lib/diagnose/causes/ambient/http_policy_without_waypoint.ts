import { waypointOnTheWay } from "../../case/ambient.ts";
import { resourceOf } from "../../case/objects.ts";
import { patchOf } from "../../case/patch.ts";
import { defineCause } from "../../cause.ts";
import { httpPoliciesAtZtunnel } from "./_http_policies.ts";

/** A policy with HTTP attributes is enforced by ztunnel, because no waypoint is there to do it. */
export const httpPolicyWithoutWaypoint = defineCause({
  id: "MM-Z07",
  name: "http-policy-without-waypoint",
  title: "A policy with HTTP attributes has no waypoint to enforce it",
  category: "security",
  severity: "high",
  explains: ["MM-Z13", "MM-A01", "MM-A02", "MM-A06"],
  docs: {
    why:
      "ztunnel knows connections, not requests. It leaves out ALLOW rules with methods, paths, headers or " +
      "tokens, so that nothing is allowed, and applies DENY rules without them, so that everything is denied.",
    symptom:
      "Connections are reset; the server's ztunnel logs: allow policies exist, but none allowed; the policy's " +
      "condition ZtunnelAccepted says UnsupportedValue.",
    remedy: "Put a waypoint before the Service, and attach the policy to it with targetRefs.",
    verify: "The waypoint logs the requests, those that are refused with 403.",
    links: ["https://istio.io/latest/docs/ambient/usage/l7-features/"],
  },

  *consider(of) {
    const found = waypointOnTheWay(of) ? undefined : httpPoliciesAtZtunnel(of);
    if (!found) return;
    const objects = found.policies.map((policy) => resourceOf(policy, "spec.rules"));
    const names = objects.map(({ namespace, name }) => `${namespace}/${name}`).join(", ");
    const service = of.destination.service?.resource;
    const home = service?.namespace ?? objects[0]!.namespace;
    yield {
      objects: [...objects, ...(service ? [resourceOf(service)] : [])],
      title: `AuthorizationPolicy ${names} has HTTP attributes, which ztunnel cannot enforce: ` +
        `no waypoint is before ${of.destination.host}`,
      facts: found.facts,
      remedy: {
        title: "Create a waypoint, enrol the Service, and attach the policy with targetRefs",
        action: `istioctl waypoint apply -n ${home} --enroll-namespace`,
        ...(service
          ? {
            patch: patchOf({
              spec: { targetRefs: [{ group: "", kind: service.kind, name: service.name }] },
            }),
          }
          : {}),
      },
    };
  },
});
