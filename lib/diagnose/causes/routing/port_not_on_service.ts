import type { Case } from "../../../connectivity/mod.ts";
import { defineCause, type Hypothesis } from "../../cause.ts";
import { missingCluster } from "../../case/missing_cluster.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import {
  destinationInRoute,
  destinationOf,
  routeSource,
  virtualServiceOf,
} from "../../case/routes.ts";
import { logged } from "../../case/signs.ts";

/** A route names a port that the service does not have. */
export const portNotOnService = defineCause({
  id: "MM-R33",
  name: "route-port-not-on-service",
  title: "A route names a port that the service does not have",
  category: "configuration",
  severity: "critical",
  explains: ["MM-C12", "MM-C09", "MM-C46", "MM-C52", "MM-C53"],
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
          ...(route ? { action: edit(route) } : {}),
        },
      };
    }
    yield* otherPort(of);
  },
});

/** The route leads to a port of the service that is not the one asked for, and requests fail there. */
function* otherPort(of: Case): Iterable<Hypothesis> {
  const { service, port } = of.destination;
  if (of.caller.isExternal || !service || port === undefined) return;
  for (const { parsed, isDefined } of of.walk.targets) {
    if (!parsed || !isDefined || parsed.host !== service.host || parsed.port === port) continue;
    const [route] = destinationInRoute(of, parsed, "port");
    const failed = of.exchanges.filter(({ isFailure }) => isFailure);
    if (!route || failed.length === 0) continue;
    yield {
      objects: [route, resourceOf(service.resource, "spec.ports")],
      title: `the route sends requests for port ${port} of ${parsed.host} to port ${parsed.port}`,
      facts: [
        {
          weight: "proven",
          source: routeSource(of),
          detail: `the route's cluster is of port ${parsed.port}, the request is for port ${port}`,
        },
        ...logged(of, { side: "client" }).map((fact) => ({ ...fact, explains: failed })),
      ],
      remedy: { title: `Route to port ${port}`, action: edit(route) },
    };
  }
}
