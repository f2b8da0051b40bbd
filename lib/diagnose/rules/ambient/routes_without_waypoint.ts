import { fqdn, gatewaysOf, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { hasSidecars, lacksWaypoint } from "./_without_waypoint.ts";

/** Routes inside the mesh are for Services that have a proxy before them. */
export const routesWithoutWaypoint = defineRule({
  code: "MM1006",
  name: "routes-without-waypoint",
  title: "HTTP routes are for a Service without waypoint in ambient mode",
  severity: "warning",
  since: "0.1.0",
  inputs: ["VirtualService", "Service", "Namespace", "Pod"],
  reads: [...WORKLOAD_KINDS, "ServiceEntry", "KubernetesGateway", "GatewayClass"],
  equivalents: ["KIA1109", "KIA1113"],
  mode: "default",
  docs: {
    why:
      "ztunnel balances connections over the endpoints of a Service and knows no routes. In a mesh without " +
      "sidecars only the waypoint of the Service could carry them out.",
    remedy:
      "Put a waypoint before the Service: `istioctl waypoint apply`, `istio.io/use-waypoint`.",
    links: ["https://istio.io/latest/docs/ambient/usage/l7-features/"],
  },

  *check({ mesh }) {
    // Sidecars of other callers carry the routes out.
    if (mesh.once(hasSidecars)) return;
    for (const on of mesh.list("VirtualService")) {
      if (!gatewaysOf(on).includes("mesh") || (on.spec.http ?? []).length === 0) continue;
      for (const [i, host] of (on.spec.hosts ?? []).entries()) {
        const [service] = mesh.services.declarations(fqdn(host, on.namespace));
        if (!service || !lacksWaypoint(mesh, service)) continue;
        yield {
          on,
          at: ["spec", "hosts", i],
          message:
            `Nothing carries the routes for ${service.host} out: its workloads are in ambient ` +
            "mode, and it has no waypoint",
        };
      }
    }
  },
});
