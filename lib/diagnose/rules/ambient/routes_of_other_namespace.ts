import { fqdn, gatewaysOf, waypointBindingOf, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { hasSidecars } from "./_without_waypoint.ts";

/** Routes for a Service behind a waypoint are in the Service's own namespace. */
export const routesOfOtherNamespace = defineRule({
  code: "MM1010",
  name: "routes-of-other-namespace",
  title: "Waypoint takes no VirtualService of another namespace than its Service",
  severity: "warning",
  since: "0.1.0",
  inputs: ["VirtualService", "Service", "Namespace", "Pod"],
  reads: [...WORKLOAD_KINDS, "ServiceEntry", "KubernetesGateway", "GatewayClass"],
  equivalents: ["KIA1114"],
  mode: "default",
  docs: {
    why:
      "For the hosts of a Service istiod gives a waypoint the VirtualServices of the Service's own " +
      "namespace only. In a mesh without sidecars nothing carries out those of other namespaces.",
    remedy: "Move the VirtualService to the namespace of the Service.",
    links: ["https://istio.io/latest/docs/ambient/usage/l7-features/"],
  },

  *check({ mesh }) {
    // Sidecars of callers carry out routes of every namespace.
    if (mesh.once(hasSidecars)) return;
    for (const on of mesh.list("VirtualService")) {
      if (!gatewaysOf(on).includes("mesh") || (on.spec.http ?? []).length === 0) continue;
      for (const [i, host] of (on.spec.hosts ?? []).entries()) {
        const [service] = mesh.services.declarations(fqdn(host, on.namespace));
        if (!service || service.namespace === on.namespace) continue;
        const binding = waypointBindingOf(mesh, service.resource);
        if (!binding || binding.problem !== undefined) continue;
        yield {
          on,
          at: ["spec", "hosts", i],
          message:
            `Waypoint ${formatName(binding)} takes routes for ${service.host} from namespace ` +
            `${service.namespace} only`,
        };
      }
    }
  },
});
