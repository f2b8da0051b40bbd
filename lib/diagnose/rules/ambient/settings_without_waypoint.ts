import { fqdn, isWaypointGateway, type Mesh, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { hasSidecars, lacksWaypoint } from "./_without_waypoint.ts";

/** Settings for the connections to a Service have a proxy that carries them out. */
export const settingsWithoutWaypoint = defineRule({
  code: "MM1009",
  name: "settings-without-waypoint",
  title: "DestinationRule is for a Service without waypoint in ambient mode",
  severity: "warning",
  since: "0.1.0",
  inputs: ["DestinationRule", "Service", "Namespace", "Pod"],
  reads: [...WORKLOAD_KINDS, "ServiceEntry", "KubernetesGateway", "GatewayClass", "Gateway"],
  equivalents: ["KIA0210", "KIA0211"],
  mode: "default",
  docs: {
    why:
      "ztunnel reads no DestinationRule: limits of connections, outlier detection and load balancing do not act. " +
      "In a mesh without sidecars and gateways only the waypoint of the Service could carry them out.",
    remedy:
      "Put a waypoint before the Service: `istioctl waypoint apply`, `istio.io/use-waypoint`.",
    links: ["https://istio.io/latest/docs/ambient/usage/l7-features/"],
  },

  *check({ mesh }) {
    if (mesh.once(hasSidecars) || mesh.once(hasGateways)) return;
    for (const on of mesh.list("DestinationRule")) {
      const { connectionPool, outlierDetection, loadBalancer } = on.spec.trafficPolicy ?? {};
      const setting = connectionPool
        ? "connectionPool"
        : outlierDetection
        ? "outlierDetection"
        : loadBalancer
        ? "loadBalancer"
        : undefined;
      const [service] = mesh.services.declarations(fqdn(on.spec.host ?? "", on.namespace));
      if (!setting || !service || !lacksWaypoint(mesh, service)) continue;
      yield {
        on,
        at: ["spec", "trafficPolicy", setting],
        message:
          `Nothing carries ${setting} for ${service.host} out: its workloads are in ambient ` +
          "mode, and it has no waypoint",
      };
    }
  },
});

/** Whether some gateway, whose proxies read DestinationRules, is part of the mesh. */
function hasGateways(mesh: Mesh): boolean {
  return mesh.list("Gateway").length > 0 ||
    mesh.list("KubernetesGateway").some((gateway) => !isWaypointGateway(mesh, gateway));
}
