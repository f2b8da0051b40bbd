import {
  type AnyResource,
  type Mesh,
  Resource,
  WORKLOAD_KINDS,
  workloadInstances,
} from "../../mesh/mod.ts";

interface AssumedPort {
  readonly port: number;
  readonly targetPort?: number;
}

/** The ports that istioctl assumes. */
const PEER_PORTS: readonly AssumedPort[] = [80, 443, 31400, 15443].map((port) => ({ port }));

/** The ports that Istio's charts give an ingress gateway, now or in earlier releases. */
const CHART_PORTS: readonly AssumedPort[] = [
  { port: 80, targetPort: 8080 },
  { port: 443, targetPort: 8443 },
  { port: 15021 },
  { port: 15443 },
  { port: 31400 },
];

/**
 * What manifests of applications take for granted: the ingress gateway that most meshes have. Nothing,
 * where the manifests have workloads in the control plane's namespace themselves. With `compat`, the Pod
 * and the Service that istioctl adds, always.
 */
export function assumedResources(mesh: Mesh, { compat }: { compat: boolean }): AnyResource[] {
  const { config, istioNamespace } = mesh;
  if (config.ingressControllerMode === "OFF") return [];
  const isInstalled = WORKLOAD_KINDS.some((kind) => mesh.list(kind, istioNamespace).length > 0) ||
    mesh.list("Pod", istioNamespace).length > 0;
  const labels = { istio: config.ingressSelector || "ingressgateway" };
  const isThere = mesh.once(workloadInstances).select(labels).length > 0;
  if (!compat && (isInstalled || isThere)) return [];
  return [
    ingressService(config.ingressService || "istio-ingressgateway", istioNamespace, labels, compat),
    ingressPod(istioNamespace, labels, compat),
  ];
}

function ingressService(
  name: string,
  namespace: string,
  selector: Readonly<Record<string, string>>,
  compat: boolean,
): Resource<"Service"> {
  const ports = (compat ? PEER_PORTS : CHART_PORTS).map(({ port, targetPort = port }) => ({
    name: `tcp-${port}`,
    port,
    targetPort,
    protocol: "TCP",
  }));
  return new Resource("Service", "", namespace, {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name, namespace },
    spec: { selector, ports },
  });
}

function ingressPod(
  namespace: string,
  labels: Readonly<Record<string, string>>,
  compat: boolean,
): Resource<"Pod"> {
  return new Resource("Pod", "", namespace, {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "istio-ingressgateway-dummypod", namespace, labels },
    // istioctl leaves the image out, so that its own rules do not take the pod for a member of the mesh.
    spec: { containers: [{ name: "istio-proxy", ...(compat ? {} : { image: "proxyv2" }) }] },
  });
}
