import { isGateway } from "../connectivity/mod.ts";
import { compare, type GraphNode, type ResourceRef } from "../core/mod.ts";
import {
  hasProxy,
  isAmbient,
  isReady,
  type Mesh,
  type MeshService,
  type Resource,
  type Workload,
  workloadOf,
} from "../mesh/mod.ts";

/** Id of the node for clients outside the mesh. */
export const OUTSIDE = "outside";

/** Id of the node of a workload. */
export function workloadId(mesh: Mesh, { kind, namespace, name, cluster }: Workload): string {
  return `workload/${namespace}/${kind}/${name}${suffix(mesh, cluster)}`;
}

/** Id of the node of a host that a Service or ServiceEntry declares. */
export function serviceId({ host, namespace }: Pick<MeshService, "host" | "namespace">): string {
  return `service/${namespace}/${host}`;
}

/** Id of the node of a host that nobody declares. */
export function hostId(host: string): string {
  return `host/${host}`;
}

/** Id of the node of a Gateway of either kind. */
export function gatewayId(
  mesh: Mesh,
  { apiVersion, namespace, name, cluster }: ResourceRef,
): string {
  return `gateway/${namespace}/${apiVersion.split("/", 1)[0]}/${name}${suffix(mesh, cluster)}`;
}

/** Namesakes in several clusters are several workloads and gateways, whereas a service is one in all. */
function suffix({ whole }: Mesh, cluster: string): string {
  return whole.clusters.length < 2 ? "" : `@${cluster}`;
}

function clusterIn({ whole }: Mesh, cluster: string): Pick<GraphNode, "cluster"> {
  return whole.clusters.length < 2 ? {} : { cluster };
}

/** The pods of each workload, by the id of its node. */
export function podsByWorkload(mesh: Mesh): ReadonlyMap<string, readonly Resource<"Pod">[]> {
  return Map.groupBy(mesh.list("Pod"), (pod) => workloadId(mesh, workloadOf(mesh, pod)));
}

/** The node of a workload. `ejected` tells how many proxies have ejected an address. */
export function workloadNode(
  mesh: Mesh,
  id: string,
  pods: readonly Resource<"Pod">[],
  ejected: ReadonlyMap<string, number>,
): GraphNode {
  const [first] = pods;
  const { kind, namespace, name, cluster } = workloadOf(mesh, first!);
  const thrown = pods.flatMap((pod) => {
    const count = ejected.get(pod.status.podIP ?? "");
    return count === undefined ? [] : [`${pod.name} is ejected by ${count} proxies`];
  });
  return {
    id,
    kind: "workload",
    namespace,
    name,
    ...clusterIn(mesh, cluster),
    object: { cluster, apiVersion: apiVersionOf(kind), kind, namespace, name },
    ...countsOf(pods),
    details: [
      kind,
      ...(pods.some(isGateway) ? ["its pods are gateways"] : []),
      ...thrown,
    ],
  };
}

function apiVersionOf(kind: string): string {
  return kind === "Pod" ? "v1" : kind === "Job" ? "batch/v1" : "apps/v1";
}

/** The node of a service, or of a host outside that a ServiceEntry declares. */
export function serviceNode(service: MeshService): GraphNode {
  const { host, namespace, ports, resource } = service;
  const isOutside = resource.identifier === "ServiceEntry" &&
    resource.spec.location !== "MESH_INTERNAL";
  return {
    id: serviceId(service),
    kind: isOutside ? "external" : "service",
    namespace,
    name: resource.identifier === "Service" ? resource.name : host,
    object: resource.ref,
    details: [host, ...ports.map(({ port, name, protocol }) => `port ${port} ${name} ${protocol}`)],
  };
}

/** The pods that a Gateway of Istio configures. */
export function podsOfGateway(
  mesh: Mesh,
  { spec: { selector = {} } }: Resource<"Gateway">,
): readonly Resource<"Pod">[] {
  return Object.keys(selector).length > 0 ? mesh.select("Pod", selector) : [];
}

/** The pods of a Gateway of the Gateway API. */
export function podsOfKubernetesGateway(
  mesh: Mesh,
  { name, namespace }: Resource<"KubernetesGateway">,
): readonly Resource<"Pod">[] {
  return mesh.select("Pod", { "gateway.networking.k8s.io/gateway-name": name }, namespace);
}

/** The node of a Gateway of either kind, with a line for each of its ports. */
export function gatewayNode(
  mesh: Mesh,
  gateway: Resource<"Gateway"> | Resource<"KubernetesGateway">,
  pods: readonly Resource<"Pod">[],
): GraphNode {
  const { namespace, name, ref } = gateway;
  const details = gateway.identifier === "Gateway"
    ? (gateway.spec.servers ?? []).map(({ port, hosts = [], tls }) =>
      [port?.protocol, port?.number, tls?.mode, "for", hosts.join(", ")].filter(Boolean).join(" ")
    )
    : (gateway.spec.listeners ?? []).map(({ name, port, protocol, hostname = "*" }) =>
      `${name}: ${protocol} ${port} for ${hostname}`
    );
  return {
    id: gatewayId(mesh, ref),
    kind: "gateway",
    namespace,
    name,
    ...clusterIn(mesh, ref.cluster),
    object: ref,
    ...countsOf(pods),
    details,
  };
}

function countsOf(
  pods: readonly Resource<"Pod">[],
): Pick<GraphNode, "pods" | "hasProxy" | "isAmbient"> {
  if (pods.length === 0) return {};
  return {
    pods: { ready: pods.filter(isReady).length, total: pods.length },
    hasProxy: pods.every(hasProxy),
    ...(pods.every(isAmbient) ? { isAmbient: true } : {}),
  };
}

/** Nodes in the order of their ids. */
export function sorted(nodes: Iterable<GraphNode>): GraphNode[] {
  return [...nodes].sort((a, b) => compare(a.id, b.id));
}
