import { defineRule, type RuleMesh } from "../../analysis/rule.ts";
import type { Fix } from "../../../core/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { intendedHost } from "../_hosts.ts";
import { type Routed, routedDestinations } from "./_routes.ts";
import { removalOfDestination } from "./_weights.ts";

/** Every host that a VirtualService routes to, or mirrors to, is served by a Service or a ServiceEntry. */
export const destinationHostNotFound = defineRule({
  code: "IST0101",
  name: "destination-host-not-found",
  title: "Route destination does not exist",
  severity: "error",
  since: "0.1.0",
  inputs: ["VirtualService", "Service", "ServiceEntry"],
  equivalents: ["KIA1101"],
  peer: "virtualservice.DestinationHostAnalyzer",
  docs: {
    why: "istiod builds no cluster for a host that nothing serves. Every request on the route " +
      "fails with 503 and the response flag NC. A short name means a service in the namespace of " +
      "the VirtualService, not in that of the caller.",
    remedy:
      "Correct the host, write it fully qualified if the service lives in another namespace, " +
      "or add a ServiceEntry if it is outside the mesh.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination",
    ],
  },

  *check({ mesh }) {
    for (const to of mesh.once(routedDestinations)) {
      if (to.ports) continue;
      yield {
        on: to.vs,
        at: [...to.path, "host"],
        message: `Referenced ${to.isMirror ? "mirror host" : "host"} not found: "${to.host}"`,
        fix: cureOf(mesh, to),
      };
    }
  },
});

function cureOf(mesh: RuleMesh<"Service">, { vs, host, path }: Routed): Fix | undefined {
  const intended = intendedHost(mesh, host, vs.namespace);
  return intended === undefined
    ? removalOfDestination(vs, path)
    : replacement([...path, "host"], intended, `Route to "${intended}"`);
}
