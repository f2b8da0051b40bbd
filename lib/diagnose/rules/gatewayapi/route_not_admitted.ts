import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { admits, attachments, PARENT_KINDS, ROUTE_KINDS } from "./_attachment.ts";

/** The listeners to which a route attaches admit routes of its namespace. */
export const routeNotAdmitted = defineRule({
  code: "MM0302",
  name: "route-not-admitted",
  title: "No listener of the Gateway admits routes of this namespace",
  severity: "error",
  since: "0.1.0",
  inputs: ["KubernetesGateway"],
  reads: [...ROUTE_KINDS, ...PARENT_KINDS, "Namespace"],
  mode: "default",
  docs: {
    why:
      "A listener admits routes of the Gateway's own namespace only, unless its `allowedRoutes` " +
      "say otherwise. A route that is not admitted is ignored, and requests for it get 404.",
    remedy:
      "Set `allowedRoutes.namespaces.from` of the listener to `All`, or to `Selector` with a " +
      "label of the route's namespace.",
    links: ["https://gateway-api.sigs.k8s.io/guides/multiple-ns/"],
  },

  *check({ mesh }) {
    for (const { route, at, gateway, listeners } of mesh.once(attachments)) {
      if (!gateway || listeners.length === 0) continue;
      if (listeners.some((listener) => admits(mesh, listener, gateway, route))) continue;
      const names = listeners.map(({ name }) => name).join(", ");
      yield {
        on: route,
        at,
        message: `${gateway.kind} ${formatName(gateway)} does not admit routes of namespace ` +
          `${route.namespace}: see allowedRoutes of its listeners ${names}`,
      };
    }
  },
});
