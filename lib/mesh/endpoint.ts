import { LabelIndex, type Labelled } from "./label_index.ts";
import type { Mesh } from "./mesh.ts";
import type { Labels } from "./selector.ts";
import type { MeshService } from "./service_registry.ts";
import { podInstances, type WorkloadInstance, workloadInstances } from "./workload_instance.ts";

const NODE_LABELS = [
  "topology.kubernetes.io/region",
  "topology.kubernetes.io/zone",
  "topology.istio.io/subzone",
] as const;

/**
 * Finds the labels of each endpoint of a service: of the pods and VMs that it selects, and of the
 * endpoints that it lists; `undefined` where the mesh does not tell, as for a Service without selector.
 */
export function serviceEndpoints(
  mesh: Mesh,
): (service: MeshService) => readonly Labels[] | undefined {
  const pods = mesh.once(workloadInstances);
  const vms = mesh.once(vmInstances);
  const select = (labels: Labels, namespace: string) => [
    ...pods.select(labels, namespace).map((pod) => endpointLabels(mesh, pod)),
    ...vms.select(labels, namespace).map((vm) => vm.labels),
  ];
  return ({ resource, namespace }) => {
    if (resource.identifier === "Service") {
      const { selector = {}, type } = resource.spec;
      const isKnown = type !== "ExternalName" && Object.keys(selector).length > 0;
      return isKnown ? select(selector, namespace) : undefined;
    }
    const { workloadSelector, endpoints = [] } = resource.spec;
    const selected = workloadSelector?.labels ? select(workloadSelector.labels, namespace) : [];
    return [...selected, ...endpoints.map(({ labels = {} }) => labels)];
  };
}

/** The labels that endpoints have on every pod of the mesh. */
export function podEndpointLabels(mesh: Mesh): LabelIndex<Labelled> {
  return new LabelIndex(
    mesh.once(podInstances).select({}).map((pod) => ({
      namespace: pod.namespace,
      labels: endpointLabels(mesh, pod),
    })),
  );
}

/** Labels of a pod as istiod gives them to its endpoints: its own, and where its node is. */
function endpointLabels(mesh: Mesh, { labels, spec: { nodeName } }: WorkloadInstance): Labels {
  if (!nodeName) return labels;
  const node = mesh.get("Node", "", nodeName);
  const topology = NODE_LABELS.flatMap((key) => {
    const value = node?.labels[key];
    return value ? [[key, value]] : [];
  });
  return { ...labels, "kubernetes.io/hostname": nodeName, ...Object.fromEntries(topology) };
}

/** The VMs that WorkloadEntries describe; labels of the metadata win, as in istiod. */
export function vmInstances(mesh: Mesh): LabelIndex<Labelled> {
  return new LabelIndex(
    mesh.list("WorkloadEntry").map(({ namespace, labels, spec }) => ({
      namespace,
      labels: { ...spec.labels, ...labels },
    })),
  );
}
