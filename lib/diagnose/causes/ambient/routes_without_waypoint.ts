import type { Case } from "../../../connectivity/mod.ts";
import {
  covers,
  exportedTo,
  exportTargets,
  fqdn,
  gatewaysOf,
  isHttp,
  type Mesh,
  type Resource,
  type VirtualServiceHttp,
} from "../../../mesh/mod.ts";
import { waypointOnTheWay } from "../../case/ambient.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { defineCause } from "../../cause.ts";
import { idleAuthentications } from "./_idle_authentications.ts";

/** Routes or token checks for the destination have no effect, because no waypoint is there to carry them out. */
export const routesWithoutWaypoint = defineCause({
  id: "MM-Z09",
  name: "routes-without-waypoint",
  title: "Routes or token checks for the destination have no waypoint to carry them out",
  category: "configuration",
  severity: "high",
  docs: {
    why:
      "ztunnel balances connections over the endpoints of a Service and knows nothing of HTTP. What a " +
      "VirtualService, an HTTPRoute or a RequestAuthentication says happens at the waypoint of the Service, and " +
      "where there is none nowhere.",
    symptom:
      "Weights, timeouts, retries, faults and headers do not show; requests with a bad token are answered.",
    remedy:
      "Put a waypoint before the Service: istioctl waypoint apply, and the label istio.io/use-waypoint.",
    verify: "The waypoint logs the requests.",
    links: ["https://istio.io/latest/docs/ambient/usage/l7-features/"],
  },

  *consider(of) {
    const { destination: { service, servicePort }, caller } = of;
    if (caller.dataPlane !== "ambient" || !service || waypointOnTheWay(of)) return;
    const isRouted = servicePort !== undefined &&
      (isHttp(servicePort.protocol) || servicePort.protocol === "auto");
    const idle: readonly Resource[] = [
      ...(isRouted ? [...virtualServices(of), ...httpRoutes(of.mesh, service.resource)] : []),
      ...idleAuthentications(of),
    ];
    const [first] = idle;
    if (!first) return;
    const { namespace, kind, name } = service.resource;
    yield {
      isSilent: true,
      objects: [...idle.map((each) => resourceOf(each, "spec")), resourceOf(service.resource)],
      title: `${
        idle.map((each) => label(resourceOf(each))).join(", ")
      } has no effect on requests of ` +
        `${caller.label}: no waypoint is before ${of.destination.host}`,
      facts: idle.slice(0, 5).map((each) => ({
        weight: "proven",
        source: label(resourceOf(each)),
        detail: `is for ${of.destination.host}, which has no waypoint`,
      })),
      remedy: {
        title: "Create a waypoint and enrol the Service",
        action: `istioctl waypoint apply -n ${namespace} && kubectl -n ${namespace} label ` +
          `${kind.toLowerCase()} ${name} istio.io/use-waypoint=waypoint`,
      },
    };
  },
});

/** The VirtualServices of the mesh for the destination that ask for more than what happens without them. */
function virtualServices({ mesh, destination, caller }: Case): Resource<"VirtualService">[] {
  return mesh.list("VirtualService").filter((vs) =>
    gatewaysOf(vs).includes("mesh") &&
    exportedTo(exportTargets(vs.spec.exportTo, vs.namespace), caller.namespace) &&
    (vs.spec.hosts ?? []).some((host) => covers(fqdn(host, vs.namespace), destination.host)) &&
    (vs.spec.http ?? []).some((rule) => asksForMore(rule, vs.namespace, destination.host))
  );
}

function asksForMore(rule: VirtualServiceHttp, namespace: string, host: string): boolean {
  const { name: _, route = [], match: __, ...more } = rule;
  const [only] = route;
  return Object.keys(more).length > 0 || route.length !== 1 || !only?.destination?.host ||
    only.headers !== undefined || only.destination.subset !== undefined ||
    fqdn(only.destination.host, namespace) !== host;
}

function httpRoutes(mesh: Mesh, { kind, namespace, name }: Resource): Resource<"HTTPRoute">[] {
  return mesh.list("HTTPRoute").filter((route) =>
    (route.spec.parentRefs ?? []).some((parent) =>
      parent.kind === kind && parent.name === name &&
      (parent.namespace ?? route.namespace) === namespace
    )
  );
}
