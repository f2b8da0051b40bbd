import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { ROUTE_KINDS } from "./_attachment.ts";
import { backends, missingService } from "./_backends.ts";

/** Every Service and port that a route sends to is there. */
export const backendNotFound = defineRule({
  code: "MM0304",
  name: "route-backend-not-found",
  title: "Route sends to a Service or port that is not there",
  severity: "error",
  since: "0.1.0",
  inputs: ["Service"],
  reads: ROUTE_KINDS,
  equivalents: ["KIA1402"],
  mode: "default",
  docs: {
    why: "istiod cannot resolve the backend: the share of requests that is meant for it gets 500.",
    remedy:
      "Correct the name or the port. The port is that of the Service, not of the pod. Without " +
      "a namespace the Service is one of the route's own namespace.",
    links: ["https://gateway-api.sigs.k8s.io/api-types/httproute/#backendrefs-optional"],
  },

  *check({ mesh }) {
    for (const { route, at, namespace, name, port, service } of mesh.once(backends)) {
      if (!service) {
        const missing = missingService(mesh, route, at, { namespace, name });
        if (missing) yield missing;
        continue;
      }
      const ports = (service.spec.ports ?? []).map((one) => one.port ?? 0);
      if (port === undefined || ports.length === 0 || ports.includes(port)) continue;
      const path = [...at, "port"];
      const [only, ...others] = ports;
      yield {
        on: route,
        at: path,
        message: `Service ${namespace}/${name} has no port ${port}, only ${ports.join(", ")}`,
        fix: only === undefined || others.length > 0
          ? undefined
          : replacement(path, only, `Send to port ${only}`),
      };
    }
  },
});
