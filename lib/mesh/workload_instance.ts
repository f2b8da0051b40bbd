import type { Path } from "../core/mod.ts";
import type { ObjectMeta, PodSpec } from "./gen/kubernetes.ts";
import { LabelIndex, type Labelled } from "./label_index.ts";
import type { Mesh } from "./mesh.ts";
import type { Resource } from "./resource.ts";
import type { Labels } from "./selector.ts";

/** Kinds whose pod template may stand in for pods that are not there. */
export const WORKLOAD_KINDS = [
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "Job",
  "CronJob",
] as const;

/** A pod, or the template of a workload that stands in for its pods where none of them is there. */
export interface WorkloadInstance extends Labelled {
  /** The pod, or the workload. */
  readonly resource: Resource;
  /** Annotations of the pod. */
  readonly annotations: Labels;
  /** What runs in it. */
  readonly spec: PodSpec;
  /** The way to the pod inside the resource: empty for a pod. */
  readonly path: Path;
  /** Whether it is a pod itself. */
  readonly isPod: boolean;
}

/** Every pod that has not finished, and a stand-in for each workload without pods. */
export function workloadInstances(mesh: Mesh): LabelIndex<WorkloadInstance> {
  const pods = mesh.once(podInstances);
  const standIns = WORKLOAD_KINDS.flatMap((kind) => mesh.list(kind).flatMap(templateOf))
    .filter(({ labels, namespace }) =>
      Object.keys(labels).length === 0 ||
      pods.select(selectorLabels(labels), namespace).length === 0
    );
  return new LabelIndex([...pods.select({}), ...standIns]);
}

/** Every pod that has not finished. */
export function podInstances(mesh: Mesh): LabelIndex<WorkloadInstance> {
  return new LabelIndex(
    mesh.list("Pod").filter(({ status: { phase } }) => phase !== "Succeeded" && phase !== "Failed")
      .map((resource) => ({
        resource,
        namespace: resource.namespace,
        labels: resource.labels,
        annotations: resource.annotations,
        spec: resource.spec,
        path: [],
        isPod: true,
      })),
  );
}

/** Labels by which a template finds its pods: not those that controllers add per revision. */
function selectorLabels(labels: Labels): Labels {
  const { ["pod-template-hash"]: _, ["controller-revision-hash"]: __, ...rest } = labels;
  return rest;
}

interface Template {
  readonly metadata?: ObjectMeta;
  readonly spec?: PodSpec;
}

function templateOf(
  resource: Resource<(typeof WORKLOAD_KINDS)[number]>,
): readonly WorkloadInstance[] {
  const owners = resource.object.metadata.ownerReferences ?? [];
  if (owners.some(({ controller }) => controller)) return [];
  const { spec } = resource as { spec: { template?: Template; jobTemplate?: JobTemplate } };
  const path = spec.jobTemplate
    ? ["spec", "jobTemplate", "spec", "template"]
    : ["spec", "template"];
  const template = spec.jobTemplate?.spec?.template ?? spec.template;
  if (!template) return [];
  return [{
    resource,
    namespace: resource.namespace,
    labels: template.metadata?.labels ?? {},
    annotations: template.metadata?.annotations ?? {},
    spec: template.spec ?? {},
    path,
    isPod: false,
  }];
}

interface JobTemplate {
  readonly spec?: { readonly template?: Template };
}
