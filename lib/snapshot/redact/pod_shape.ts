import { isRecord } from "../../core/mod.ts";
import { keptAnnotations } from "./metadata.ts";
import { keep, type Shape } from "./shape.ts";

/** Containers whose commands and settings are Istio's own. */
const OF_ISTIO = new Set([
  "discovery",
  "install-cni",
  "istio-init",
  "istio-proxy",
  "istio-validation",
  "ztunnel",
]);

/** Settings of Istio, of which none holds a secret. */
const KEPT_VARIABLES =
  /^(?:ISTIO_|PILOT_|PROXY_CONFIG$|CLUSTER_ID$|REVISION$|TRUST_DOMAIN$|JWT_POLICY$|CA_ADDR$|POD_|INSTANCE_IP$|HOST_IP$|ENABLE_|EXTERNAL_ISTIOD$|LOCAL_CLUSTER_SECRET_WATCHER$|VALIDATION_|INJECTION_|GOMEMLIMIT$|GOMAXPROCS$|AMBIENT_|CNI_|INBOUND_|XDS_ADDRESS$|NETWORK$|MESH_)/;

const STATE: Shape = {
  waiting: { reason: true },
  running: { startedAt: true },
  terminated: { exitCode: true, signal: true, reason: true, startedAt: true, finishedAt: true },
};

const CONTAINER_STATUS: Shape = {
  name: true,
  ready: true,
  started: true,
  restartCount: true,
  image: true,
  state: STATE,
  lastState: STATE,
};

/** Without headers and without commands. */
const PROBE: Shape = {
  httpGet: { path: true, port: true, scheme: true, host: true },
  tcpSocket: { port: true, host: true },
  grpc: { port: true, service: true },
  initialDelaySeconds: true,
  periodSeconds: true,
  timeoutSeconds: true,
  successThreshold: true,
  failureThreshold: true,
};

const CONTAINER: Shape = {
  name: true,
  image: true,
  imagePullPolicy: true,
  ports: true,
  resources: true,
  restartPolicy: true,
  securityContext: true,
  volumeMounts: [{ name: true, mountPath: true, readOnly: true, subPath: true }],
  livenessProbe: PROBE,
  readinessProbe: PROBE,
  startupProbe: PROBE,
  env: [{ name: true }],
};

/** A container without its command and without the values of its environment, unless they are Istio's. */
function keptContainer(container: unknown): unknown {
  const kept = keep(container, CONTAINER);
  if (!isRecord(container) || !isRecord(kept) || !OF_ISTIO.has(String(container["name"]))) {
    return kept;
  }
  const env = Array.isArray(container["env"]) ? container["env"].map(keptVariable) : undefined;
  return { ...kept, ...keep(container, { args: true, command: true }) as object, env };
}

function keptVariable(variable: unknown): unknown {
  if (!isRecord(variable)) return undefined;
  const { name, value } = variable;
  return KEPT_VARIABLES.test(String(name)) && typeof value === "string"
    ? { name, value }
    : { name };
}

const REFERENCE: Shape = { name: true };

const VOLUME: Shape = {
  name: true,
  configMap: REFERENCE,
  secret: { secretName: true, optional: true },
  persistentVolumeClaim: { claimName: true },
  emptyDir: { medium: true },
  hostPath: { path: true },
  csi: { driver: true },
  projected: {
    sources: [{
      configMap: REFERENCE,
      secret: REFERENCE,
      serviceAccountToken: { audience: true, expirationSeconds: true, path: true },
    }],
  },
};

/** What is kept of the wanted state of a pod, also of one in a template. */
export const POD_SPEC: Shape = {
  containers: [keptContainer],
  initContainers: [keptContainer],
  volumes: [VOLUME],
  nodeName: true,
  nodeSelector: true,
  affinity: true,
  tolerations: true,
  topologySpreadConstraints: true,
  hostNetwork: true,
  hostPID: true,
  shareProcessNamespace: true,
  dnsPolicy: true,
  dnsConfig: true,
  hostname: true,
  subdomain: true,
  priorityClassName: true,
  restartPolicy: true,
  runtimeClassName: true,
  schedulerName: true,
  securityContext: true,
  serviceAccount: true,
  serviceAccountName: true,
  automountServiceAccountToken: true,
  terminationGracePeriodSeconds: true,
};

/** A pod as part of another object. */
export const POD_TEMPLATE: Shape = {
  metadata: { labels: true, annotations: keptAnnotations },
  spec: POD_SPEC,
};

/** What is kept of the state of a pod. */
export const POD_STATUS: Shape = {
  phase: true,
  reason: true,
  podIP: true,
  podIPs: true,
  hostIP: true,
  startTime: true,
  qosClass: true,
  conditions: [{ type: true, status: true, reason: true, lastTransitionTime: true }],
  containerStatuses: [CONTAINER_STATUS],
  initContainerStatuses: [CONTAINER_STATUS],
};
