import { edit, resourceOf } from "../../case/objects.ts";
import { changing } from "../../case/cure.ts";
import { defineCause } from "../../cause.ts";
import { namedBy, unusedWaypoint } from "./_waypoint_unused.ts";

/** A Service names a waypoint of another namespace that does not take it. */
export const waypointNotAllowed = defineCause({
  id: "MM-Z12",
  name: "waypoint-not-allowed",
  title: "The waypoint of another namespace does not take the destination",
  category: "configuration",
  severity: "medium",
  explains: ["MM-Z07", "MM-Z08", "MM-Z09"],
  docs: {
    why:
      "A waypoint serves its own namespace. Others must be admitted by allowedRoutes of its HBONE listener; " +
      "istiod ignores the label of those that are not, and requests go past the waypoint.",
    symptom: "The waypoint does not log the requests; WaypointBound is False: AttachmentDenied.",
    remedy: "Admit the namespace in allowedRoutes of the listener on port 15008.",
    verify: "The waypoint logs the requests.",
    links: ["https://istio.io/latest/docs/ambient/usage/waypoint/#cross-namespace"],
  },

  *consider(of) {
    const binding = unusedWaypoint(of, "not allowed");
    if (!binding?.gateway) return;
    const { gateway, namespace, name } = binding;
    const home = of.destination.service?.namespace ?? of.destination.pods[0]?.namespace ?? "";
    const index = (gateway.spec.listeners ?? []).findIndex(({ protocol }) => protocol === "HBONE");
    const object = resourceOf(
      gateway,
      index < 0 ? "spec.listeners" : `spec.listeners[${index}].allowedRoutes`,
    );
    yield {
      isSilent: true,
      objects: [object, resourceOf(binding.by)],
      title: `${namedBy(binding)} names the waypoint ${namespace}/${name}, which does not admit ` +
        `namespace ${home}`,
      facts: [{
        weight: "proven",
        source: `Gateway ${namespace}/${name} spec.listeners`,
        detail: `allowedRoutes of the HBONE listener leave ${home} out`,
      }],
      remedy: {
        title: `Admit namespace ${home}`,
        ...(index < 0 ? { action: edit(object) } : changing(gateway, [{
          op: "add",
          path: `/spec/listeners/${index}/allowedRoutes`,
          value: {
            namespaces: {
              from: "Selector",
              selector: { matchLabels: { "kubernetes.io/metadata.name": home } },
            },
          },
        }])),
      },
    };
  },
});
