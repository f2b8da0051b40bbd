import {
  type Case,
  type GatewayObject,
  gatewayObjectsOf,
  portsFor,
} from "../../connectivity/mod.ts";
import { compare, typingErrors } from "../../core/mod.ts";
import { routesForHost } from "./gateway_routes.ts";
import { gatewayKey, overlaps, type Resource } from "../../mesh/mod.ts";

/** A route object that can be bound to a gateway. */
export type RouteObject = Resource<"VirtualService"> | Resource<"HTTPRoute">;

/** What the objects of one gateway pod say about a host. */
export interface HostBinding {
  /** The gateway objects of the pod. */
  readonly gateways: readonly GatewayObject[];
  /** Those of them that serve the host. */
  readonly serving: readonly GatewayObject[];
  /** Route objects, bound or not, that have the host. */
  readonly knowing: readonly RouteObject[];
  /** Route objects that are bound to the pod's gateways, the one with the most similar host first. */
  readonly bound: readonly RouteObject[];
  /** Those that have the host and are bound to a gateway object that serves it. */
  readonly complete: readonly RouteObject[];
  /** The ports on which gateway objects serve the host. */
  readonly ports: readonly number[];
}

/** What the objects say about the host of a case's target on a gateway pod. */
export function bindingOf({ mesh, question }: Case, pod: Resource<"Pod">): HostBinding {
  const { host } = question.target;
  const name = pod.labels["gateway.networking.k8s.io/gateway-name"];
  const gateways = gatewayObjectsOf(mesh, pod);
  const routes: readonly RouteObject[] = name === undefined
    ? mesh.list("VirtualService")
    : mesh.list("HTTPRoute");
  const keys = new Set(gateways.map(keyOf));
  const serving = gateways.filter((gateway) => portsFor(gateway, host).length > 0);
  const servingKeys = new Set(serving.map(keyOf));
  const knowing = routes.filter((route) =>
    hostsOf(route).some((h) => h !== "*" && overlaps(h, host))
  );
  return {
    gateways,
    serving,
    knowing,
    bound: routes.filter((route) => parentsOf(route).some((key) => keys.has(key)))
      .toSorted((a, b) => distance(a, host) - distance(b, host) || compare(a.name, b.name)),
    complete: knowing.filter((route) => parentsOf(route).some((key) => servingKeys.has(key))),
    ports: [...new Set(serving.flatMap((gateway) => portsFor(gateway, host)))],
  };
}

function keyOf({ namespace, name }: GatewayObject): string {
  return `${namespace}/${name}`;
}

/** Whether the gateway that a client outside reaches has nothing for the host of a case's target. */
export function isUnserved(of: Case): boolean {
  const { caller, walk } = of;
  if (!caller.isExternal || !walk.proxy?.pod) return false;
  if (walk.virtualHost && !walk.virtualHost.domains.includes("*")) return false;
  const isUnknown = walk.isExpected && walk.verdict === "unknown";
  return (["no_virtual_host", "no_route", "no_listener"].includes(walk.verdict) || isUnknown) &&
    !(walk.isExpected && routesForHost(of).length > 0);
}

/** The field of a route object that lists its hosts. */
export function hostField({ identifier }: RouteObject): string {
  return identifier === "VirtualService" ? "spec.hosts" : "spec.hostnames";
}

/** The field of a route object that binds it to gateways. */
export function bindingField({ identifier }: RouteObject): string {
  return identifier === "VirtualService" ? "spec.gateways" : "spec.parentRefs";
}

function hostsOf(route: RouteObject): readonly string[] {
  return (route.identifier === "VirtualService" ? route.spec.hosts : route.spec.hostnames) ?? [];
}

function parentsOf(route: RouteObject): string[] {
  return route.identifier === "VirtualService"
    ? (route.spec.gateways ?? []).map((reference) => gatewayKey(reference, route.namespace))
    : (route.spec.parentRefs ?? []).map(({ name, namespace }) =>
      `${namespace ?? route.namespace}/${name}`
    );
}

function distance(route: RouteObject, host: string): number {
  return Math.min(...hostsOf(route).map((h) => typingErrors(h, host)), 999);
}
