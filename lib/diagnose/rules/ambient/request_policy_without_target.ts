import { isWaypointGateway, type Mesh, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { isForAmbientOnly, isTargeted } from "./_selected.ts";

const KINDS = ["RequestAuthentication", "WasmPlugin", "Telemetry"] as const;

/** What configures proxies names a waypoint where there are no other proxies. */
export const requestPolicyWithoutTarget = defineRule({
  code: "MM1005",
  name: "request-policy-without-target",
  title: "Policy for requests selects workloads in ambient mode",
  severity: "warning",
  since: "0.1.0",
  inputs: [...KINDS, "Namespace", "Pod", "KubernetesGateway"],
  reads: [...WORKLOAD_KINDS, "GatewayClass"],
  equivalents: ["KIA1110", "KIA1111", "KIA1112", "KIA1115", "KIA1116", "KIA1117"],
  mode: "default",
  docs: {
    why:
      "Workloads in ambient mode have no proxy of their own, and ztunnel reads none of these: tokens are not " +
      "checked, plugins do not run. Waypoints read what names them or their Services in `targetRefs`.",
    remedy:
      "Put a waypoint before the Service, and name the Service or the waypoint in `targetRefs`.",
    links: ["https://istio.io/latest/docs/ambient/usage/l7-features/"],
  },

  *check({ mesh }) {
    const waypoints = mesh.once(namespacesWithWaypoint);
    for (const kind of KINDS) {
      for (const on of mesh.list(kind)) {
        const hasSelector = Object.keys(on.spec.selector?.matchLabels ?? {}).length > 0;
        // Waypoints take the Telemetry of their whole namespace, and everybody that of the root namespace.
        const isForAll = kind === "Telemetry" && !hasSelector &&
          (waypoints.has(on.namespace) || on.namespace === mesh.config.rootNamespace);
        if (isTargeted(on) || isForAll || !isForAmbientOnly(mesh, on)) continue;
        yield {
          on,
          at: hasSelector ? ["spec", "selector"] : [],
          message:
            `The ${kind} is for workloads in ambient mode, which have no proxy to carry it ` +
            "out, and names no waypoint",
        };
      }
    }
  },
});

function namespacesWithWaypoint(mesh: Mesh): ReadonlySet<string> {
  return new Set(
    mesh.list("KubernetesGateway").filter((gateway) => isWaypointGateway(mesh, gateway))
      .map(({ namespace }) => namespace),
  );
}
