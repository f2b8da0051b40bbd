import type { JsonMap } from "./merge.ts";

/** The role of a proxy. */
export type ProxyType = "sidecar" | "router" | "waypoint";

/** A place, for load balancing. */
export interface ProxyLocality {
  /** Region. */
  readonly region: string;
  /** Zone. */
  readonly zone: string;
  /** Part of the zone. */
  readonly subZone: string;
}

/** What is traced, and where spans go. */
export interface TracingOptions {
  /** How the collector is spoken to. */
  readonly provider: "zipkin" | "otlp";
  /** Host of the collector. */
  readonly host: string;
  /** Port of the collector. */
  readonly port: number;
}

/** Which statistics a proxy keeps beyond those that Istio always keeps, and how. */
export interface StatsOptions {
  /** Beginnings of names that are kept too. */
  readonly inclusionPrefixes?: readonly string[];
  /** Ends of names that are kept too. */
  readonly inclusionSuffixes?: readonly string[];
  /** RE2 expressions for names that are kept too. */
  readonly inclusionRegexps?: readonly string[];
  /** Further tags of Istio's own metrics. */
  readonly extraTags?: readonly string[];
  /** Buckets of histograms, by the beginning of their names. */
  readonly histogramBuckets?: Readonly<Record<string, readonly number[]>>;
  /** How often statistics go to sinks, in seconds; Envoy's own is 5. */
  readonly flushIntervalSeconds?: number;
  /** `host:port` of a StatsD server over UDP. */
  readonly statsd?: string;
}

/** Everything that the bootstrap of a proxy depends on. What is left out has Istio's own value. */
export interface BootstrapOptions {
  /** Role. */
  readonly type?: ProxyType;
  /** Pod, or name of the machine. */
  readonly name: string;
  /** Namespace. */
  readonly namespace: string;
  /** Addresses, the first one identifies the proxy. */
  readonly ips: readonly string[];
  /** Domain of Kubernetes services. */
  readonly clusterDomain?: string;
  /** Name of the service for tracing and Envoy's own cluster name; the workload's `app.namespace` if absent. */
  readonly serviceCluster?: string;
  /** Service account. */
  readonly serviceAccount?: string;
  /** Workload that owns the pod. */
  readonly workload?: string;
  /** Owner as istiod writes it, such as `kubernetes://apis/apps/v1/namespaces/shop/deployments/cart`. */
  readonly owner?: string;
  /** Labels of the pod. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the pod. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Containers of the application. */
  readonly appContainers?: readonly string[];
  /** Ports that the pod declares. */
  readonly podPorts?: readonly { readonly containerPort: number; readonly protocol?: string }[];
  /** Node. */
  readonly nodeName?: string;
  /** Mesh. */
  readonly meshId?: string;
  /** Kubernetes cluster as istiod names it. */
  readonly clusterId?: string;
  /** Network. */
  readonly network?: string;
  /** Place. */
  readonly locality?: ProxyLocality;
  /** Version of the proxy. */
  readonly istioVersion?: string;
  /** How traffic is captured. */
  readonly interceptionMode?: "REDIRECT" | "TPROXY" | "NONE";
  /** `host:port` of istiod. */
  readonly discoveryAddress?: string;
  /** How configuration is asked for: only what changed, or everything each time. */
  readonly xds?: "DELTA_GRPC" | "GRPC";
  /** Threads; absent lets Envoy decide. */
  readonly concurrency?: number;
  /** Port of the administration interface, on loopback only. */
  readonly adminPort?: number;
  /** Port of the agent. */
  readonly agentPort?: number;
  /** Port under which Prometheus reads Envoy's statistics. */
  readonly prometheusPort?: number;
  /** Port of the readiness probe. */
  readonly readinessPort?: number;
  /** Folder of the agent's socket for configuration. */
  readonly configPath?: string;
  /** Socket of the agent for certificates. */
  readonly workloadSocket?: string;
  /** Whether loopback and wildcard addresses are IPv6. */
  readonly isIpv6?: boolean;
  /** Most connections from callers at a time. */
  readonly maxDownstreamConnections?: number;
  /** Statistics. */
  readonly stats?: StatsOptions;
  /** Tracing; absent traces nothing. */
  readonly tracing?: TracingOptions;
  /** Further node metadata. */
  readonly metadata?: JsonMap;
  /** Values of Envoy's runtime. */
  readonly runtime?: JsonMap;
  /** Parts of a bootstrap that are merged in last, as Envoy merges configurations. */
  readonly override?: JsonMap;
}
