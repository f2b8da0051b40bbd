import type { Mesh, MeshView } from "./mesh.ts";
import { namespaceLabels } from "./namespace_labels.ts";
import type { Resource } from "./resource.ts";
import { type Labels, matchesSelector } from "./selector.ts";

/** Label that names the waypoint of an object, or of all objects of a namespace. */
export const USE_WAYPOINT = "istio.io/use-waypoint";

/** Label that names the namespace of the waypoint, where it is another one. */
export const USE_WAYPOINT_NAMESPACE = "istio.io/use-waypoint-namespace";

/** Label of a waypoint, or of its class, that says which traffic it takes. */
export const WAYPOINT_FOR = "istio.io/waypoint-for";

/** Port on which ztunnel, waypoints and some sidecars take HBONE. */
export const HBONE_PORT = 15008;

/** Whom a waypoint stands before: clients of a service, or of a workload's own address. */
export type WaypointTraffic = "service" | "workload";

/** What may be enrolled with a waypoint. */
export type WaypointTarget =
  | Resource<"Service">
  | Resource<"ServiceEntry">
  | Resource<"Pod">
  | Resource<"WorkloadEntry">;

/** Kinds that decide which waypoint an object has. */
export type WaypointKind = "Namespace" | "KubernetesGateway" | "GatewayClass";

/**
 * Why istiod does not put a waypoint before what names it: there is no such Gateway, it has no address
 * yet, it does not take routes of that namespace, or it is for another kind of traffic.
 */
export type WaypointProblem = "missing" | "not ready" | "not allowed" | "other traffic";

/** The waypoint that an object names by its own label or by that of its namespace. */
export interface WaypointBinding {
  /** Name of the Gateway. */
  readonly name: string;
  /** Namespace of the Gateway. */
  readonly namespace: string;
  /** What has the label. */
  readonly by: WaypointTarget | Resource<"Namespace">;
  /** The Gateway; `undefined` where there is none. */
  readonly gateway: Resource<"KubernetesGateway"> | undefined;
  /** Why it is not used; `undefined` where it is. */
  readonly problem: WaypointProblem | undefined;
}

/** Whether a pod, Service or workload belongs to a waypoint, which has no waypoint of its own. */
export function isWaypoint({ labels }: { readonly labels: Labels }): boolean {
  return labels["gateway.istio.io/managed"] === "istio.io-mesh-controller";
}

/** Whether a pod is the ztunnel of a node. */
export function isZtunnel({ labels }: { readonly labels: Labels }): boolean {
  return (labels["app"] ?? labels["app.kubernetes.io/name"]) === "ztunnel";
}

/**
 * The waypoint that an object names, as istiod looks it up (`fetchWaypointForTarget`): its own label
 * beats that of its namespace, `none` opts out, and a waypoint that is not ready is not replaced by the
 * namespace's. `undefined` where none is named.
 */
export function waypointBindingOf(
  mesh: MeshView<WaypointKind>,
  target: WaypointTarget,
): WaypointBinding | undefined {
  if (isWaypoint(target)) return undefined;
  const own = target.labels[USE_WAYPOINT] !== undefined;
  const by = own ? target : mesh.get("Namespace", "", target.namespace, target.cluster);
  const name = by?.labels[USE_WAYPOINT];
  if (!by || name === undefined || name === "none") return undefined;
  const namespace = by.labels[USE_WAYPOINT_NAMESPACE] ?? target.namespace;
  const gateway = mesh.get("KubernetesGateway", namespace, name);
  const traffic = isWorkload(target) ? "workload" : "service";
  const problem = gateway ? problemOf(mesh, gateway, target.namespace, traffic) : "missing";
  return { name, namespace, by, gateway, problem };
}

/** The waypoint that stands before an object; `undefined` where its traffic goes straight to it. */
export function waypointOf(
  mesh: MeshView<WaypointKind>,
  target: WaypointTarget,
): Resource<"KubernetesGateway"> | undefined {
  const binding = waypointBindingOf(mesh, target);
  return binding?.problem === undefined ? binding?.gateway : undefined;
}

/** The pods of a waypoint. */
export function waypointPods(
  mesh: MeshView<"Pod">,
  { namespace, name }: Pick<Resource<"KubernetesGateway">, "namespace" | "name">,
): readonly Resource<"Pod">[] {
  return mesh.select("Pod", { "gateway.networking.k8s.io/gateway-name": name }, namespace)
    .filter(isWaypoint);
}

/** Which traffic a waypoint takes: by its own label, else by that of its class, else that of services. */
export function waypointTraffic(
  mesh: MeshView<"GatewayClass">,
  { labels, spec }: Resource<"KubernetesGateway">,
): string {
  const gatewayClass = mesh.get("GatewayClass", "", spec.gatewayClassName ?? "");
  return labels[WAYPOINT_FOR] ?? gatewayClass?.labels[WAYPOINT_FOR] ?? "service";
}

/** Whether a Gateway is a waypoint: of Istio's class for waypoints, or of another class of the same controller. */
export function isWaypointGateway(
  mesh: MeshView<"GatewayClass">,
  { spec: { gatewayClassName = "" } }: Resource<"KubernetesGateway">,
): boolean {
  return gatewayClassName === "istio-waypoint" ||
    mesh.get("GatewayClass", "", gatewayClassName)?.spec.controllerName ===
      "istio.io/mesh-controller";
}

/** The ztunnel on the node of a pod; `undefined` where none is known. */
export function ztunnelOf(mesh: Mesh, pod: Resource<"Pod">): Resource<"Pod"> | undefined {
  return mesh.once(ztunnelsByNode).get(`${pod.cluster} ${pod.spec.nodeName}`);
}

function ztunnelsByNode(mesh: Mesh): ReadonlyMap<string, Resource<"Pod">> {
  return new Map(
    mesh.list("Pod").filter(isZtunnel).map((pod) => [`${pod.cluster} ${pod.spec.nodeName}`, pod]),
  );
}

function isWorkload({ identifier }: WaypointTarget): boolean {
  return identifier === "Pod" || identifier === "WorkloadEntry";
}

function problemOf(
  mesh: MeshView<WaypointKind>,
  gateway: Resource<"KubernetesGateway">,
  namespace: string,
  traffic: WaypointTraffic,
): WaypointProblem | undefined {
  if (isNotReady(gateway)) return "not ready";
  if (!admits(mesh, gateway, namespace)) return "not allowed";
  const taken = waypointTraffic(mesh, gateway);
  return taken === "all" || taken === traffic ? undefined : "other traffic";
}

/** istiod gives a waypoint an address once a pod of it is ready; manifests do not tell. */
function isNotReady(
  { status: { conditions = [], addresses = [] } }: Resource<"KubernetesGateway">,
) {
  return conditions.length > 0 && addresses.length === 0;
}

/** Whether the HBONE listener takes routes of a namespace: its own, unless it says otherwise. */
function admits(
  mesh: MeshView<"Namespace">,
  gateway: Resource<"KubernetesGateway">,
  namespace: string,
): boolean {
  const listener = (gateway.spec.listeners ?? []).find(({ protocol, port }) =>
    protocol === "HBONE" && port === HBONE_PORT
  );
  const { from = "Same", selector } = listener?.allowedRoutes?.namespaces ?? {};
  if (from === "All") return true;
  if (from !== "Selector") return gateway.namespace === namespace;
  return matchesSelector(namespaceLabels(mesh, namespace, gateway.cluster), selector);
}
