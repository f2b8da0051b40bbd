import { defineCause } from "../../cause.ts";
import { missingCluster } from "../../missing_cluster.ts";
import { resourceOf } from "../../objects.ts";
import { destinationInRoute, destinationOf, virtualServiceOf } from "../../routes.ts";

/** A route names a port that the service does not have. */
export const portNotOnService = defineCause({
  id: "MM-R33",
  name: "route-port-not-on-service",
  title: "A route names a port that the service does not have",
  category: "configuration",
  severity: "critical",
  docs: {
    why:
      "istiod makes one Envoy cluster per port of the service. A route to another port leads to a " +
      "cluster that is not there.",
    symptom: "503 NC cluster_not_found at the caller's proxy.",
    remedy: "Correct destination.port.number, or add the port to the Service.",
    verify: "NC lines stop.",
  },

  *consider(of) {
    for (const { parsed, facts } of missingCluster(of)) {
      const [service] = of.mesh.services.declarations(parsed.host);
      if (!service || service.ports.some(({ port }) => port === parsed.port)) continue;
      const vs = virtualServiceOf(of);
      // Without a port in the route the port of the listener stands in: another cause.
      if (vs && destinationOf(vs, parsed)?.port === undefined && service.ports.length > 1) continue;
      const [route] = destinationInRoute(of, parsed, "port");
      const ports = service.ports.map(({ port }) => port).join(", ");
      yield {
        objects: [...(route ? [route] : []), resourceOf(service.resource, "spec.ports")],
        title: `the route sends to port ${parsed.port} of ${parsed.host}, which has only ${ports}`,
        facts,
        remedy: {
          title: `Route to port ${ports}`,
          ...(route
            ? {
              action:
                `kubectl -n ${route.namespace} edit ${route.kind.toLowerCase()} ${route.name}`,
            }
            : {}),
        },
      };
    }
  },
});
