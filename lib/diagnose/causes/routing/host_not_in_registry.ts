import { nearest } from "../../../core/mod.ts";
import { setting } from "../../case/cure.ts";
import { missingCluster } from "../../case/missing_cluster.ts";
import { edit } from "../../case/objects.ts";
import { destinationInRoute, virtualServiceOf } from "../../case/routes.ts";
import { defineCause } from "../../cause.ts";

/** A route sends requests to a host that neither a Service nor a ServiceEntry declares. */
export const hostNotInRegistry = defineCause({
  id: "MM-R32",
  name: "route-host-not-in-registry",
  title: "A route names a host that no registry knows",
  category: "configuration",
  severity: "critical",
  provenByAbsenceOf: ["Service", "ServiceEntry"],
  docs: {
    why:
      "istiod makes Envoy clusters only for hosts that a Service or ServiceEntry declares. A route " +
      "to another host leads to a cluster that is not there, and the proxy answers 503 itself.",
    symptom: "503 with flag NC and details cluster_not_found at the caller's proxy.",
    remedy:
      "Correct the host, create the Service, or declare an external host with a ServiceEntry.",
    verify: "NC lines stop, and the proxy's cluster list shows the host.",
  },

  *consider(of) {
    for (const { target, parsed, facts } of missingCluster(of)) {
      if (of.walk.routeObject?.kind !== "VirtualService") continue;
      if (of.mesh.services.declarations(parsed.host).length > 0) continue;
      const vs = of.walk.routeObject;
      const resource = virtualServiceOf(of);
      const likely = nearest(parsed.host, of.mesh.services.all.map(({ host }) => host));
      const [object] = destinationInRoute(of, parsed, "host");
      yield {
        objects: object ? [object] : [],
        title:
          `VirtualService ${vs.namespace}/${vs.name} routes to ${parsed.host}, which no Service ` +
          "or ServiceEntry declares",
        facts,
        remedy: {
          title: likely
            ? `Route to ${likely} instead`
            : `Declare ${parsed.host} or correct the host`,
          ...(likely && resource && object?.path
            ? setting(resource, object.path, likely)
            : { action: edit(vs) }),
        },
        description: `Envoy cluster ${target.name} does not exist.`,
      };
    }
  },
});
