import type { ResourceRef } from "../../../core/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { waypointOnTheWay } from "../../case/ambient.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { changing, together } from "../../case/cure.ts";
import { defineCause, type Fact, type Remedy } from "../../cause.ts";
import { httpPoliciesAtZtunnel } from "./_http_policies.ts";
import { idleAuthentications } from "./_idle_authentications.ts";

/** A policy for requests selects the pods behind a waypoint, which only reads policies that name it. */
export const selectorBehindWaypoint = defineCause({
  id: "MM-Z08",
  name: "selector-behind-waypoint",
  title: "A policy for requests selects pods instead of naming the waypoint",
  category: "configuration",
  severity: "high",
  explains: ["MM-Z13", "MM-A01", "MM-A02"],
  docs: {
    why:
      "A waypoint gets the policies whose targetRefs name it or its Services. One with a selector goes to the " +
      "ztunnel of the pods, which cannot look at requests: ALLOW rules with HTTP attributes allow nothing there, " +
      "and tokens are not checked.",
    symptom:
      "503 at the waypoint and policy rejection at the server's ztunnel; or requests without a valid token pass.",
    remedy: "Replace the selector by targetRefs that name the Service or the Gateway.",
    verify:
      "istioctl proxy-config listener of the waypoint shows the filter; refused requests get 401 or 403.",
    links: [
      "https://istio.io/latest/docs/ambient/usage/l7-features/#targeting-policies-or-routing-rules",
    ],
  },

  *consider(of) {
    if (!waypointOnTheWay(of)) return;
    const refusing = httpPoliciesAtZtunnel(of);
    const idle = refusing ? [] : idleAuthentications(of);
    const policies: readonly Resource[] = refusing?.policies ?? idle;
    const [first] = policies;
    if (!first) return;
    const service = of.destination.service?.resource;
    const objects = policies.map((policy) => resourceOf(policy, "spec.selector"));
    const names = policies.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`);
    yield {
      isSilent: !refusing,
      objects: [...objects, ...(service ? [resourceOf(service)] : [])],
      title: `${names.join(", ")} selects pods, and the waypoint before them does not read it`,
      facts: refusing?.facts ?? idle.map(idleFact),
      remedy: {
        title: "Replace the selector by targetRefs",
        ...(service
          ? together(policies.map((policy) => attachedTo(policy, service)))
          : { action: edit(objects[0]!) }),
      },
    };
  },
});

function idleFact({ namespace, name }: Resource<"RequestAuthentication">): Fact {
  return {
    weight: "proven",
    source: `RequestAuthentication ${namespace}/${name} spec.selector`,
    detail: "selects pods in ambient mode, where only a waypoint could check tokens",
  };
}

/** The part of a remedy that attaches a policy to a service instead of pods. */
function attachedTo(policy: Resource, { kind, name }: ResourceRef): Pick<Remedy, "action" | "fix"> {
  const group = kind === "Service" ? "" : "networking.istio.io";
  return changing(policy, [
    { op: "remove", path: "/spec/selector" },
    { op: "add", path: "/spec/targetRefs", value: [{ group, kind, name }] },
  ]);
}
