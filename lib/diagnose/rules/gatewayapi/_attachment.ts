import type { Path } from "../../../core/mod.ts";
import {
  type KubernetesGatewayListener,
  type ListenerSetListener,
  matchesSelector,
  type Mesh,
  type MeshView,
  overlaps,
  type Resource,
} from "../../../mesh/mod.ts";

/** Group of the Gateway API. */
export const GATEWAY_API = "gateway.networking.k8s.io";

/** Kinds of routes. */
export const ROUTE_KINDS = ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute"] as const;

/** A route of any kind. */
export type Route = Resource<(typeof ROUTE_KINDS)[number]>;

/** Kinds of objects with listeners to which routes attach. */
export const PARENT_KINDS = ["KubernetesGateway", "ListenerSet"] as const;

/** A gateway, or a set of further listeners for one. */
export type Parent = Resource<(typeof PARENT_KINDS)[number]>;

/** A listener of either. */
export type Listener = KubernetesGatewayListener | ListenerSetListener;

/** The listeners of a gateway or of a set. */
export function listenersOf({ spec }: Parent): readonly Listener[] {
  return (spec.listeners ?? []) as readonly Listener[];
}

/** A route's reference to a gateway, or to a set of listeners. */
export interface Attachment {
  /** The route. */
  readonly route: Route;
  /** The way to the reference. */
  readonly at: Path;
  /** Kind of what is referred to, as written in manifests. */
  readonly kind: "Gateway" | "ListenerSet";
  /** Its namespace. */
  readonly namespace: string;
  /** Its name. */
  readonly name: string;
  /** Name of a listener, where one is meant. */
  readonly sectionName: string | undefined;
  /** Port of a listener, where one is meant. */
  readonly port: number | undefined;
  /** The gateway or the set, where it is there. */
  readonly gateway: Parent | undefined;
  /** Its listeners that are meant. */
  readonly listeners: readonly Listener[];
}

/** Classes that istiod makes by itself. */
export const ISTIO_CLASSES = ["istio", "istio-remote", "istio-waypoint", "istio-east-west"];

/** Whether istiod serves a gateway; other controllers have ways of their own. */
export function isOfIstio(
  mesh: MeshView<"GatewayClass">,
  { spec: { gatewayClassName = "" } }: Resource<"KubernetesGateway">,
): boolean {
  const controller = mesh.get("GatewayClass", "", gatewayClassName)?.spec.controllerName;
  return controller?.startsWith("istio.io/") ?? ISTIO_CLASSES.includes(gatewayClassName);
}

/** Every route. */
export function routesOf(mesh: Mesh): readonly Route[] {
  return ROUTE_KINDS.flatMap((kind) => mesh.list(kind) as readonly Route[]);
}

/** Every reference of a route to a gateway or a set of listeners. */
export function attachments(mesh: Mesh): readonly Attachment[] {
  return mesh.once(routesOf).flatMap((route) =>
    (route.spec.parentRefs ?? []).flatMap((ref, i) => {
      const { group = GATEWAY_API, kind = "Gateway" } = ref;
      if (group !== GATEWAY_API || kind !== "Gateway" && kind !== "ListenerSet") return [];
      const { name = "", namespace = route.namespace, sectionName, port } = ref;
      const gateway: Parent | undefined = kind === "Gateway"
        ? mesh.get("KubernetesGateway", namespace, name)
        : mesh.get("ListenerSet", namespace, name);
      const listeners = (gateway ? listenersOf(gateway) : []).filter((listener) =>
        (sectionName === undefined || listener.name === sectionName) &&
        (port === undefined || listener.port === port)
      );
      const at = ["spec", "parentRefs", i];
      return [{ route, at, kind, namespace, name, sectionName, port, gateway, listeners }];
    })
  );
}

/** Whether a listener lets routes of a namespace attach; yes, where its labels are not known. */
export function admits(
  mesh: MeshView<"Namespace">,
  { allowedRoutes }: Listener,
  gateway: Parent,
  route: Route,
): boolean {
  const { from = "Same", selector } = allowedRoutes?.namespaces ?? {};
  if (from === "All") return true;
  if (from === "Same") return gateway.namespace === route.namespace;
  if (from !== "Selector") return false;
  const namespace = mesh.get("Namespace", "", route.namespace);
  return !namespace || matchesSelector(namespace.labels, selector);
}

/** Whether a listener and a route have a host name in common. */
export function sharesHostname({ hostname }: Listener, route: Route): boolean {
  const hostnames = hostnamesOf(route);
  return !hostname || hostnames.length === 0 || hostnames.some((host) => overlaps(host, hostname));
}

/** The hostnames of a route; empty where it takes all, as TCP routes must. */
export function hostnamesOf({ spec }: Route): readonly string[] {
  const { hostnames = [] } = spec as { readonly hostnames?: readonly string[] };
  return hostnames;
}
