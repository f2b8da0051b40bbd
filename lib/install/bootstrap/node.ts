import type { BootstrapOptions } from "./bootstrap_options.ts";
import { type JsonMap, mergeMessages } from "./merge.ts";

/** Who the proxy is: what istiod chooses its configuration by. */
export function nodeOf(options: BootstrapOptions): JsonMap {
  const { name, namespace, clusterDomain = "cluster.local", locality } = options;
  const id = [
    options.type ?? "sidecar",
    options.ips[0] ?? "127.0.0.1",
    `${name}.${namespace}`,
    `${namespace}.svc.${clusterDomain}`,
  ].join("~");
  return {
    id,
    cluster: options.serviceCluster ?? serviceClusterOf(options),
    locality: locality === undefined
      ? {}
      : { region: locality.region, zone: locality.zone, sub_zone: locality.subZone },
    metadata: mergeMessages(metadataOf(options), options.metadata ?? {}),
  };
}

/** As the agent does without a name: the label `app`, else the workload. */
function serviceClusterOf({ labels = {}, workload, namespace }: BootstrapOptions): string {
  const app = labels["app"] ?? workload;
  return app === undefined ? `istio-proxy.${namespace}` : `${app}.${namespace}`;
}

/** Istio's node metadata; what is not known is left out. */
function metadataOf(options: BootstrapOptions): JsonMap {
  const { agentPort = 15020, prometheusPort = 15090, readinessPort = 15021 } = options;
  return present({
    NAME: options.name,
    NAMESPACE: options.namespace,
    INSTANCE_IPS: options.ips.join(","),
    SERVICE_ACCOUNT: options.serviceAccount,
    WORKLOAD_NAME: options.workload,
    OWNER: options.owner,
    LABELS: options.labels,
    ANNOTATIONS: options.annotations,
    APP_CONTAINERS: options.appContainers?.join(","),
    POD_PORTS: options.podPorts && JSON.stringify(options.podPorts),
    NODE_NAME: options.nodeName,
    MESH_ID: options.meshId ?? options.clusterDomain ?? "cluster.local",
    CLUSTER_ID: options.clusterId ?? "Kubernetes",
    NETWORK: options.network,
    ISTIO_VERSION: options.istioVersion,
    INTERCEPTION_MODE: options.type === undefined || options.type === "sidecar"
      ? options.interceptionMode ?? "REDIRECT"
      : undefined,
    PILOT_SAN: [hostOf(options.discoveryAddress ?? "istiod.istio-system.svc:15012")],
    ENVOY_PROMETHEUS_PORT: prometheusPort,
    ENVOY_STATUS_PORT: readinessPort,
    PROXY_CONFIG: proxyConfigOf(options, agentPort),
  });
}

function proxyConfigOf(options: BootstrapOptions, agentPort: number): JsonMap {
  return present({
    configPath: options.configPath ?? "./etc/istio/proxy",
    binaryPath: "/usr/local/bin/envoy",
    serviceCluster: "istio-proxy",
    drainDuration: "45s",
    terminationDrainDuration: "5s",
    discoveryAddress: options.discoveryAddress ?? "istiod.istio-system.svc:15012",
    proxyAdminPort: options.adminPort ?? 15000,
    controlPlaneAuthPolicy: "MUTUAL_TLS",
    statNameLength: 189,
    statusPort: agentPort,
    concurrency: options.concurrency,
  });
}

function hostOf(address: string): string {
  return address.replace(/:\d+$/, "");
}

function present(fields: JsonMap): JsonMap {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
