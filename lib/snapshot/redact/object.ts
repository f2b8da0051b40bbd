import { isRecord, REDACTED } from "../../core/mod.ts";
import { parseApiVersion } from "../../mesh/mod.ts";
import { redactJson } from "./json.ts";
import { METADATA } from "./metadata.ts";
import { POD_SPEC, POD_STATUS, POD_TEMPLATE } from "./pod_shape.ts";
import { keep, type Shape } from "./shape.ts";

/** An object as a snapshot keeps it. */
export type RedactedObject = Readonly<Record<string, unknown>>;

const CONDITIONS: Shape = [{
  type: true,
  status: true,
  reason: true,
  message: true,
  lastTransitionTime: true,
  observedGeneration: true,
}];

const REPLICAS: Shape = {
  replicas: true,
  readyReplicas: true,
  availableReplicas: true,
  unavailableReplicas: true,
  updatedReplicas: true,
  currentReplicas: true,
  observedGeneration: true,
  desiredNumberScheduled: true,
  currentNumberScheduled: true,
  numberReady: true,
  numberAvailable: true,
  numberUnavailable: true,
  numberMisscheduled: true,
  updatedNumberScheduled: true,
  conditions: CONDITIONS,
};

const WORKLOAD: Shape = {
  spec: {
    replicas: true,
    selector: true,
    template: POD_TEMPLATE,
    strategy: true,
    updateStrategy: true,
    serviceName: true,
    podManagementPolicy: true,
    minReadySeconds: true,
    progressDeadlineSeconds: true,
    paused: true,
  },
  status: REPLICAS,
};

const JOB_SPEC: Shape = {
  parallelism: true,
  completions: true,
  backoffLimit: true,
  activeDeadlineSeconds: true,
  ttlSecondsAfterFinished: true,
  suspend: true,
  template: POD_TEMPLATE,
};

const WEBHOOKS: Shape = {
  webhooks: [{
    name: true,
    admissionReviewVersions: true,
    clientConfig: { service: true, caBundle: true, url: true },
    rules: true,
    failurePolicy: true,
    matchPolicy: true,
    namespaceSelector: true,
    objectSelector: true,
    reinvocationPolicy: true,
    sideEffects: true,
    timeoutSeconds: true,
    matchConditions: true,
  }],
};

const WHOLE: Shape = { spec: true, status: true };

/** What is kept of the kinds of Kubernetes beside their metadata; of others nothing but metadata is. */
const SHAPES: Readonly<Record<string, Shape>> = {
  Pod: { spec: POD_SPEC, status: POD_STATUS },
  Deployment: WORKLOAD,
  ReplicaSet: WORKLOAD,
  StatefulSet: WORKLOAD,
  DaemonSet: WORKLOAD,
  Job: { spec: JOB_SPEC, status: REPLICAS },
  CronJob: { spec: { schedule: true, suspend: true, jobTemplate: { spec: JOB_SPEC } } },
  Service: WHOLE,
  Endpoints: { subsets: true },
  EndpointSlice: { addressType: true, endpoints: true, ports: true },
  Namespace: { spec: { finalizers: true }, status: { phase: true } },
  Node: {
    spec: { podCIDR: true, podCIDRs: true, taints: true, unschedulable: true },
    status: {
      addresses: true,
      allocatable: true,
      capacity: true,
      conditions: CONDITIONS,
      daemonEndpoints: true,
      nodeInfo: true,
    },
  },
  ServiceAccount: { automountServiceAccountToken: true, imagePullSecrets: true },
  NetworkPolicy: WHOLE,
  Ingress: WHOLE,
  IngressClass: { spec: true },
  HorizontalPodAutoscaler: WHOLE,
  PodDisruptionBudget: WHOLE,
  ResourceQuota: WHOLE,
  LimitRange: { spec: true },
  Lease: { spec: true },
  PodMetrics: { timestamp: true, window: true, containers: true },
  Role: { rules: true },
  ClusterRole: { rules: true, aggregationRule: true },
  RoleBinding: { roleRef: true, subjects: true },
  ClusterRoleBinding: { roleRef: true, subjects: true },
  MutatingWebhookConfiguration: WEBHOOKS,
  ValidatingWebhookConfiguration: WEBHOOKS,
  CustomResourceDefinition: {
    spec: {
      group: true,
      names: true,
      scope: true,
      versions: [{ name: true, served: true, storage: true, deprecated: true }],
    },
    status: { conditions: CONDITIONS, storedVersions: true },
  },
  Event: {
    action: true,
    count: true,
    eventTime: true,
    firstTimestamp: true,
    lastTimestamp: true,
    involvedObject: true,
    regarding: true,
    message: true,
    note: true,
    reason: true,
    reportingComponent: true,
    reportingController: true,
    series: true,
    source: true,
    type: true,
  },
};

/** Kinds that configure the mesh: they are what a snapshot is for, so that their whole `spec` is kept. */
const MESH_GROUPS =
  /(?:^|\.)(?:istio\.io|gateway\.networking\.k8s\.io|gateway\.networking\.x-k8s\.io|multicluster\.x-k8s\.io)$/;

/** ConfigMaps that configure the mesh, or hold its public certificates. */
const MESH_CONFIG_MAP = /^(?:istio(?:-.*)?|values(?:-.*)?|kube-root-ca\.crt)$/;

/** An object with what a snapshot may keep of it, by its kind. */
export function redactObject(object: Readonly<Record<string, unknown>>): RedactedObject {
  const { apiVersion, kind, metadata } = object;
  const { group } = parseApiVersion(String(apiVersion));
  const rest = keep(object, shapeOf(group, String(kind), object)) as object;
  const kept = { apiVersion, kind, metadata: keep(metadata, METADATA), ...rest };
  return redactJson(kept) as RedactedObject;
}

function shapeOf(group: string, kind: string, object: Readonly<Record<string, unknown>>): Shape {
  if (kind === "ConfigMap") return { data: isOfMesh(object) ? true : withoutValues };
  // Certificates are public: istiod keeps its own beside the private key.
  if (kind === "Secret") return { type: true, data: publicCertificates };
  if (kind === "WasmPlugin") return { spec: withoutPluginConfig, status: true };
  if (kind === "ProxyConfig" && group !== "") return { spec: withoutEnvironment, status: true };
  if (MESH_GROUPS.test(group)) return WHOLE;
  return SHAPES[kind] ?? {};
}

function isOfMesh({ metadata }: Readonly<Record<string, unknown>>): boolean {
  return isRecord(metadata) && MESH_CONFIG_MAP.test(String(metadata["name"]));
}

function withoutValues(value: unknown): unknown {
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(Object.keys(value).map((key) => [key, REDACTED]));
}

/** Keys of Secrets under which Istio and Kubernetes keep certificates. */
const CERTIFICATES = new Set([
  "ca.crt",
  "ca-cert.pem",
  "cert-chain.pem",
  "root-cert.pem",
  "tls.crt",
]);

function publicCertificates(data: unknown): unknown {
  if (!isRecord(data)) return undefined;
  const kept = Object.entries(data).filter(([key, value]) =>
    CERTIFICATES.has(key) && typeof value === "string" && isCertificate(value)
  );
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function isCertificate(base64: string): boolean {
  try {
    const pem = atob(base64);
    return pem.includes("-----BEGIN CERTIFICATE-----") && !pem.includes("PRIVATE KEY");
  } catch {
    return false;
  }
}

function withoutPluginConfig(spec: unknown): unknown {
  if (!isRecord(spec)) return undefined;
  const { pluginConfig, vmConfig, ...rest } = spec;
  return {
    ...rest,
    ...(pluginConfig !== undefined && { pluginConfig: {} }),
    ...(vmConfig !== undefined &&
      { vmConfig: keep(vmConfig, { env: [{ name: true, valueFrom: true }] }) }),
  };
}

function withoutEnvironment(spec: unknown): unknown {
  if (!isRecord(spec)) return undefined;
  const { environmentVariables } = spec;
  return environmentVariables === undefined
    ? spec
    : { ...spec, environmentVariables: withoutValues(environmentVariables) };
}
