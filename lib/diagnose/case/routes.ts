import type { Case } from "../../connectivity/mod.ts";
import { type CauseResource, formatPath } from "../../core/mod.ts";
import { destinationsOf, fqdn, type Resource, type RouteDestination } from "../../mesh/mod.ts";
import type { EnvoyClusterName } from "../../proxy/mod.ts";
import { resourceOf } from "./objects.ts";

/** The VirtualService that wrote the route of a case; `undefined` where it is another kind or unknown. */
export function virtualServiceOf(of: Case): Resource<"VirtualService"> | undefined {
  const { routeObject } = of.walk;
  return routeObject?.kind === "VirtualService"
    ? of.mesh.get("VirtualService", routeObject.namespace, routeObject.name)
    : undefined;
}

/** The destination in a VirtualService that became an Envoy cluster. */
export function destinationOf(
  vs: Resource<"VirtualService">,
  envoyCluster: EnvoyClusterName,
): RouteDestination | undefined {
  const fits = destinationsOf(vs).filter(({ host, subset = "" }) =>
    fqdn(host, vs.namespace) === envoyCluster.host && subset === envoyCluster.subset
  );
  return fits.find(({ port }) => port === envoyCluster.port) ?? fits[0];
}

/** The object that sends a case's requests to an Envoy cluster, with the field that names `leaf`. */
export function destinationInRoute(
  of: Case,
  envoyCluster: EnvoyClusterName,
  leaf: "subset" | "host" | "port" = "subset",
): CauseResource[] {
  const vs = virtualServiceOf(of);
  if (vs) {
    const destination = destinationOf(vs, envoyCluster);
    return [resourceOf(vs, destination && formatPath([...destination.path, leaf]))];
  }
  const { routeObject } = of.walk;
  return routeObject
    ? [{ kind: routeObject.kind, namespace: routeObject.namespace, name: routeObject.name }]
    : [];
}

/**
 * The object that wrote a case's route, with the way to `field` of the rule in question: the one that has
 * the field and leads to the case's targets.
 */
export function routeField(
  of: Case,
  field: "timeout" | "retries" | "fault" | "rewrite",
): CauseResource[] {
  const vs = virtualServiceOf(of);
  if (vs) {
    const rules = [...(vs.spec.http ?? []).entries()].filter(([, rule]) =>
      rule[field] !== undefined
    );
    const hosts = new Set(of.walk.targets.flatMap(({ parsed }) => parsed ? [parsed.host] : []));
    const leads = rules.filter(([, { route = [] }]) =>
      route.some(({ destination }) => hosts.has(fqdn(destination?.host ?? "", vs.namespace)))
    );
    const [index] = leads[0] ?? rules[0] ?? [];
    return [resourceOf(vs, index === undefined ? undefined : `spec.http[${index}].${field}`)];
  }
  const { routeObject, route } = of.walk;
  if (!routeObject) return [];
  // Routes of Gateway API inject no faults.
  const rule = field === "fault" ? undefined : /\.(\d+)$/.exec(route?.name ?? "")?.[1];
  const { kind, namespace, name } = routeObject;
  return [{
    kind,
    namespace,
    name,
    ...(rule === undefined ? {} : { path: `spec.rules[${rule}]` }),
  }];
}

/** Where the route of a case was read: in the proxy's configuration, or in the objects where that is missing. */
export function routeSource({ walk, client }: Case): string {
  if (!walk.isExpected) return `${client?.folder}/config_dump.json`;
  const { routeObject } = walk;
  return routeObject
    ? `${routeObject.kind} ${routeObject.namespace}/${routeObject.name}`
    : "objects of the mesh";
}
