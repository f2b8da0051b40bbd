import {
  destinationsOf,
  fqdn,
  gatewaysOf,
  isWaypointGateway,
  type Mesh,
  type Resource,
} from "../../../mesh/mod.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { definePostureCause } from "../../security/case.ts";
import { servicesByWaypoint } from "./_waypoints.ts";

const INGRESS_USE_WAYPOINT = "istio.io/ingress-use-waypoint";

type Policy = Resource<"AuthorizationPolicy"> | Resource<"RequestAuthentication">;

/** Requests that come in through a gateway go past the waypoint whose policies are meant for all. */
export const ingressBypassesWaypoint = definePostureCause({
  id: "MM-Z10",
  name: "ingress-bypasses-waypoint",
  title: "Requests from an ingress gateway go past the waypoint and its policies",
  category: "security",
  severity: "high",
  docs: {
    why:
      "Gateways send to pods directly, unless the Service says otherwise. What a waypoint enforces for the " +
      "Service holds for callers inside of the mesh only: from outside it can be walked around.",
    symptom:
      "The gateway's endpoints are the pods; the waypoint does not log requests from outside.",
    remedy:
      "Label the Service or its namespace istio.io/ingress-use-waypoint: true, or attach the policy " +
      "to the gateway too.",
    verify: "The waypoint logs requests from the gateway.",
    links: ["https://istio.io/latest/docs/ambient/usage/waypoint/"],
  },

  *consider({ mesh }) {
    const routed = mesh.once(hostsBehindGateways);
    for (const [gateway, services] of mesh.once(servicesByWaypoint)) {
      for (const service of services) {
        const host = `${service.name}.${service.namespace}.svc.cluster.local`;
        const by = routed.get(host);
        const policies = by && !usesWaypoint(mesh, service)
          ? policiesAt(mesh, gateway, service)
          : [];
        if (!by || policies.length === 0) continue;
        const names = policies.map((policy) => label(resourceOf(policy))).join(", ");
        yield {
          isSilent: true,
          objects: [
            resourceOf(service, `metadata.labels["${INGRESS_USE_WAYPOINT}"]`),
            ...policies.map((policy) => resourceOf(policy)),
            resourceOf(by),
          ],
          title:
            `${
              label(resourceOf(by))
            } lets requests in to ${service.namespace}/${service.name} past ` +
            `the waypoint, where ${names} would be enforced`,
          facts: [
            {
              weight: "proven",
              source: `Service ${service.namespace}/${service.name} metadata.labels`,
              detail: `${INGRESS_USE_WAYPOINT} is not true there or at the namespace`,
            },
            { weight: "proven", source: label(resourceOf(by)), detail: `routes to ${host}` },
          ],
          remedy: {
            title: "Send requests from gateways through the waypoint too",
            action: `kubectl -n ${service.namespace} label service ${service.name} ` +
              `${INGRESS_USE_WAYPOINT}=true`,
          },
        };
      }
    }
  },
});

function usesWaypoint(mesh: Mesh, service: Resource<"Service">): boolean {
  const own = service.labels[INGRESS_USE_WAYPOINT];
  const inherited = mesh.get("Namespace", "", service.namespace)?.labels[INGRESS_USE_WAYPOINT];
  return (own ?? inherited) === "true";
}

/** The policies that a waypoint enforces for a Service: they name the one or the other. */
function policiesAt(
  mesh: Mesh,
  gateway: Resource<"KubernetesGateway">,
  service: Resource<"Service">,
): Policy[] {
  const named = (namespace: string) => [
    ...mesh.list("AuthorizationPolicy", namespace),
    ...mesh.list("RequestAuthentication", namespace),
  ];
  return [...new Set([gateway.namespace, service.namespace])].flatMap(named).filter(
    ({ namespace, spec: { targetRef, targetRefs = targetRef ? [targetRef] : [] } }) =>
      targetRefs.some(({ kind, name }) =>
        kind === "Gateway" && name === gateway.name && namespace === gateway.namespace ||
        kind === "Service" && name === service.name && namespace === service.namespace
      ),
  );
}

/** The hosts to which routes of ingress gateways lead, each with the first such route. */
function hostsBehindGateways(
  mesh: Mesh,
): ReadonlyMap<string, Resource<"VirtualService"> | Resource<"HTTPRoute">> {
  const found = new Map<string, Resource<"VirtualService"> | Resource<"HTTPRoute">>();
  const add = (host: string, by: Resource<"VirtualService"> | Resource<"HTTPRoute">) => {
    if (!found.has(host)) found.set(host, by);
  };
  for (const vs of mesh.list("VirtualService")) {
    if (gatewaysOf(vs).every((gateway) => gateway === "mesh")) continue;
    for (const { host } of destinationsOf(vs)) add(fqdn(host, vs.namespace), vs);
  }
  for (const route of mesh.list("HTTPRoute")) {
    const isIngress = (route.spec.parentRefs ?? []).some(
      ({ kind = "Gateway", namespace, name }) => {
        const parent = kind === "Gateway" &&
          mesh.get("KubernetesGateway", namespace ?? route.namespace, name ?? "");
        return parent && !isWaypointGateway(mesh, parent);
      },
    );
    if (!isIngress) continue;
    for (const { backendRefs = [] } of route.spec.rules ?? []) {
      for (const { kind = "Service", name, namespace = route.namespace } of backendRefs) {
        if (kind === "Service") add(`${name}.${namespace}.svc.cluster.local`, route);
      }
    }
  }
  return found;
}
