import type { Mesh } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { attachments, GATEWAY_API, PARENT_KINDS, type Route, ROUTE_KINDS } from "./_attachment.ts";
import { backends } from "./_backends.ts";
import { grant, isGranted } from "./_grants.ts";

/** Routes of gateways send to Services of other namespaces only where those agree. */
export const backendNotGranted = defineRule({
  code: "MM0305",
  name: "route-backend-not-granted",
  title: "Route sends to another namespace without its ReferenceGrant",
  severity: "error",
  since: "0.1.0",
  inputs: ["Service", "ReferenceGrant", "KubernetesGateway"],
  reads: [...ROUTE_KINDS, ...PARENT_KINDS],
  mode: "default",
  docs: {
    why: "A route of a gateway may send to a Service of another namespace only where a " +
      "ReferenceGrant of that namespace says so. Without one the share of requests that is meant " +
      "for it gets 500.",
    remedy:
      "Create a ReferenceGrant in the namespace of the Service, from the kind and namespace " +
      "of the route to kind Service.",
    links: ["https://gateway-api.sigs.k8s.io/api-types/referencegrant/"],
  },

  *check({ mesh }) {
    const ofGateways = mesh.once(routesOfGateways);
    for (const { route, at, service } of mesh.once(backends)) {
      if (!service || !ofGateways.has(route)) continue;
      const { kind, namespace } = route;
      const from = { group: GATEWAY_API, kind, namespace };
      if (isGranted(mesh, from, service)) continue;
      yield {
        on: route,
        at,
        message: `No ReferenceGrant lets ${kind} objects of namespace ${namespace} send to ` +
          `Service ${formatName(service)}`,
        fix: grant(mesh, from, service),
      };
    }
  },
});

/** Inside the mesh no grant is asked for. */
function routesOfGateways(mesh: Mesh): ReadonlySet<Route> {
  return new Set(mesh.once(attachments).map(({ route }) => route));
}
