import type { GraphRoute } from "../core/mod.ts";
import {
  destinationRulesFor,
  destinationsOf,
  fqdn,
  gatewayKey,
  gatewaysOf,
  type Labels,
  type Mesh,
  type MeshService,
  type Resource,
  type RouteDestination,
} from "../mesh/mod.ts";
import type { Edges } from "./edges.ts";
import { gatewayId, serviceId } from "./nodes.ts";

/** Finds the workloads of a service that have some labels, by the ids of their nodes. */
export type WorkloadsOf = (service: MeshService, labels: Labels) => readonly string[];

/** Adds what the VirtualServices route: from gateways and hosts to services and their subsets. */
export function addVirtualServices(mesh: Mesh, edges: Edges, workloadsOf: WorkloadsOf): void {
  for (const vs of mesh.list("VirtualService")) {
    const sources = sourcesOf(mesh, vs);
    const totals = totalWeights(destinationsOf(vs));
    for (const destination of destinationsOf(vs)) {
      const service = mesh.services.resolve(destination.host, vs.namespace);
      if (!service) continue;
      const { percent, rule } = shareOf(destination, totals);
      const { subset = "", isMirror } = destination;
      const route = { object: vs.ref, path: rule, percent, subset, isMirror };
      const to = serviceId(service);
      for (const from of sources) if (from !== to) edges.route(from, to, "route", route);
      if (subset !== "") addSubset(mesh, edges, { service, vs, route, workloadsOf });
    }
  }
}

function sourcesOf(mesh: Mesh, vs: Resource<"VirtualService">): string[] {
  return gatewaysOf(vs).flatMap((reference) => {
    if (reference !== "mesh") {
      const [namespace = "", name = ""] = gatewayKey(reference, vs.namespace).split("/");
      const gateway = mesh.get("Gateway", namespace, name);
      return gateway ? [gatewayId(mesh, gateway.ref)] : [];
    }
    return (vs.spec.hosts ?? []).flatMap((host) => {
      const service = mesh.services.resolve(host, vs.namespace);
      return service ? [serviceId(service)] : [];
    });
  });
}

/** The weights of the destinations of one rule, mirrors aside, by the path of the rule. */
function totalWeights(destinations: readonly RouteDestination[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const destination of destinations) {
    if (destination.isMirror) continue;
    const rule = ruleOf(destination);
    totals.set(rule, (totals.get(rule) ?? 0) + destination.weight);
  }
  return totals;
}

/** A rule without weights sends everything to its only destination. */
function shareOf(destination: RouteDestination, totals: ReadonlyMap<string, number>) {
  const rule = ruleOf(destination);
  const total = totals.get(rule) ?? 0;
  const isAll = destination.isMirror || total === 0;
  return { rule, percent: isAll ? 100 : Math.round(destination.weight / total * 1000) / 10 };
}

function ruleOf({ path: [spec, protocol, index] }: RouteDestination): string {
  return `${spec}.${protocol}[${index}]`;
}

interface SubsetRoute {
  readonly service: MeshService;
  readonly vs: Resource<"VirtualService">;
  readonly route: GraphRoute;
  readonly workloadsOf: WorkloadsOf;
}

function addSubset(mesh: Mesh, edges: Edges, { service, vs, route, workloadsOf }: SubsetRoute) {
  const { rules } = destinationRulesFor(mesh, service.host, vs.namespace);
  const subset = rules.flatMap(({ spec }) => spec.subsets ?? [])
    .find(({ name }) => name === route.subset);
  if (!subset) return;
  for (const workload of workloadsOf(service, subset.labels ?? {})) {
    edges.route(serviceId(service), workload, "selects", route);
  }
}

const ROUTE_KINDS = ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute"] as const;

/** Adds what the routes of the Gateway API send from Gateways and Services to their backends. */
export function addGatewayApiRoutes(mesh: Mesh, edges: Edges): void {
  for (const route of ROUTE_KINDS.flatMap((kind) => [...mesh.list(kind)])) {
    const { parentRefs = [], rules = [] } = route.spec;
    const sources = parentRefs.flatMap(({ kind = "Gateway", name = "", namespace }) => {
      const home = namespace ?? route.namespace;
      if (kind === "Service") return serviceIds(mesh, name, home);
      const gateway = mesh.get("KubernetesGateway", home, name);
      return gateway ? [gatewayId(mesh, gateway.ref)] : [];
    });
    for (const [i, { backendRefs = [] }] of rules.entries()) {
      const total = backendRefs.reduce((sum, { weight = 1 }) => sum + weight, 0);
      for (const { kind = "Service", name = "", namespace, weight = 1 } of backendRefs) {
        if (kind !== "Service" || total === 0) continue;
        const percent = Math.round(weight / total * 1000) / 10;
        const rest = { path: `spec.rules[${i}]`, percent, subset: "", isMirror: false };
        for (const to of serviceIds(mesh, name, namespace ?? route.namespace)) {
          for (const from of sources) {
            if (from !== to) edges.route(from, to, "route", { object: route.ref, ...rest });
          }
        }
      }
    }
  }
}

function serviceIds(mesh: Mesh, name: string, namespace: string): string[] {
  return mesh.services.declarations(fqdn(name, namespace)).map(serviceId);
}
