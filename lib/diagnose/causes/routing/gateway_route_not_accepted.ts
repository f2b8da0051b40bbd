import { overlaps } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { conditionsOf } from "../../case/gateway_routes.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** A Gateway API route for the host is not accepted by its Gateway. */
export const gatewayRouteNotAccepted = defineCause({
  id: "MM-R18",
  name: "gateway-route-not-accepted",
  title: "The Gateway does not accept the route",
  category: "configuration",
  severity: "high",
  explains: ["MM-G01", "MM-R13"],
  docs: {
    why:
      "A route acts only where a listener of its parent Gateway accepts it: the listener must exist, " +
      "allow the route's namespace and kind, and share a hostname with it.",
    symptom: "404 NR at the gateway; the route's Accepted condition is False with the reason.",
    remedy: "Correct parentRefs, sectionName, hostnames, or the listener's allowedRoutes.",
    verify: "The Accepted condition turns True.",
    links: ["https://gateway-api.sigs.k8s.io/concepts/api-overview/#attaching-routes-to-gateways"],
  },

  *consider(of) {
    if (of.walk.verdict === "forward") return;
    const asked = of.question.target.host;
    const routes = [...of.mesh.list("HTTPRoute"), ...of.mesh.list("GRPCRoute")];
    for (const route of routes) {
      const hostnames = route.spec.hostnames ?? [];
      if (!hostnames.some((hostname) => overlaps(hostname, asked))) continue;
      const refused = conditionsOf(route).find((c) =>
        c.type === "Accepted" && c.status === "False"
      );
      const parents = route.status.parents ?? [];
      if (!refused && parents.length > 0) continue;
      const gateways = (route.spec.parentRefs ?? []).map(({ name, namespace }) => ({
        kind: "Gateway",
        namespace: namespace ?? route.namespace,
        name: name ?? "",
      }));
      const object = resourceOf(
        route,
        refused?.reason === "NoMatchingListenerHostname" ? "spec.hostnames" : "spec.parentRefs",
      );
      yield {
        objects: [object, ...gateways],
        title: `${route.kind} ${route.namespace}/${route.name} is not accepted: ${
          refused
            ? `${refused.reason} ${refused.message ?? ""}`.trim()
            : "no Gateway has taken it up"
        }`,
        facts: [
          {
            weight: "proven",
            source: `${route.kind} ${route.namespace}/${route.name} status.parents`,
            detail: refused
              ? `Accepted is False: ${refused.reason}`
              : "no parent reports on the route",
          },
          ...logged(of, { side: "client", flags: ["NR"] }),
        ],
        remedy: { title: "Make the route and the listener agree", action: edit(object) },
      };
    }
  },
});
