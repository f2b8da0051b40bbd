import { setting } from "../../case/cure.ts";
import { missingCluster } from "../../case/missing_cluster.ts";
import { resourceOf } from "../../case/objects.ts";
import { destinationInRoute, destinationOf, virtualServiceOf } from "../../case/routes.ts";
import { defineCause } from "../../cause.ts";

/** A destination without a port only works where the service has a single port. */
export const portMissingForMultiPortService = defineCause({
  id: "MM-R11",
  name: "port-missing-for-multi-port-service",
  title: "A route names no port of a service that has several",
  category: "configuration",
  severity: "high",
  explains: ["MM-R33"],
  docs: {
    why:
      "Where a destination names no port and the service has several, istiod takes the port of the " +
      "listener. The service rarely has that port, so the route leads to no cluster.",
    symptom: "503 NC cluster_not_found at the caller's proxy or gateway.",
    remedy: "Name destination.port.number.",
    verify: "NC lines stop.",
  },

  *consider(of) {
    const vs = virtualServiceOf(of);
    if (!vs) return;
    for (const { parsed, facts } of missingCluster(of)) {
      const [service] = of.mesh.services.declarations(parsed.host);
      if (!service || service.ports.length < 2) continue;
      if (service.ports.some(({ port }) => port === parsed.port)) continue;
      if (destinationOf(vs, parsed)?.port !== undefined) continue;
      const ports = service.ports.map(({ port }) => port);
      const [object] = destinationInRoute(of, parsed, "port");
      yield {
        objects: [
          ...(object ? [object] : []),
          resourceOf(service.resource, "spec.ports"),
        ],
        title:
          `VirtualService ${vs.namespace}/${vs.name} names no port of ${parsed.host}, which has ` +
          `${ports.join(" and ")}; istiod took ${parsed.port}`,
        facts,
        remedy: {
          title: `Name the port, such as destination.port.number: ${ports[0]}`,
          ...(object?.path ? setting(vs, object.path, { number: ports[0] }) : {}),
        },
      };
    }
  },
});
