/** Which of Kubernetes' own kinds a mesh is read from. @module */
import type { Schema } from "./schema.ts";

/** `[definition, plural, namespaced, older versions]`; the definition is named group.version.kind. */
export const KUBERNETES_KINDS: readonly (readonly [string, string, boolean, ...string[]])[] = [
  ["core.v1.Pod", "pods", true],
  ["core.v1.Service", "services", true],
  ["core.v1.Namespace", "namespaces", false],
  ["core.v1.Node", "nodes", false],
  ["core.v1.ConfigMap", "configmaps", true],
  ["core.v1.Secret", "secrets", true],
  ["core.v1.ServiceAccount", "serviceaccounts", true],
  ["core.v1.Endpoints", "endpoints", true],
  ["core.v1.Event", "events", true],
  ["core.v1.ResourceQuota", "resourcequotas", true],
  ["core.v1.LimitRange", "limitranges", true],
  ["discovery.v1.EndpointSlice", "endpointslices", true, "v1beta1"],
  ["apps.v1.Deployment", "deployments", true, "v1beta2", "v1beta1"],
  ["apps.v1.ReplicaSet", "replicasets", true, "v1beta2"],
  ["apps.v1.StatefulSet", "statefulsets", true, "v1beta2", "v1beta1"],
  ["apps.v1.DaemonSet", "daemonsets", true, "v1beta2"],
  ["batch.v1.Job", "jobs", true],
  ["batch.v1.CronJob", "cronjobs", true, "v1beta1"],
  ["autoscaling.v2.HorizontalPodAutoscaler", "horizontalpodautoscalers", true, "v1", "v2beta2"],
  ["policy.v1.PodDisruptionBudget", "poddisruptionbudgets", true, "v1beta1"],
  ["networking.v1.NetworkPolicy", "networkpolicies", true],
  ["networking.v1.Ingress", "ingresses", true, "v1beta1"],
  ["networking.v1.IngressClass", "ingressclasses", false, "v1beta1"],
  ["coordination.v1.Lease", "leases", true, "v1beta1"],
  ["rbac.v1.Role", "roles", true, "v1beta1"],
  ["rbac.v1.ClusterRole", "clusterroles", false, "v1beta1"],
  ["rbac.v1.RoleBinding", "rolebindings", true, "v1beta1"],
  ["rbac.v1.ClusterRoleBinding", "clusterrolebindings", false, "v1beta1"],
  [
    "admissionregistration.v1.MutatingWebhookConfiguration",
    "mutatingwebhookconfigurations",
    false,
    "v1beta1",
  ],
  [
    "admissionregistration.v1.ValidatingWebhookConfiguration",
    "validatingwebhookconfigurations",
    false,
    "v1beta1",
  ],
  ["apiextensions.v1.CustomResourceDefinition", "customresourcedefinitions", false, "v1beta1"],
];

/** Fields that say nothing about a mesh: read as they are, without a type. */
export const OPAQUE: Readonly<Record<string, readonly string[]>> = {
  ObjectMeta: ["managedFields"],
  PodSpec: ["affinity", "resourceClaims", "schedulingGates", "topologySpreadConstraints"],
  PodStatus: ["resourceClaimStatuses", "extendedResourceClaimStatus"],
  Container: ["resizePolicy", "volumeDevices"],
  EphemeralContainer: ["resizePolicy", "volumeDevices"],
  ContainerStatus: ["allocatedResourcesStatus", "user", "volumeMounts"],
  NodeSpec: ["configSource"],
  NodeStatus: ["config", "images", "volumesAttached"],
  StatefulSetSpec: ["volumeClaimTemplates", "persistentVolumeClaimRetentionPolicy"],
  JobSpec: ["podFailurePolicy", "successPolicy"],
  ResourceQuotaSpec: ["scopeSelector"],
  Volume: [
    "awsElasticBlockStore",
    "azureDisk",
    "azureFile",
    "cephfs",
    "cinder",
    "ephemeral",
    "fc",
    "flexVolume",
    "flocker",
    "gcePersistentDisk",
    "gitRepo",
    "glusterfs",
    "image",
    "iscsi",
    "nfs",
    "photonPersistentDisk",
    "portworxVolume",
    "quobyte",
    "rbd",
    "scaleIO",
    "storageos",
    "vsphereVolume",
  ],
  CustomResourceDefinitionSpec: ["conversion"],
  CustomResourceDefinitionVersion: ["additionalPrinterColumns", "schema", "subresources"],
};

/** Fields that only older versions of a kind have. */
export const OLD_FIELDS: Readonly<Record<string, Readonly<Record<string, Schema>>>> = {
  EndpointSliceEndpoint: {
    topology: {
      type: "object",
      additionalProperties: { type: "string" },
      description: "Where the endpoint runs, before v1.",
    },
  },
  HorizontalPodAutoscalerSpec: {
    targetCPUUtilizationPercentage: { type: "integer", description: "The target of v1." },
  },
  IngressBackend: {
    serviceName: { type: "string", description: "Name of the service before v1." },
    servicePort: {
      "x-kubernetes-int-or-string": true,
      description: "Port of the service before v1.",
    },
  },
  IngressSpec: {
    backend: {
      $ref: "#/definitions/io.k8s.api.networking.v1.IngressBackend",
      description: "The default backend before v1.",
    },
  },
};
