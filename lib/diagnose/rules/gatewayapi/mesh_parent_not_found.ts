import { defineRule } from "../../analysis/rule.ts";
import { ROUTE_KINDS, routesOf } from "./_attachment.ts";
import { missingService } from "./_backends.ts";

/** Every Service for whose clients a route is written is there. */
export const meshParentNotFound = defineRule({
  code: "MM0312",
  name: "route-parent-service-not-found",
  title: "Route is for a Service or port that is not there",
  severity: "error",
  since: "0.1.0",
  inputs: ["Service"],
  reads: ROUTE_KINDS,
  mode: "default",
  docs: {
    why:
      "A route with a Service as its parent is for calls of that Service inside the mesh. Where it " +
      "is not there, or has no such port, the route has no effect.",
    remedy: "Correct the name, the namespace or the port of the `parentRef`.",
    links: ["https://gateway-api.sigs.k8s.io/mesh/"],
  },

  *check({ mesh }) {
    for (const on of mesh.once(routesOf)) {
      for (const [i, { group = "", kind, ...ref }] of (on.spec.parentRefs ?? []).entries()) {
        if (group !== "" || kind !== "Service") continue;
        const { name = "", namespace = on.namespace, port } = ref;
        const at = ["spec", "parentRefs", i];
        const service = mesh.get("Service", namespace, name);
        if (!service) {
          const missing = missingService(mesh, on, at, { namespace, name });
          if (missing) yield missing;
        } else if (port !== undefined) {
          const ports = (service.spec.ports ?? []).map((one) => one.port);
          if (ports.includes(port)) continue;
          yield {
            on,
            at: [...at, "port"],
            message: `Service ${namespace}/${name} has no port ${port}, only ${ports.join(", ")}`,
          };
        }
      }
    }
  },
});
