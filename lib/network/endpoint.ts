import {
  type Container,
  type ContainerPort,
  type Labels,
  type Mesh,
  namespaceLabels,
  Resource,
} from "../mesh/mod.ts";

/** A pod that is not there but can be described, such as an istiod that nobody recorded. */
export interface DescribedPod {
  /** Its cluster. */
  readonly cluster: string;
  /** Its namespace. */
  readonly namespace: string;
  /** Its labels. */
  readonly labels: Labels;
}

/**
 * One end of a connection: a pod, an address outside the cluster, or `anyone`, whom every peer of a
 * policy admits, so that only ports decide.
 */
export type NetworkEndpoint = Resource<"Pod"> | DescribedPod | { readonly ip: string } | "anyone";

/** An end of a connection as policies see it. */
export interface NetworkPeer {
  /** Name for messages. */
  readonly label: string;
  /** The pod, where selectors can find it; pods on the host's network are only addresses. */
  readonly pod?: {
    readonly cluster: string;
    readonly namespace: string;
    readonly labels: Labels;
    readonly namespaceLabels: Labels;
    readonly ports: readonly ContainerPort[];
  };
  /** Addresses. */
  readonly ips: readonly string[];
  /** Addresses of its node, from which the kubelet always gets through. */
  readonly nodeIps: readonly string[];
  /** Whether every peer of a policy admits it. */
  readonly isAnyone: boolean;
}

/** Reads an end of a connection once. */
export function peerOf(mesh: Mesh, endpoint: NetworkEndpoint): NetworkPeer {
  const none = { ips: [], nodeIps: [], isAnyone: false };
  if (endpoint === "anyone") return { ...none, label: "anyone", isAnyone: true };
  if ("ip" in endpoint) return { ...none, label: endpoint.ip, ips: [endpoint.ip] };
  const { cluster, namespace, labels } = endpoint;
  const own = namespaceLabels(mesh, namespace, cluster);
  if (!(endpoint instanceof Resource)) {
    const pod = { cluster, namespace, labels, namespaceLabels: own, ports: [] };
    return { ...none, label: `a pod of ${namespace}`, pod };
  }
  const { spec, status, name } = endpoint;
  const { podIP, podIPs = podIP ? [{ ip: podIP }] : [], hostIP, hostIPs } = status;
  const peer = {
    label: `${namespace}/${name}`,
    ips: podIPs.flatMap(({ ip }) => ip ?? []),
    nodeIps: (hostIPs ?? [{ ip: hostIP }]).flatMap(({ ip }) => ip ?? []),
    isAnyone: false,
  };
  return spec.hostNetwork ? peer : {
    ...peer,
    pod: { cluster, namespace, labels, namespaceLabels: own, ports: portsOf(endpoint) },
  };
}

/** Ports of what runs beside each other: containers and native sidecars. */
function portsOf({ spec }: Resource<"Pod">): readonly ContainerPort[] {
  const isSidecar = ({ restartPolicy }: Container) => restartPolicy === "Always";
  return [...spec.containers ?? [], ...(spec.initContainers ?? []).filter(isSidecar)]
    .flatMap(({ ports }) => ports ?? []);
}
