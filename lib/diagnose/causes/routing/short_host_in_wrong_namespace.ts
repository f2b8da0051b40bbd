import { parseServiceHost } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { missingCluster } from "../../case/missing_cluster.ts";
import { destinationInRoute, destinationOf, virtualServiceOf } from "../../case/routes.ts";

/** A short host in a VirtualService means the service of that name in the VirtualService's namespace. */
export const shortHostInWrongNamespace = defineCause({
  id: "MM-R10",
  name: "short-host-in-wrong-namespace",
  title: "A short host resolves to the namespace of its writer",
  category: "configuration",
  severity: "high",
  explains: ["MM-R32"],
  docs: {
    why:
      "istiod completes a host without dots with the namespace of the object that names it, not with " +
      "that of the service or of the caller. The name then means a service that is not there.",
    symptom: "503 NC cluster_not_found; the route's cluster names the VirtualService's namespace.",
    remedy: "Write the fully qualified host.",
    verify: "The route's cluster names the service's namespace, and NC lines stop.",
  },

  *consider(of) {
    const vs = virtualServiceOf(of);
    if (!vs) return;
    for (const { parsed, facts } of missingCluster(of)) {
      const written = destinationOf(vs, parsed)?.host;
      const meant = parseServiceHost(parsed.host);
      if (!written || written.includes(".") || !meant) continue;
      if (of.mesh.services.declarations(parsed.host).length > 0) continue;
      const namesakes = of.mesh.list("Service").filter((s) => s.name === meant.name);
      const [right] = namesakes;
      if (!right) continue;
      yield {
        objects: destinationInRoute(of, parsed, "host"),
        title: `VirtualService ${vs.namespace}/${vs.name} routes to "${written}", which means ` +
          `${parsed.host}; the service is in namespace ${right.namespace}`,
        facts,
        remedy: {
          title: `Write ${right.name}.${right.namespace}.svc.cluster.local`,
          action: `kubectl -n ${vs.namespace} edit virtualservice ${vs.name}`,
        },
      };
    }
  },
});
