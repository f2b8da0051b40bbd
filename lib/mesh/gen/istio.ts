// Written by scripts/gen_types.ts. Do not edit.
import type { ObjectMeta } from "./kubernetes.ts";
/** `AuthorizationPolicy`. */
export interface AuthorizationPolicy {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Configuration for access control on workloads. */
  readonly spec?: AuthorizationPolicySpec;
  /** `AuthorizationPolicy.status`. */
  readonly status?: AuthorizationPolicyStatus;
}

/** Specifies detailed configuration of the CUSTOM action. */
export interface AuthorizationPolicyProvider {
  /** Specifies the name of the extension provider. */
  readonly name?: string;
}

/** `AuthorizationPolicy` `spec.rules`. */
export interface AuthorizationPolicyRule {
  /** `AuthorizationPolicy.spec.rules.from`. */
  readonly from?: readonly AuthorizationPolicyRuleFrom[];
  /** `AuthorizationPolicy.spec.rules.to`. */
  readonly to?: readonly AuthorizationPolicyRuleTo[];
  /** `AuthorizationPolicy.spec.rules.when`. */
  readonly when?: readonly AuthorizationPolicyRuleWhen[];
}

/** `AuthorizationPolicy` `spec.rules.from`. */
export interface AuthorizationPolicyRuleFrom {
  /** Source specifies the source of a request. */
  readonly source?: AuthorizationPolicyRuleFromSource;
}

/** Source specifies the source of a request. */
export interface AuthorizationPolicyRuleFromSource {
  /** `AuthorizationPolicy.spec.rules.from.source.ipBlocks`. */
  readonly ipBlocks?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.from.source.namespaces`. */
  readonly namespaces?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.from.source.notIpBlocks`. */
  readonly notIpBlocks?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.from.source.notNamespaces`. */
  readonly notNamespaces?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.from.source.notPrincipals`. */
  readonly notPrincipals?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.from.source.notRemoteIpBlocks`. */
  readonly notRemoteIpBlocks?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.from.source.notRequestPrincipals`. */
  readonly notRequestPrincipals?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.from.source.notServiceAccounts`. */
  readonly notServiceAccounts?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.from.source.notTrustDomains`. */
  readonly notTrustDomains?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.from.source.principals`. */
  readonly principals?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.from.source.remoteIpBlocks`. */
  readonly remoteIpBlocks?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.from.source.requestPrincipals`. */
  readonly requestPrincipals?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.from.source.serviceAccounts`. */
  readonly serviceAccounts?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.from.source.trustDomains`. */
  readonly trustDomains?: readonly string[];
}

/** `AuthorizationPolicy` `spec.rules.to`. */
export interface AuthorizationPolicyRuleTo {
  /** Operation specifies the operation of a request. */
  readonly operation?: AuthorizationPolicyRuleToOperation;
}

/** Operation specifies the operation of a request. */
export interface AuthorizationPolicyRuleToOperation {
  /** `AuthorizationPolicy.spec.rules.to.operation.hosts`. */
  readonly hosts?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.to.operation.methods`. */
  readonly methods?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.to.operation.notHosts`. */
  readonly notHosts?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.to.operation.notMethods`. */
  readonly notMethods?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.to.operation.notPaths`. */
  readonly notPaths?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.to.operation.notPorts`. */
  readonly notPorts?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.to.operation.paths`. */
  readonly paths?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.to.operation.ports`. */
  readonly ports?: readonly string[];
}

/** `AuthorizationPolicy` `spec.rules.when`. */
export interface AuthorizationPolicyRuleWhen {
  /** The name of an Istio attribute. */
  readonly key?: string;
  /** `AuthorizationPolicy.spec.rules.when.notValues`. */
  readonly notValues?: readonly string[];
  /** `AuthorizationPolicy.spec.rules.when.values`. */
  readonly values?: readonly string[];
}

/** `AuthorizationPolicy` `spec.selector`. */
export interface AuthorizationPolicySelector {
  /** One or more labels that indicate a specific set of pods/VMs on which a policy should be applied. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** Configuration for access control on workloads. */
export interface AuthorizationPolicySpec {
  /** Valid Options. */
  readonly action?: "ALLOW" | "DENY" | "AUDIT" | "CUSTOM";
  /** Specifies detailed configuration of the CUSTOM action. */
  readonly provider?: AuthorizationPolicyProvider;
  /** `AuthorizationPolicy.spec.rules`. */
  readonly rules?: readonly AuthorizationPolicyRule[];
  /** `AuthorizationPolicy.spec.selector`. */
  readonly selector?: AuthorizationPolicySelector;
  /** `AuthorizationPolicy.spec.targetRef`. */
  readonly targetRef?: AuthorizationPolicyTargetRef;
  /** `AuthorizationPolicy.spec.targetRefs`. */
  readonly targetRefs?: readonly AuthorizationPolicyTargetRef[];
}

/** `AuthorizationPolicy` `status`. */
export interface AuthorizationPolicyStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly AuthorizationPolicyStatusCondition[];
  /** `AuthorizationPolicy.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly AuthorizationPolicyStatusValidationMessage[];
}

/** `AuthorizationPolicy` `status.conditions`. */
export interface AuthorizationPolicyStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `AuthorizationPolicy` `status.validationMessages`. */
export interface AuthorizationPolicyStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `AuthorizationPolicy.status.validationMessages.type`. */
  readonly type?: AuthorizationPolicyStatusValidationMessageType;
}

/** `AuthorizationPolicy` `status.validationMessages.type`. */
export interface AuthorizationPolicyStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** `AuthorizationPolicy` `spec.targetRef`. */
export interface AuthorizationPolicyTargetRef {
  /** group is the group of the target resource. */
  readonly group?: string;
  /** kind is kind of the target resource. */
  readonly kind?: string;
  /** name is the name of the target resource. */
  readonly name?: string;
  /** namespace is the namespace of the referent. */
  readonly namespace?: string;
}

/** `DestinationRule`. */
export interface DestinationRule {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Configuration affecting load balancing, outlier detection, etc. */
  readonly spec?: DestinationRuleSpec;
  /** `DestinationRule.status`. */
  readonly status?: DestinationRuleStatus;
}

/** Configuration affecting load balancing, outlier detection, etc. */
export interface DestinationRuleSpec {
  /** A list of namespaces to which this destination rule is exported. */
  readonly exportTo?: readonly string[];
  /** The name of a service from the service registry. */
  readonly host?: string;
  /** One or more named sets that represent individual versions of a service. */
  readonly subsets?: readonly DestinationRuleSubset[];
  /** Traffic policies to apply (load balancing policy, connection pool sizes, outlier detection). */
  readonly trafficPolicy?: DestinationRuleTrafficPolicy;
  /** Criteria used to select the specific set of pods/VMs on which this `DestinationRule` configuration should be applied. */
  readonly workloadSelector?: DestinationRuleWorkloadSelector;
}

/** `DestinationRule` `status`. */
export interface DestinationRuleStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly DestinationRuleStatusCondition[];
  /** `DestinationRule.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly DestinationRuleStatusValidationMessage[];
}

/** `DestinationRule` `status.conditions`. */
export interface DestinationRuleStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `DestinationRule` `status.validationMessages`. */
export interface DestinationRuleStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `DestinationRule.status.validationMessages.type`. */
  readonly type?: DestinationRuleStatusValidationMessageType;
}

/** `DestinationRule` `status.validationMessages.type`. */
export interface DestinationRuleStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** `DestinationRule` `spec.subsets`. */
export interface DestinationRuleSubset {
  /** Labels apply a filter over the endpoints of a service in the service registry. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Name of the subset. */
  readonly name?: string;
  /** Traffic policies that apply to this subset. */
  readonly trafficPolicy?: DestinationRuleTrafficPolicy;
}

/** Traffic policies to apply (load balancing policy, connection pool sizes, outlier detection). */
export interface DestinationRuleTrafficPolicy {
  /** `DestinationRule.spec.trafficPolicy.connectionPool`. */
  readonly connectionPool?: DestinationRuleTrafficPolicyConnectionPool;
  /** Settings controlling the load balancer algorithms. */
  readonly loadBalancer?: DestinationRuleTrafficPolicyLoadBalancer;
  /** `DestinationRule.spec.trafficPolicy.outlierDetection`. */
  readonly outlierDetection?: DestinationRuleTrafficPolicyOutlierDetection;
  /** Traffic policies specific to individual ports. */
  readonly portLevelSettings?: readonly DestinationRuleTrafficPolicyPortLevelSetting[];
  /** The upstream PROXY protocol settings. */
  readonly proxyProtocol?: DestinationRuleTrafficPolicyProxyProtocol;
  /** Specifies a limit on concurrent retries in relation to the number of active requests. */
  readonly retryBudget?: DestinationRuleTrafficPolicyRetryBudget;
  /** TLS related settings for connections to the upstream service. */
  readonly tls?: DestinationRuleTrafficPolicyTls;
  /** Configuration of tunneling TCP over other transport or application layers for the host configured in the DestinationRule. */
  readonly tunnel?: DestinationRuleTrafficPolicyTunnel;
}

/** `DestinationRule` `spec.trafficPolicy.connectionPool`. */
export interface DestinationRuleTrafficPolicyConnectionPool {
  /** HTTP connection pool settings. */
  readonly http?: DestinationRuleTrafficPolicyConnectionPoolHttp;
  /** Settings common to both HTTP and TCP upstream connections. */
  readonly tcp?: DestinationRuleTrafficPolicyConnectionPoolTcp;
}

/** HTTP connection pool settings. */
export interface DestinationRuleTrafficPolicyConnectionPoolHttp {
  /** Specify if http1.1 connection should be upgraded to http2 for the associated destination. */
  readonly h2UpgradePolicy?: "DEFAULT" | "DO_NOT_UPGRADE" | "UPGRADE";
  /** Maximum number of requests that will be queued while waiting for a ready connection pool connection. */
  readonly http1MaxPendingRequests?: number;
  /** Configure HTTP/2 PING frames for upstream connections. */
  readonly http2KeepAlive?: DestinationRuleTrafficPolicyConnectionPoolHttpHttp2KeepAlive;
  /** Maximum number of active requests to a destination. */
  readonly http2MaxRequests?: number;
  /** The idle timeout for upstream connection pool connections. */
  readonly idleTimeout?: string;
  /** The maximum number of concurrent streams allowed for a peer on one HTTP/2 connection. */
  readonly maxConcurrentStreams?: number;
  /** Maximum number of requests per connection to a backend. */
  readonly maxRequestsPerConnection?: number;
  /** Maximum number of retries that can be outstanding to all hosts in a cluster at a given time. */
  readonly maxRetries?: number;
  /** If set to true, client protocol will be preserved while initiating connection to backend. */
  readonly useClientProtocol?: boolean;
}

/** Configure HTTP/2 PING frames for upstream connections. */
export interface DestinationRuleTrafficPolicyConnectionPoolHttpHttp2KeepAlive {
  /** Send HTTP/2 PING frames at this interval. */
  readonly interval?: string;
  /** How long to wait for a response to an HTTP/2 PING frame before closing the connection. */
  readonly timeout?: string;
}

/** Settings common to both HTTP and TCP upstream connections. */
export interface DestinationRuleTrafficPolicyConnectionPoolTcp {
  /** TCP connection timeout. */
  readonly connectTimeout?: string;
  /** The idle timeout for TCP connections. */
  readonly idleTimeout?: string;
  /** The maximum duration of a connection. */
  readonly maxConnectionDuration?: string;
  /** Maximum number of HTTP1 /TCP connections to a destination host. */
  readonly maxConnections?: number;
  /** If set then set SO_KEEPALIVE on the socket to enable TCP Keepalives. */
  readonly tcpKeepalive?: DestinationRuleTrafficPolicyConnectionPoolTcpTcpKeepalive;
}

/** If set then set SO_KEEPALIVE on the socket to enable TCP Keepalives. */
export interface DestinationRuleTrafficPolicyConnectionPoolTcpTcpKeepalive {
  /** The time duration between keep-alive probes. */
  readonly interval?: string;
  /** Maximum number of keepalive probes to send without response before deciding the connection is dead. */
  readonly probes?: number;
  /** The time duration a connection needs to be idle before keep-alive probes start being sent. */
  readonly time?: string;
}

/** Settings controlling the load balancer algorithms. */
export interface DestinationRuleTrafficPolicyLoadBalancer {
  /** Consistent Hash-based load balancing can be used to provide soft session affinity based on HTTP headers, cookies or other properties. */
  readonly consistentHash?: DestinationRuleTrafficPolicyLoadBalancerConsistentHash;
  /** Locality load balancer settings. */
  readonly localityLbSetting?: DestinationRuleTrafficPolicyLoadBalancerLocalityLbSetting;
  /** Standard load balancing algorithms that require no tuning. */
  readonly simple?:
    | "UNSPECIFIED"
    | "LEAST_CONN"
    | "RANDOM"
    | "PASSTHROUGH"
    | "ROUND_ROBIN"
    | "LEAST_REQUEST";
  /** Represents the warmup configuration of Service. */
  readonly warmup?: DestinationRuleTrafficPolicyLoadBalancerWarmup;
  /** use `warmup` instead. */
  readonly warmupDurationSecs?: string;
  /** Zone Aware load balancer settings. */
  readonly zoneAwareLbSetting?: DestinationRuleTrafficPolicyLoadBalancerZoneAwareLbSetting;
}

/** Consistent Hash-based load balancing can be used to provide soft session affinity based on HTTP headers, cookies or other properties. */
export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHash {
  /** Hash based on HTTP cookie. */
  readonly httpCookie?: DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookie;
  /** Hash based on a specific HTTP header. */
  readonly httpHeaderName?: string;
  /** Hash based on a specific HTTP query parameter. */
  readonly httpQueryParameterName?: string;
  /** The Maglev load balancer implements consistent hashing to backend hosts. */
  readonly maglev?: DestinationRuleTrafficPolicyLoadBalancerConsistentHashMaglev;
  /** `DestinationRule.spec.trafficPolicy.loadBalancer.consistentHash.minimumRingSize`. */
  readonly minimumRingSize?: number;
  /** The ring/modulo hash load balancer implements consistent hashing to backend hosts. */
  readonly ringHash?: DestinationRuleTrafficPolicyLoadBalancerConsistentHashRingHash;
  /** Hash based on the source IP address. */
  readonly useSourceIp?: boolean;
}

/** Hash based on HTTP cookie. */
export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookie {
  /** Additional attributes for the cookie. */
  readonly attributes?:
    readonly DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookieAttribute[];
  /** Name of the cookie. */
  readonly name?: string;
  /** Path to set for the cookie. */
  readonly path?: string;
  /** Lifetime of the cookie. */
  readonly ttl?: string;
}

/** `DestinationRule` `spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.attributes`. */
export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookieAttribute {
  /** The name of the cookie attribute. */
  readonly name?: string;
  /** The optional value of the cookie attribute. */
  readonly value?: string;
}

/** The Maglev load balancer implements consistent hashing to backend hosts. */
export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashMaglev {
  /** The table size for Maglev hashing. */
  readonly tableSize?: number;
}

/** The ring/modulo hash load balancer implements consistent hashing to backend hosts. */
export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashRingHash {
  /** The minimum number of virtual nodes to use for the hash ring. */
  readonly minimumRingSize?: number;
}

/** Locality load balancer settings. */
export interface DestinationRuleTrafficPolicyLoadBalancerLocalityLbSetting {
  /** only one of distribute, failover or failoverPriority can be set. */
  readonly distribute?:
    readonly DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingDistribute[];
  /** Enable locality load balancing. */
  readonly enabled?: boolean;
  /** only one of distribute, failover or failoverPriority can be set. */
  readonly failover?: readonly DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingFailover[];
  /** failoverPriority is an ordered list of labels used to sort endpoints to do priority based load balancing. */
  readonly failoverPriority?: readonly string[];
}

/** `DestinationRule` `spec.trafficPolicy.loadBalancer.localityLbSetting.distribute`. */
export interface DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingDistribute {
  /** Originating locality, '/' separated, e.g. */
  readonly from?: string;
  /** Map of upstream localities to traffic distribution weights. */
  readonly to?: Readonly<Record<string, number>>;
}

/** `DestinationRule` `spec.trafficPolicy.loadBalancer.localityLbSetting.failover`. */
export interface DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingFailover {
  /** Originating region. */
  readonly from?: string;
  /** Destination region the traffic will fail over to when endpoints in the 'from' region becomes unhealthy. */
  readonly to?: string;
}

/** Represents the warmup configuration of Service. */
export interface DestinationRuleTrafficPolicyLoadBalancerWarmup {
  /** This parameter controls the speed of traffic increase over the warmup duration. */
  readonly aggression?: number;
  /** `DestinationRule.spec.trafficPolicy.loadBalancer.warmup.duration`. */
  readonly duration?: string;
  /** `DestinationRule.spec.trafficPolicy.loadBalancer.warmup.minimumPercent`. */
  readonly minimumPercent?: number;
}

/** Zone Aware load balancer settings. */
export interface DestinationRuleTrafficPolicyLoadBalancerZoneAwareLbSetting {
  /** Enable zone aware load balancing. */
  readonly enabled?: boolean;
  /** `DestinationRule.spec.trafficPolicy.loadBalancer.zoneAwareLbSetting.failover`. */
  readonly failover?: readonly DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingFailover[];
  /** failoverPriority is an ordered list of labels used to sort endpoints for priority-based load balancing. */
  readonly failoverPriority?: readonly string[];
  /** Minimum number of hosts in the upstream cluster's local region required for zone-aware load balancing to be enabled. */
  readonly minClusterSize?: number;
}

/** `DestinationRule` `spec.trafficPolicy.outlierDetection`. */
export interface DestinationRuleTrafficPolicyOutlierDetection {
  /** Minimum ejection duration. */
  readonly baseEjectionTime?: string;
  /** Number of 5xx errors before a host is ejected from the connection pool. */
  readonly consecutive5xxErrors?: number;
  /** `DestinationRule.spec.trafficPolicy.outlierDetection.consecutiveErrors`. */
  readonly consecutiveErrors?: number;
  /** Number of gateway errors before a host is ejected from the connection pool. */
  readonly consecutiveGatewayErrors?: number;
  /** The number of consecutive locally originated failures before ejection occurs. */
  readonly consecutiveLocalOriginFailures?: number;
  /** Time interval between ejection sweep analysis. */
  readonly interval?: string;
  /** Maximum % of hosts in the load balancing pool for the upstream service that can be ejected. */
  readonly maxEjectionPercent?: number;
  /** Outlier detection will be enabled as long as the associated load balancing pool has at least `minHealthPercent` hosts in healthy mode. */
  readonly minHealthPercent?: number;
  /** Specifies the HTTP response status codes that are treated as outlier detection errors. */
  readonly outlierDetectionHttpErrorCodes?: readonly number[];
  /** Determines whether to distinguish local origin failures from external errors. */
  readonly splitExternalLocalOriginErrors?: boolean;
}

/** `DestinationRule` `spec.trafficPolicy.portLevelSettings`. */
export interface DestinationRuleTrafficPolicyPortLevelSetting {
  /** `DestinationRule.spec.trafficPolicy.portLevelSettings.connectionPool`. */
  readonly connectionPool?: DestinationRuleTrafficPolicyConnectionPool;
  /** Settings controlling the load balancer algorithms. */
  readonly loadBalancer?: DestinationRuleTrafficPolicyLoadBalancer;
  /** `DestinationRule.spec.trafficPolicy.portLevelSettings.outlierDetection`. */
  readonly outlierDetection?: DestinationRuleTrafficPolicyOutlierDetection;
  /** Specifies the number of a port on the destination service on which this policy is being applied. */
  readonly port?: DestinationRuleTrafficPolicyPortLevelSettingPort;
  /** TLS related settings for connections to the upstream service. */
  readonly tls?: DestinationRuleTrafficPolicyTls;
}

/** Specifies the number of a port on the destination service on which this policy is being applied. */
export interface DestinationRuleTrafficPolicyPortLevelSettingPort {
  /** `DestinationRule.spec.trafficPolicy.portLevelSettings.port.number`. */
  readonly number?: number;
}

/** The upstream PROXY protocol settings. */
export interface DestinationRuleTrafficPolicyProxyProtocol {
  /** The PROXY protocol version to use. */
  readonly version?: "V1" | "V2";
}

/** Specifies a limit on concurrent retries in relation to the number of active requests. */
export interface DestinationRuleTrafficPolicyRetryBudget {
  /** Specifies the duration in which requests will be considered when calculating the budget for retries. */
  readonly budgetInterval?: string;
  /** Specifies the minimum retry concurrency allowed for the retry budget. */
  readonly minRetryConcurrency?: number;
  /** Specifies the limit on concurrent retries as a percentage of the sum of active requests and active pending requests. */
  readonly percent?: number;
}

/** TLS related settings for connections to the upstream service. */
export interface DestinationRuleTrafficPolicyTls {
  /** The path to the file containing certificate authority certificates to use in verifying a presented server certificate. */
  readonly caCertificates?: string;
  /** The path to the file containing the certificate revocation list (CRL) to use in verifying a presented server certificate. */
  readonly caCrl?: string;
  /** REQUIRED if mode is `MUTUAL`. */
  readonly clientCertificate?: string;
  /** The name of the secret that holds the TLS certs for the client including the CA certificates. */
  readonly credentialName?: string;
  /** `insecureSkipVerify` specifies whether the proxy should skip verifying the CA signature and SAN for the server certificate corresponding to the host. */
  readonly insecureSkipVerify?: boolean;
  /** Indicates whether connections to this port should be secured using TLS. */
  readonly mode?: "DISABLE" | "SIMPLE" | "MUTUAL" | "ISTIO_MUTUAL";
  /** REQUIRED if mode is `MUTUAL`. */
  readonly privateKey?: string;
  /** SNI string to present to the server during TLS handshake. */
  readonly sni?: string;
  /** A list of alternate names to verify the subject identity in the certificate. */
  readonly subjectAltNames?: readonly string[];
}

/** Configuration of tunneling TCP over other transport or application layers for the host configured in the DestinationRule. */
export interface DestinationRuleTrafficPolicyTunnel {
  /** Specifies which protocol to use for tunneling the downstream connection. */
  readonly protocol?: string;
  /** Specifies a host to which the downstream connection is tunneled. */
  readonly targetHost?: string;
  /** Specifies a port to which the downstream connection is tunneled. */
  readonly targetPort?: number;
}

/** Criteria used to select the specific set of pods/VMs on which this `DestinationRule` configuration should be applied. */
export interface DestinationRuleWorkloadSelector {
  /** One or more labels that indicate a specific set of pods/VMs on which a policy should be applied. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** `EnvoyFilter`. */
export interface EnvoyFilter {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Customizing Envoy configuration generated by Istio. */
  readonly spec?: EnvoyFilterSpec;
  /** `EnvoyFilter.status`. */
  readonly status?: EnvoyFilterStatus;
}

/** `EnvoyFilter` `spec.configPatches`. */
export interface EnvoyFilterConfigPatch {
  /** Specifies where in the Envoy configuration, the patch should be applied. */
  readonly applyTo?:
    | "INVALID"
    | "LISTENER"
    | "FILTER_CHAIN"
    | "NETWORK_FILTER"
    | "HTTP_FILTER"
    | "ROUTE_CONFIGURATION"
    | "VIRTUAL_HOST"
    | "HTTP_ROUTE"
    | "CLUSTER"
    | "EXTENSION_CONFIG"
    | "BOOTSTRAP"
    | "LISTENER_FILTER";
  /** Match on listener/route configuration/cluster. */
  readonly match?: EnvoyFilterConfigPatchMatch;
  /** The patch to apply along with the operation. */
  readonly patch?: EnvoyFilterConfigPatchPatch;
}

/** Match on listener/route configuration/cluster. */
export interface EnvoyFilterConfigPatchMatch {
  /** Match on envoy cluster attributes. */
  readonly cluster?: EnvoyFilterConfigPatchMatchCluster;
  /** The specific config generation context to match on. */
  readonly context?: "ANY" | "SIDECAR_INBOUND" | "SIDECAR_OUTBOUND" | "GATEWAY" | "WAYPOINT";
  /** Match on envoy listener attributes. */
  readonly listener?: EnvoyFilterConfigPatchMatchListener;
  /** Match on properties associated with a proxy. */
  readonly proxy?: EnvoyFilterConfigPatchMatchProxy;
  /** Match on envoy HTTP route configuration attributes. */
  readonly routeConfiguration?: EnvoyFilterConfigPatchMatchRouteConfiguration;
  /** `EnvoyFilter.spec.configPatches.match.waypoint`. */
  readonly waypoint?: EnvoyFilterConfigPatchMatchWaypoint;
}

/** Match on envoy cluster attributes. */
export interface EnvoyFilterConfigPatchMatchCluster {
  /** The exact name of the cluster to match. */
  readonly name?: string;
  /** The service port for which this cluster was generated. */
  readonly portNumber?: number;
  /** The fully qualified service name for this cluster. */
  readonly service?: string;
  /** The subset associated with the service. */
  readonly subset?: string;
}

/** Match on envoy listener attributes. */
export interface EnvoyFilterConfigPatchMatchListener {
  /** Match a specific filter chain in a listener. */
  readonly filterChain?: EnvoyFilterConfigPatchMatchListenerFilterChain;
  /** Match a specific listener filter. */
  readonly listenerFilter?: string;
  /** Match a specific listener by its name. */
  readonly name?: string;
  /** `EnvoyFilter.spec.configPatches.match.listener.portName`. */
  readonly portName?: string;
  /** The service port/gateway port to which traffic is being sent/received. */
  readonly portNumber?: number;
}

/** Match a specific filter chain in a listener. */
export interface EnvoyFilterConfigPatchMatchListenerFilterChain {
  /** Applies only to sidecars. */
  readonly applicationProtocols?: string;
  /** The destination_port value used by a filter chain's match condition. */
  readonly destinationPort?: number;
  /** The name of a specific filter to apply the patch to. */
  readonly filter?: EnvoyFilterConfigPatchMatchWaypointFilter;
  /** The name assigned to the filter chain. */
  readonly name?: string;
  /** The SNI value used by a filter chain's match condition. */
  readonly sni?: string;
  /** Applies only to `SIDECAR_INBOUND` context. */
  readonly transportProtocol?: string;
}

/** Match on properties associated with a proxy. */
export interface EnvoyFilterConfigPatchMatchProxy {
  /** Match on the node metadata supplied by a proxy when connecting to istiod. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** A regular expression in golang regex format (RE2) that can be used to select proxies using a specific version of istio proxy. */
  readonly proxyVersion?: string;
}

/** Match on envoy HTTP route configuration attributes. */
export interface EnvoyFilterConfigPatchMatchRouteConfiguration {
  /** The Istio gateway config's namespace/name for which this route configuration was generated. */
  readonly gateway?: string;
  /** Route configuration name to match on. */
  readonly name?: string;
  /** Applicable only for GATEWAY context. */
  readonly portName?: string;
  /** The service port number or gateway server port number for which this route configuration was generated. */
  readonly portNumber?: number;
  /** Match a specific virtual host in a route configuration and apply the patch to the virtual host. */
  readonly vhost?: EnvoyFilterConfigPatchMatchRouteConfigurationVhost;
}

/** Match a specific virtual host in a route configuration and apply the patch to the virtual host. */
export interface EnvoyFilterConfigPatchMatchRouteConfigurationVhost {
  /** Match a domain name in a virtual host. */
  readonly domainName?: string;
  /** The VirtualHosts objects generated by Istio are named as host:port, where the host typically corresponds to the VirtualService's host field or the hostname of a … */
  readonly name?: string;
  /** Match a specific route within the virtual host. */
  readonly route?: EnvoyFilterConfigPatchMatchRouteConfigurationVhostRoute;
}

/** Match a specific route within the virtual host. */
export interface EnvoyFilterConfigPatchMatchRouteConfigurationVhostRoute {
  /** Match a route with specific action type. */
  readonly action?: "ANY" | "ROUTE" | "REDIRECT" | "DIRECT_RESPONSE";
  /** The Route objects generated by default are named as default. */
  readonly name?: string;
}

/** `EnvoyFilter` `spec.configPatches.match.waypoint`. */
export interface EnvoyFilterConfigPatchMatchWaypoint {
  /** The name of a specific filter to apply the patch to. */
  readonly filter?: EnvoyFilterConfigPatchMatchWaypointFilter;
  /** The service port to match on. */
  readonly portNumber?: number;
  /** Match a specific route. */
  readonly route?: EnvoyFilterConfigPatchMatchWaypointRoute;
}

/** The name of a specific filter to apply the patch to. */
export interface EnvoyFilterConfigPatchMatchWaypointFilter {
  /** The filter name to match on. */
  readonly name?: string;
  /** The next level filter within this filter to match on. */
  readonly subFilter?: EnvoyFilterConfigPatchMatchWaypointRoute;
}

/** Match a specific route. */
export interface EnvoyFilterConfigPatchMatchWaypointRoute {
  /** The Route objects generated by default are named as default. */
  readonly name?: string;
}

/** The patch to apply along with the operation. */
export interface EnvoyFilterConfigPatchPatch {
  /** Determines the filter insertion order. */
  readonly filterClass?: "UNSPECIFIED" | "AUTHN" | "AUTHZ" | "STATS";
  /** Determines how the patch should be applied. */
  readonly operation?:
    | "INVALID"
    | "MERGE"
    | "ADD"
    | "REMOVE"
    | "INSERT_BEFORE"
    | "INSERT_AFTER"
    | "INSERT_FIRST"
    | "REPLACE"
    | "MERGE_AND_REPLACE_LIST";
  /** The JSON config of the object being patched. */
  readonly value?: Readonly<Record<string, unknown>>;
}

/** Customizing Envoy configuration generated by Istio. */
export interface EnvoyFilterSpec {
  /** One or more patches with match conditions. */
  readonly configPatches?: readonly EnvoyFilterConfigPatch[];
  /** Priority defines the order in which patch sets are applied within a context. */
  readonly priority?: number;
  /** `EnvoyFilter.spec.targetRefs`. */
  readonly targetRefs?: readonly EnvoyFilterTargetRef[];
  /** Criteria used to select the specific set of pods/VMs on which this patch configuration should be applied. */
  readonly workloadSelector?: EnvoyFilterWorkloadSelector;
}

/** `EnvoyFilter` `status`. */
export interface EnvoyFilterStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly EnvoyFilterStatusCondition[];
  /** `EnvoyFilter.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly EnvoyFilterStatusValidationMessage[];
}

/** `EnvoyFilter` `status.conditions`. */
export interface EnvoyFilterStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `EnvoyFilter` `status.validationMessages`. */
export interface EnvoyFilterStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `EnvoyFilter.status.validationMessages.type`. */
  readonly type?: EnvoyFilterStatusValidationMessageType;
}

/** `EnvoyFilter` `status.validationMessages.type`. */
export interface EnvoyFilterStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** `EnvoyFilter` `spec.targetRefs`. */
export interface EnvoyFilterTargetRef {
  /** group is the group of the target resource. */
  readonly group?: string;
  /** kind is kind of the target resource. */
  readonly kind?: string;
  /** name is the name of the target resource. */
  readonly name?: string;
  /** namespace is the namespace of the referent. */
  readonly namespace?: string;
}

/** Criteria used to select the specific set of pods/VMs on which this patch configuration should be applied. */
export interface EnvoyFilterWorkloadSelector {
  /** One or more labels that indicate a specific set of pods/VMs on which the configuration should be applied. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** `Gateway`. */
export interface Gateway {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Configuration affecting edge load balancer. */
  readonly spec?: GatewaySpec;
  /** `Gateway.status`. */
  readonly status?: GatewayStatus;
}

/** `Gateway` `spec.servers`. */
export interface GatewayServer {
  /** The ip or the Unix domain socket to which the listener should be bound to. */
  readonly bind?: string;
  /** `Gateway.spec.servers.defaultEndpoint`. */
  readonly defaultEndpoint?: string;
  /** One or more hosts exposed by this gateway. */
  readonly hosts?: readonly string[];
  /** An optional name of the server, when set must be unique across all servers. */
  readonly name?: string;
  /** The Port on which the proxy should listen for incoming connections. */
  readonly port?: GatewayServerPort;
  /** Set of TLS related options that govern the server's behavior. */
  readonly tls?: GatewayServerTls;
}

/** The Port on which the proxy should listen for incoming connections. */
export interface GatewayServerPort {
  /** Label assigned to the port. */
  readonly name?: string;
  /** A valid non-negative integer port number. */
  readonly number?: number;
  /** The protocol exposed on the port. */
  readonly protocol?: string;
  /** `Gateway.spec.servers.port.targetPort`. */
  readonly targetPort?: number;
}

/** Set of TLS related options that govern the server's behavior. */
export interface GatewayServerTls {
  /** For mutual TLS, the name of the secret or the configmap that holds CA certificates. */
  readonly caCertCredentialName?: string;
  /** REQUIRED if mode is `MUTUAL` or `OPTIONAL_MUTUAL`. */
  readonly caCertificates?: string;
  /** The path to the file containing the certificate revocation list (CRL) to use in verifying a presented client side certificate. */
  readonly caCrl?: string;
  /** If specified, only support the specified cipher list. */
  readonly cipherSuites?: readonly string[];
  /** For gateways running on Kubernetes, the name of the secret that holds the TLS certs including the CA certificates. */
  readonly credentialName?: string;
  /** Same as CredentialName but for multiple certificates. */
  readonly credentialNames?: readonly string[];
  /** If set to true, the load balancer will send a 301 redirect for all http connections, asking the clients to use HTTPS. */
  readonly httpsRedirect?: boolean;
  /** If set to true, the proxy will try to validate the certificate, but even if the validation fails, it will allow the connection through. */
  readonly insecureSkipVerify?: boolean;
  /** Maximum TLS protocol version. */
  readonly maxProtocolVersion?: "TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3";
  /** Minimum TLS protocol version. */
  readonly minProtocolVersion?: "TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3";
  /** Indicates whether connections to this port should be secured using TLS. */
  readonly mode?:
    | "PASSTHROUGH"
    | "SIMPLE"
    | "MUTUAL"
    | "AUTO_PASSTHROUGH"
    | "ISTIO_MUTUAL"
    | "OPTIONAL_MUTUAL";
  /** REQUIRED if mode is `SIMPLE` or `MUTUAL`. */
  readonly privateKey?: string;
  /** REQUIRED if mode is `SIMPLE` or `MUTUAL`. */
  readonly serverCertificate?: string;
  /** A list of alternate names to verify the subject identity in the certificate presented by the client. */
  readonly subjectAltNames?: readonly string[];
  /** Only one of `server_certificate`, `private_key` or `credential_name` or `credential_names` or `tls_certificates` should be specified. */
  readonly tlsCertificates?: readonly GatewayServerTlsTlsCertificate[];
  /** An optional list of hex-encoded SHA-256 hashes of the authorized client certificates. */
  readonly verifyCertificateHash?: readonly string[];
  /** An optional list of base64-encoded SHA-256 hashes of the SPKIs of authorized client certificates. */
  readonly verifyCertificateSpki?: readonly string[];
}

/** `Gateway` `spec.servers.tls.tlsCertificates`. */
export interface GatewayServerTlsTlsCertificate {
  /** `Gateway.spec.servers.tls.tlsCertificates.caCertificates`. */
  readonly caCertificates?: string;
  /** REQUIRED if mode is `SIMPLE` or `MUTUAL`. */
  readonly privateKey?: string;
  /** REQUIRED if mode is `SIMPLE` or `MUTUAL`. */
  readonly serverCertificate?: string;
}

/** Configuration affecting edge load balancer. */
export interface GatewaySpec {
  /** One or more labels that indicate a specific set of pods/VMs on which this gateway configuration should be applied. */
  readonly selector?: Readonly<Record<string, string>>;
  /** A list of server specifications. */
  readonly servers?: readonly GatewayServer[];
}

/** `Gateway` `status`. */
export interface GatewayStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly GatewayStatusCondition[];
  /** `Gateway.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly GatewayStatusValidationMessage[];
}

/** `Gateway` `status.conditions`. */
export interface GatewayStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `Gateway` `status.validationMessages`. */
export interface GatewayStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `Gateway.status.validationMessages.type`. */
  readonly type?: GatewayStatusValidationMessageType;
}

/** `Gateway` `status.validationMessages.type`. */
export interface GatewayStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** `PeerAuthentication`. */
export interface PeerAuthentication {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Peer authentication configuration for workloads. */
  readonly spec?: PeerAuthenticationSpec;
  /** `PeerAuthentication.status`. */
  readonly status?: PeerAuthenticationStatus;
}

/** Mutual TLS settings for workload. */
export interface PeerAuthenticationMtls {
  /** Defines the mTLS mode used for peer authentication. */
  readonly mode?: "UNSET" | "DISABLE" | "PERMISSIVE" | "STRICT";
}

/** The selector determines the workloads to apply the PeerAuthentication on. */
export interface PeerAuthenticationSelector {
  /** One or more labels that indicate a specific set of pods/VMs on which a policy should be applied. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** Peer authentication configuration for workloads. */
export interface PeerAuthenticationSpec {
  /** Mutual TLS settings for workload. */
  readonly mtls?: PeerAuthenticationMtls;
  /** Port specific mutual TLS settings. */
  readonly portLevelMtls?: Readonly<Record<string, PeerAuthenticationMtls>>;
  /** The selector determines the workloads to apply the PeerAuthentication on. */
  readonly selector?: PeerAuthenticationSelector;
}

/** `PeerAuthentication` `status`. */
export interface PeerAuthenticationStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly PeerAuthenticationStatusCondition[];
  /** `PeerAuthentication.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly PeerAuthenticationStatusValidationMessage[];
}

/** `PeerAuthentication` `status.conditions`. */
export interface PeerAuthenticationStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `PeerAuthentication` `status.validationMessages`. */
export interface PeerAuthenticationStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `PeerAuthentication.status.validationMessages.type`. */
  readonly type?: PeerAuthenticationStatusValidationMessageType;
}

/** `PeerAuthentication` `status.validationMessages.type`. */
export interface PeerAuthenticationStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** `ProxyConfig`. */
export interface ProxyConfig {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Provides configuration for individual workloads. */
  readonly spec?: ProxyConfigSpec;
  /** `ProxyConfig.status`. */
  readonly status?: ProxyConfigStatus;
}

/** Specifies the details of the proxy image. */
export interface ProxyConfigImage {
  /** The image type of the image. */
  readonly imageType?: string;
}

/** `ProxyConfig` `spec.selector`. */
export interface ProxyConfigSelector {
  /** One or more labels that indicate a specific set of pods/VMs on which a policy should be applied. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** Provides configuration for individual workloads. */
export interface ProxyConfigSpec {
  /** The number of worker threads to run. */
  readonly concurrency?: number;
  /** Additional environment variables for the proxy. */
  readonly environmentVariables?: Readonly<Record<string, string>>;
  /** Specifies the details of the proxy image. */
  readonly image?: ProxyConfigImage;
  /** `ProxyConfig.spec.selector`. */
  readonly selector?: ProxyConfigSelector;
}

/** `ProxyConfig` `status`. */
export interface ProxyConfigStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly ProxyConfigStatusCondition[];
  /** `ProxyConfig.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly ProxyConfigStatusValidationMessage[];
}

/** `ProxyConfig` `status.conditions`. */
export interface ProxyConfigStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `ProxyConfig` `status.validationMessages`. */
export interface ProxyConfigStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `ProxyConfig.status.validationMessages.type`. */
  readonly type?: ProxyConfigStatusValidationMessageType;
}

/** `ProxyConfig` `status.validationMessages.type`. */
export interface ProxyConfigStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** `RequestAuthentication`. */
export interface RequestAuthentication {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Request authentication configuration for workloads. */
  readonly spec?: RequestAuthenticationSpec;
  /** `RequestAuthentication.status`. */
  readonly status?: RequestAuthenticationStatus;
}

/** `RequestAuthentication` `spec.jwtRules`. */
export interface RequestAuthenticationJwtRule {
  /** The list of JWT audiences that are allowed to access. */
  readonly audiences?: readonly string[];
  /** If set to true, the original token will be kept for the upstream request. */
  readonly forwardOriginalToken?: boolean;
  /** List of cookie names from which JWT is expected. */
  readonly fromCookies?: readonly string[];
  /** List of header locations from which JWT is expected. */
  readonly fromHeaders?: readonly RequestAuthenticationJwtRuleFromHeader[];
  /** List of query parameters from which JWT is expected. */
  readonly fromParams?: readonly string[];
  /** Identifies the issuer that issued the JWT. */
  readonly issuer?: string;
  /** JSON Web Key Set of public keys to validate signature of the JWT. */
  readonly jwks?: string;
  /** URL of the provider's public key set to validate signature of the JWT. */
  readonly jwks_uri?: string;
  /** URL of the provider's public key set to validate signature of the JWT. */
  readonly jwksUri?: string;
  /** This field specifies a list of operations to copy the claim to HTTP headers on a successfully verified token. */
  readonly outputClaimToHeaders?: readonly RequestAuthenticationJwtRuleOutputClaimToHeader[];
  /** This field specifies the header name to output a successfully verified JWT payload to the backend. */
  readonly outputPayloadToHeader?: string;
  /** List of JWT claim names that should be treated as space-delimited strings. */
  readonly spaceDelimitedClaims?: readonly string[];
  /** The maximum amount of time that the resolver, determined by the PILOT_JWT_ENABLE_REMOTE_JWKS environment variable, will spend waiting for the JWKS to be fetched. */
  readonly timeout?: string;
}

/** `RequestAuthentication` `spec.jwtRules.fromHeaders`. */
export interface RequestAuthenticationJwtRuleFromHeader {
  /** The HTTP header name. */
  readonly name?: string;
  /** The prefix that should be stripped before decoding the token. */
  readonly prefix?: string;
}

/** `RequestAuthentication` `spec.jwtRules.outputClaimToHeaders`. */
export interface RequestAuthenticationJwtRuleOutputClaimToHeader {
  /** The name of the claim to be copied from. */
  readonly claim?: string;
  /** The name of the header to be created. */
  readonly header?: string;
}

/** `RequestAuthentication` `spec.selector`. */
export interface RequestAuthenticationSelector {
  /** One or more labels that indicate a specific set of pods/VMs on which a policy should be applied. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** Request authentication configuration for workloads. */
export interface RequestAuthenticationSpec {
  /** Define the list of JWTs that can be validated at the selected workloads' proxy. */
  readonly jwtRules?: readonly RequestAuthenticationJwtRule[];
  /** `RequestAuthentication.spec.selector`. */
  readonly selector?: RequestAuthenticationSelector;
  /** `RequestAuthentication.spec.targetRef`. */
  readonly targetRef?: RequestAuthenticationTargetRef;
  /** `RequestAuthentication.spec.targetRefs`. */
  readonly targetRefs?: readonly RequestAuthenticationTargetRef[];
}

/** `RequestAuthentication` `status`. */
export interface RequestAuthenticationStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly RequestAuthenticationStatusCondition[];
  /** `RequestAuthentication.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly RequestAuthenticationStatusValidationMessage[];
}

/** `RequestAuthentication` `status.conditions`. */
export interface RequestAuthenticationStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `RequestAuthentication` `status.validationMessages`. */
export interface RequestAuthenticationStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `RequestAuthentication.status.validationMessages.type`. */
  readonly type?: RequestAuthenticationStatusValidationMessageType;
}

/** `RequestAuthentication` `status.validationMessages.type`. */
export interface RequestAuthenticationStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** `RequestAuthentication` `spec.targetRef`. */
export interface RequestAuthenticationTargetRef {
  /** group is the group of the target resource. */
  readonly group?: string;
  /** kind is kind of the target resource. */
  readonly kind?: string;
  /** name is the name of the target resource. */
  readonly name?: string;
  /** namespace is the namespace of the referent. */
  readonly namespace?: string;
}

/** `ServiceEntry`. */
export interface ServiceEntry {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Configuration affecting service registry. */
  readonly spec?: ServiceEntrySpec;
  /** `ServiceEntry.status`. */
  readonly status?: ServiceEntryStatus;
}

/** `ServiceEntry` `spec.endpoints`. */
export interface ServiceEntryEndpoint {
  /** Address associated with the network endpoint without the port. */
  readonly address?: string;
  /** One or more labels associated with the endpoint. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The locality associated with the endpoint. */
  readonly locality?: string;
  /** Network enables Istio to group endpoints resident in the same L3 domain/network. */
  readonly network?: string;
  /** Set of ports associated with the endpoint. */
  readonly ports?: Readonly<Record<string, number>>;
  /** The service account associated with the workload if a sidecar is present in the workload. */
  readonly serviceAccount?: string;
  /** The load balancing weight associated with the endpoint. */
  readonly weight?: number;
}

/** `ServiceEntry` `spec.ports`. */
export interface ServiceEntryPort {
  /** Label assigned to the port. */
  readonly name?: string;
  /** A valid non-negative integer port number. */
  readonly number?: number;
  /** The protocol exposed on the port. */
  readonly protocol?: string;
  /** The port number on the endpoint where the traffic will be received. */
  readonly targetPort?: number;
}

/** Configuration affecting service registry. */
export interface ServiceEntrySpec {
  /** The virtual IP addresses associated with the service. */
  readonly addresses?: readonly string[];
  /** One or more endpoints associated with the service. */
  readonly endpoints?: readonly ServiceEntryEndpoint[];
  /** A list of namespaces to which this service is exported. */
  readonly exportTo?: readonly string[];
  /** The hosts associated with the ServiceEntry. */
  readonly hosts?: readonly string[];
  /** Specify whether the service should be considered external to the mesh or part of the mesh. */
  readonly location?: "MESH_EXTERNAL" | "MESH_INTERNAL";
  /** The ports associated with the external service. */
  readonly ports?: readonly ServiceEntryPort[];
  /** Service resolution mode for the hosts. */
  readonly resolution?: "NONE" | "STATIC" | "DNS" | "DNS_ROUND_ROBIN" | "DYNAMIC_DNS";
  /** If specified, the proxy will verify that the server certificate's subject alternate name matches one of the specified values. */
  readonly subjectAltNames?: readonly string[];
  /** Applicable only for MESH_INTERNAL services. */
  readonly workloadSelector?: ServiceEntryWorkloadSelector;
}

/** `ServiceEntry` `status`. */
export interface ServiceEntryStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly ServiceEntryStatusCondition[];
  /** `ServiceEntry.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly ServiceEntryStatusValidationMessage[];
}

/** `ServiceEntry` `status.conditions`. */
export interface ServiceEntryStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `ServiceEntry` `status.validationMessages`. */
export interface ServiceEntryStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `ServiceEntry.status.validationMessages.type`. */
  readonly type?: ServiceEntryStatusValidationMessageType;
}

/** `ServiceEntry` `status.validationMessages.type`. */
export interface ServiceEntryStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** Applicable only for MESH_INTERNAL services. */
export interface ServiceEntryWorkloadSelector {
  /** One or more labels that indicate a specific set of pods/VMs on which the configuration should be applied. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** `Sidecar`. */
export interface Sidecar {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Configuration affecting network reachability of a sidecar. */
  readonly spec?: SidecarSpec;
  /** `Sidecar.status`. */
  readonly status?: SidecarStatus;
}

/** `Sidecar` `spec.egress`. */
export interface SidecarEgress {
  /** The IP(IPv4 or IPv6) or the Unix domain socket to which the listener should be bound to. */
  readonly bind?: string;
  /** When the bind address is an IP, the captureMode option dictates how traffic to the listener is expected to be captured (or not). */
  readonly captureMode?: "DEFAULT" | "IPTABLES" | "NONE";
  /** One or more service hosts exposed by the listener in `namespace/dnsName` format. */
  readonly hosts?: readonly string[];
  /** The port associated with the listener. */
  readonly port?: SidecarEgressPort;
}

/** The port associated with the listener. */
export interface SidecarEgressPort {
  /** Label assigned to the port. */
  readonly name?: string;
  /** A valid non-negative integer port number. */
  readonly number?: number;
  /** The protocol exposed on the port. */
  readonly protocol?: string;
  /** `Sidecar.spec.egress.port.targetPort`. */
  readonly targetPort?: number;
}

/** Settings controlling the volume of connections Envoy will accept from the network. */
export interface SidecarInboundConnectionPool {
  /** HTTP connection pool settings. */
  readonly http?: SidecarInboundConnectionPoolHttp;
  /** Settings common to both HTTP and TCP upstream connections. */
  readonly tcp?: SidecarInboundConnectionPoolTcp;
}

/** HTTP connection pool settings. */
export interface SidecarInboundConnectionPoolHttp {
  /** Specify if http1.1 connection should be upgraded to http2 for the associated destination. */
  readonly h2UpgradePolicy?: "DEFAULT" | "DO_NOT_UPGRADE" | "UPGRADE";
  /** Maximum number of requests that will be queued while waiting for a ready connection pool connection. */
  readonly http1MaxPendingRequests?: number;
  /** Configure HTTP/2 PING frames for upstream connections. */
  readonly http2KeepAlive?: SidecarInboundConnectionPoolHttpHttp2KeepAlive;
  /** Maximum number of active requests to a destination. */
  readonly http2MaxRequests?: number;
  /** The idle timeout for upstream connection pool connections. */
  readonly idleTimeout?: string;
  /** The maximum number of concurrent streams allowed for a peer on one HTTP/2 connection. */
  readonly maxConcurrentStreams?: number;
  /** Maximum number of requests per connection to a backend. */
  readonly maxRequestsPerConnection?: number;
  /** Maximum number of retries that can be outstanding to all hosts in a cluster at a given time. */
  readonly maxRetries?: number;
  /** If set to true, client protocol will be preserved while initiating connection to backend. */
  readonly useClientProtocol?: boolean;
}

/** Configure HTTP/2 PING frames for upstream connections. */
export interface SidecarInboundConnectionPoolHttpHttp2KeepAlive {
  /** Send HTTP/2 PING frames at this interval. */
  readonly interval?: string;
  /** How long to wait for a response to an HTTP/2 PING frame before closing the connection. */
  readonly timeout?: string;
}

/** Settings common to both HTTP and TCP upstream connections. */
export interface SidecarInboundConnectionPoolTcp {
  /** TCP connection timeout. */
  readonly connectTimeout?: string;
  /** The idle timeout for TCP connections. */
  readonly idleTimeout?: string;
  /** The maximum duration of a connection. */
  readonly maxConnectionDuration?: string;
  /** Maximum number of HTTP1 /TCP connections to a destination host. */
  readonly maxConnections?: number;
  /** If set then set SO_KEEPALIVE on the socket to enable TCP Keepalives. */
  readonly tcpKeepalive?: SidecarInboundConnectionPoolTcpTcpKeepalive;
}

/** If set then set SO_KEEPALIVE on the socket to enable TCP Keepalives. */
export interface SidecarInboundConnectionPoolTcpTcpKeepalive {
  /** The time duration between keep-alive probes. */
  readonly interval?: string;
  /** Maximum number of keepalive probes to send without response before deciding the connection is dead. */
  readonly probes?: number;
  /** The time duration a connection needs to be idle before keep-alive probes start being sent. */
  readonly time?: string;
}

/** `Sidecar` `spec.ingress`. */
export interface SidecarIngress {
  /** The IP(IPv4 or IPv6) to which the listener should be bound. */
  readonly bind?: string;
  /** The captureMode option dictates how traffic to the listener is expected to be captured (or not). */
  readonly captureMode?: "DEFAULT" | "IPTABLES" | "NONE";
  /** Settings controlling the volume of connections Envoy will accept from the network. */
  readonly connectionPool?: SidecarInboundConnectionPool;
  /** The IP endpoint or Unix domain socket to which traffic should be forwarded to. */
  readonly defaultEndpoint?: string;
  /** The port associated with the listener. */
  readonly port?: SidecarEgressPort;
  /** Set of TLS related options that will enable TLS termination on the sidecar for requests originating from outside the mesh. */
  readonly tls?: SidecarIngressTls;
}

/** Set of TLS related options that will enable TLS termination on the sidecar for requests originating from outside the mesh. */
export interface SidecarIngressTls {
  /** For mutual TLS, the name of the secret or the configmap that holds CA certificates. */
  readonly caCertCredentialName?: string;
  /** REQUIRED if mode is `MUTUAL` or `OPTIONAL_MUTUAL`. */
  readonly caCertificates?: string;
  /** The path to the file containing the certificate revocation list (CRL) to use in verifying a presented client side certificate. */
  readonly caCrl?: string;
  /** If specified, only support the specified cipher list. */
  readonly cipherSuites?: readonly string[];
  /** For gateways running on Kubernetes, the name of the secret that holds the TLS certs including the CA certificates. */
  readonly credentialName?: string;
  /** Same as CredentialName but for multiple certificates. */
  readonly credentialNames?: readonly string[];
  /** If set to true, the load balancer will send a 301 redirect for all http connections, asking the clients to use HTTPS. */
  readonly httpsRedirect?: boolean;
  /** If set to true, the proxy will try to validate the certificate, but even if the validation fails, it will allow the connection through. */
  readonly insecureSkipVerify?: boolean;
  /** Maximum TLS protocol version. */
  readonly maxProtocolVersion?: "TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3";
  /** Minimum TLS protocol version. */
  readonly minProtocolVersion?: "TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3";
  /** Indicates whether connections to this port should be secured using TLS. */
  readonly mode?:
    | "PASSTHROUGH"
    | "SIMPLE"
    | "MUTUAL"
    | "AUTO_PASSTHROUGH"
    | "ISTIO_MUTUAL"
    | "OPTIONAL_MUTUAL";
  /** REQUIRED if mode is `SIMPLE` or `MUTUAL`. */
  readonly privateKey?: string;
  /** REQUIRED if mode is `SIMPLE` or `MUTUAL`. */
  readonly serverCertificate?: string;
  /** A list of alternate names to verify the subject identity in the certificate presented by the client. */
  readonly subjectAltNames?: readonly string[];
  /** Only one of `server_certificate`, `private_key` or `credential_name` or `credential_names` or `tls_certificates` should be specified. */
  readonly tlsCertificates?: readonly SidecarIngressTlsTlsCertificate[];
  /** An optional list of hex-encoded SHA-256 hashes of the authorized client certificates. */
  readonly verifyCertificateHash?: readonly string[];
  /** An optional list of base64-encoded SHA-256 hashes of the SPKIs of authorized client certificates. */
  readonly verifyCertificateSpki?: readonly string[];
}

/** `Sidecar` `spec.ingress.tls.tlsCertificates`. */
export interface SidecarIngressTlsTlsCertificate {
  /** `Sidecar.spec.ingress.tls.tlsCertificates.caCertificates`. */
  readonly caCertificates?: string;
  /** REQUIRED if mode is `SIMPLE` or `MUTUAL`. */
  readonly privateKey?: string;
  /** REQUIRED if mode is `SIMPLE` or `MUTUAL`. */
  readonly serverCertificate?: string;
}

/** Set the default behavior of the sidecar for handling outbound traffic from the application. */
export interface SidecarOutboundTrafficPolicy {
  /** `Sidecar.spec.outboundTrafficPolicy.egressProxy`. */
  readonly egressProxy?: SidecarOutboundTrafficPolicyEgressProxy;
  /** Valid Options. */
  readonly mode?: "REGISTRY_ONLY" | "ALLOW_ANY";
}

/** `Sidecar` `spec.outboundTrafficPolicy.egressProxy`. */
export interface SidecarOutboundTrafficPolicyEgressProxy {
  /** The name of a service from the service registry. */
  readonly host?: string;
  /** Specifies the port on the host that is being addressed. */
  readonly port?: SidecarOutboundTrafficPolicyEgressProxyPort;
  /** The name of a subset within the service. */
  readonly subset?: string;
}

/** Specifies the port on the host that is being addressed. */
export interface SidecarOutboundTrafficPolicyEgressProxyPort {
  /** `Sidecar.spec.outboundTrafficPolicy.egressProxy.port.number`. */
  readonly number?: number;
}

/** Configuration affecting network reachability of a sidecar. */
export interface SidecarSpec {
  /** Egress specifies the configuration of the sidecar for processing outbound traffic from the attached workload instance to other services in the mesh. */
  readonly egress?: readonly SidecarEgress[];
  /** Settings controlling the volume of connections Envoy will accept from the network. */
  readonly inboundConnectionPool?: SidecarInboundConnectionPool;
  /** Ingress specifies the configuration of the sidecar for processing inbound traffic to the attached workload instance. */
  readonly ingress?: readonly SidecarIngress[];
  /** Set the default behavior of the sidecar for handling outbound traffic from the application. */
  readonly outboundTrafficPolicy?: SidecarOutboundTrafficPolicy;
  /** Criteria used to select the specific set of pods/VMs on which this `Sidecar` configuration should be applied. */
  readonly workloadSelector?: SidecarWorkloadSelector;
}

/** `Sidecar` `status`. */
export interface SidecarStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly SidecarStatusCondition[];
  /** `Sidecar.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly SidecarStatusValidationMessage[];
}

/** `Sidecar` `status.conditions`. */
export interface SidecarStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `Sidecar` `status.validationMessages`. */
export interface SidecarStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `Sidecar.status.validationMessages.type`. */
  readonly type?: SidecarStatusValidationMessageType;
}

/** `Sidecar` `status.validationMessages.type`. */
export interface SidecarStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** Criteria used to select the specific set of pods/VMs on which this `Sidecar` configuration should be applied. */
export interface SidecarWorkloadSelector {
  /** One or more labels that indicate a specific set of pods/VMs on which the configuration should be applied. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** `Telemetry`. */
export interface Telemetry {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Telemetry configuration for workloads. */
  readonly spec?: TelemetrySpec;
  /** `Telemetry.status`. */
  readonly status?: TelemetryStatus;
}

/** `Telemetry` `spec.accessLogging`. */
export interface TelemetryAccessLogging {
  /** Controls logging. */
  readonly disabled?: boolean;
  /** `Telemetry.spec.accessLogging.filter`. */
  readonly filter?: TelemetryAccessLoggingFilter;
  /** Allows tailoring of logging behavior to specific conditions. */
  readonly match?: TelemetryTracingMatch;
  /** `Telemetry.spec.accessLogging.providers`. */
  readonly providers?: readonly TelemetryMetricProvider[];
}

/** `Telemetry` `spec.accessLogging.filter`. */
export interface TelemetryAccessLoggingFilter {
  /** CEL expression for selecting when requests/connections should be logged. */
  readonly expression?: string;
}

/** `Telemetry` `spec.metrics`. */
export interface TelemetryMetric {
  /** `Telemetry.spec.metrics.overrides`. */
  readonly overrides?: readonly TelemetryMetricOverride[];
  /** `Telemetry.spec.metrics.providers`. */
  readonly providers?: readonly TelemetryMetricProvider[];
  /** `Telemetry.spec.metrics.reportingInterval`. */
  readonly reportingInterval?: string;
}

/** `Telemetry` `spec.metrics.overrides`. */
export interface TelemetryMetricOverride {
  /** `Telemetry.spec.metrics.overrides.disabled`. */
  readonly disabled?: boolean;
  /** Match allows providing the scope of the override. */
  readonly match?: TelemetryMetricOverrideMatch;
  /** `Telemetry.spec.metrics.overrides.tagOverrides`. */
  readonly tagOverrides?: Readonly<Record<string, TelemetryMetricOverrideTagOverride>>;
}

/** Match allows providing the scope of the override. */
export interface TelemetryMetricOverrideMatch {
  /** Allows free-form specification of a metric. */
  readonly customMetric?: string;
  /** One of the well-known Istio Standard Metrics. */
  readonly metric?:
    | "ALL_METRICS"
    | "REQUEST_COUNT"
    | "REQUEST_DURATION"
    | "REQUEST_SIZE"
    | "RESPONSE_SIZE"
    | "TCP_OPENED_CONNECTIONS"
    | "TCP_CLOSED_CONNECTIONS"
    | "TCP_SENT_BYTES"
    | "TCP_RECEIVED_BYTES"
    | "GRPC_REQUEST_MESSAGES"
    | "GRPC_RESPONSE_MESSAGES";
  /** Controls which mode of metrics generation is selected. */
  readonly mode?: "CLIENT_AND_SERVER" | "CLIENT" | "SERVER";
}

/** `Telemetry` `spec.metrics.overrides.tagOverrides`. */
export interface TelemetryMetricOverrideTagOverride {
  /** Operation controls whether or not to update/add a tag, or to remove it. */
  readonly operation?: "UPSERT" | "REMOVE";
  /** Value is only considered if the operation is `UPSERT`. */
  readonly value?: string;
}

/** `Telemetry` `spec.metrics.providers`. */
export interface TelemetryMetricProvider {
  /** `Telemetry.spec.metrics.providers.name`. */
  readonly name?: string;
}

/** `Telemetry` `spec.selector`. */
export interface TelemetrySelector {
  /** One or more labels that indicate a specific set of pods/VMs on which a policy should be applied. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** Telemetry configuration for workloads. */
export interface TelemetrySpec {
  /** `Telemetry.spec.accessLogging`. */
  readonly accessLogging?: readonly TelemetryAccessLogging[];
  /** `Telemetry.spec.metrics`. */
  readonly metrics?: readonly TelemetryMetric[];
  /** `Telemetry.spec.selector`. */
  readonly selector?: TelemetrySelector;
  /** `Telemetry.spec.targetRef`. */
  readonly targetRef?: TelemetryTargetRef;
  /** `Telemetry.spec.targetRefs`. */
  readonly targetRefs?: readonly TelemetryTargetRef[];
  /** `Telemetry.spec.tracing`. */
  readonly tracing?: readonly TelemetryTracing[];
}

/** `Telemetry` `status`. */
export interface TelemetryStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly TelemetryStatusCondition[];
  /** `Telemetry.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly TelemetryStatusValidationMessage[];
}

/** `Telemetry` `status.conditions`. */
export interface TelemetryStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `Telemetry` `status.validationMessages`. */
export interface TelemetryStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `Telemetry.status.validationMessages.type`. */
  readonly type?: TelemetryStatusValidationMessageType;
}

/** `Telemetry` `status.validationMessages.type`. */
export interface TelemetryStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** `Telemetry` `spec.targetRef`. */
export interface TelemetryTargetRef {
  /** group is the group of the target resource. */
  readonly group?: string;
  /** kind is kind of the target resource. */
  readonly kind?: string;
  /** name is the name of the target resource. */
  readonly name?: string;
  /** namespace is the namespace of the referent. */
  readonly namespace?: string;
}

/** `Telemetry` `spec.tracing`. */
export interface TelemetryTracing {
  /** `Telemetry.spec.tracing.customTags`. */
  readonly customTags?: Readonly<Record<string, TelemetryTracingCustomTag>>;
  /** Controls whether trace context headers (e.g., `traceparent`/`tracestate` for W3C, `X-B3-*` for Zipkin) are propagated in forwarded requests. */
  readonly disableContextPropagation?: boolean;
  /** Controls span reporting. */
  readonly disableSpanReporting?: boolean;
  /** Determines whether or not trace spans generated by Envoy will include Istio specific tags. */
  readonly enableIstioTags?: boolean;
  /** Allows tailoring of behavior to specific conditions. */
  readonly match?: TelemetryTracingMatch;
  /** `Telemetry.spec.tracing.providers`. */
  readonly providers?: readonly TelemetryMetricProvider[];
  /** Controls the rate at which traffic will be selected for tracing if no prior sampling decision has been made. */
  readonly randomSamplingPercentage?: number;
  /** `Telemetry.spec.tracing.useRequestIdForTraceSampling`. */
  readonly useRequestIdForTraceSampling?: boolean;
}

/** `Telemetry` `spec.tracing.customTags`. */
export interface TelemetryTracingCustomTag {
  /** Environment adds the value of an environment variable to each span. */
  readonly environment?: TelemetryTracingCustomTagHeader;
  /** Formatter adds the value of access logging substitution formatter. */
  readonly formatter?: TelemetryTracingCustomTagLiteral;
  /** RequestHeader adds the value of an header from the request to each span. */
  readonly header?: TelemetryTracingCustomTagHeader;
  /** Literal adds the same, hard-coded value to each span. */
  readonly literal?: TelemetryTracingCustomTagLiteral;
}

/** RequestHeader adds the value of an header from the request to each span. */
export interface TelemetryTracingCustomTagHeader {
  /** `Telemetry.spec.tracing.customTags.header.defaultValue`. */
  readonly defaultValue?: string;
  /** Name of the header from which to extract the tag value. */
  readonly name?: string;
}

/** Literal adds the same, hard-coded value to each span. */
export interface TelemetryTracingCustomTagLiteral {
  /** The tag value to use. */
  readonly value?: string;
}

/** Allows tailoring of behavior to specific conditions. */
export interface TelemetryTracingMatch {
  /** This determines whether or not to apply the tracing configuration based on the direction of traffic relative to the proxied workload. */
  readonly mode?: "CLIENT_AND_SERVER" | "CLIENT" | "SERVER";
}

/** `TrafficExtension`. */
export interface TrafficExtension {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Extend the functionality provided by the Istio proxy through WebAssembly or Lua filters. */
  readonly spec?: TrafficExtensionSpec;
  /** `TrafficExtension.status`. */
  readonly status?: TrafficExtensionStatus;
}

/** Lua filter configuration. */
export interface TrafficExtensionLua {
  /** The inline Lua code to be executed. */
  readonly inlineCode?: string;
}

/** `TrafficExtension` `spec.match`. */
export interface TrafficExtensionMatch {
  /** Criteria for selecting traffic by their direction. */
  readonly mode?: "UNDEFINED" | "CLIENT" | "SERVER" | "CLIENT_AND_SERVER";
  /** Criteria for selecting traffic by their destination port. */
  readonly ports?: readonly TrafficExtensionMatchPort[];
}

/** `TrafficExtension` `spec.match.ports`. */
export interface TrafficExtensionMatchPort {
  /** `TrafficExtension.spec.match.ports.number`. */
  readonly number?: number;
}

/** `TrafficExtension` `spec.selector`. */
export interface TrafficExtensionSelector {
  /** One or more labels that indicate a specific set of pods/VMs on which a policy should be applied. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** Extend the functionality provided by the Istio proxy through WebAssembly or Lua filters. */
export interface TrafficExtensionSpec {
  /** Lua filter configuration. */
  readonly lua?: TrafficExtensionLua;
  /** Specifies the criteria to determine which traffic is passed to TrafficExtension. */
  readonly match?: readonly TrafficExtensionMatch[];
  /** Determines where in the filter chain this `TrafficExtension` is to be injected. */
  readonly phase?: "UNSPECIFIED" | "AUTHN" | "AUTHZ" | "STATS";
  /** Determines ordering of `TrafficExtensions` in the same `phase`. */
  readonly priority?: number;
  /** `TrafficExtension.spec.selector`. */
  readonly selector?: TrafficExtensionSelector;
  /** `TrafficExtension.spec.targetRefs`. */
  readonly targetRefs?: readonly TrafficExtensionTargetRef[];
  /** WebAssembly filter configuration. */
  readonly wasm?: TrafficExtensionWasm;
}

/** `TrafficExtension` `status`. */
export interface TrafficExtensionStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly TrafficExtensionStatusCondition[];
  /** `TrafficExtension.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly TrafficExtensionStatusValidationMessage[];
}

/** `TrafficExtension` `status.conditions`. */
export interface TrafficExtensionStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `TrafficExtension` `status.validationMessages`. */
export interface TrafficExtensionStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `TrafficExtension.status.validationMessages.type`. */
  readonly type?: TrafficExtensionStatusValidationMessageType;
}

/** `TrafficExtension` `status.validationMessages.type`. */
export interface TrafficExtensionStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** `TrafficExtension` `spec.targetRefs`. */
export interface TrafficExtensionTargetRef {
  /** group is the group of the target resource. */
  readonly group?: string;
  /** kind is kind of the target resource. */
  readonly kind?: string;
  /** name is the name of the target resource. */
  readonly name?: string;
  /** namespace is the namespace of the referent. */
  readonly namespace?: string;
}

/** WebAssembly filter configuration. */
export interface TrafficExtensionWasm {
  /** Specifies the failure behavior for the plugin due to fatal errors. */
  readonly failStrategy?: "FAIL_CLOSE" | "FAIL_OPEN" | "FAIL_RELOAD";
  /** The pull behaviour to be applied when fetching Wasm module by either OCI image or `http/https`. */
  readonly imagePullPolicy?: "UNSPECIFIED_POLICY" | "IfNotPresent" | "Always";
  /** Credentials to use for OCI image pulling. */
  readonly imagePullSecret?: string;
  /** The configuration that will be passed on to the plugin. */
  readonly pluginConfig?: Readonly<Record<string, unknown>>;
  /** The plugin name to be used in the Envoy configuration (used to be called `rootID`). */
  readonly pluginName?: string;
  /** SHA256 checksum that will be used to verify Wasm module or OCI container. */
  readonly sha256?: string;
  /** Specifies the type of Wasm Extension to be used. */
  readonly type?: "UNSPECIFIED_PLUGIN_TYPE" | "HTTP" | "NETWORK";
  /** URL of a Wasm module or OCI container. */
  readonly url?: string;
  /** `TrafficExtension.spec.wasm.verificationKey`. */
  readonly verificationKey?: string;
  /** Configuration for a Wasm VM. */
  readonly vmConfig?: TrafficExtensionWasmVmConfig;
}

/** Configuration for a Wasm VM. */
export interface TrafficExtensionWasmVmConfig {
  /** Specifies environment variables to be injected to this VM. */
  readonly env?: readonly TrafficExtensionWasmVmConfigEnv[];
}

/** `TrafficExtension` `spec.wasm.vmConfig.env`. */
export interface TrafficExtensionWasmVmConfigEnv {
  /** Name of the environment variable. */
  readonly name?: string;
  /** Value for the environment variable. */
  readonly value?: string;
  /** Source for the environment variable's value. */
  readonly valueFrom?: "INLINE" | "HOST";
}

/** `VirtualService`. */
export interface VirtualService {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Configuration affecting label/content routing, sni routing, etc. */
  readonly spec?: VirtualServiceSpec;
  /** `VirtualService.status`. */
  readonly status?: VirtualServiceStatus;
}

/** `VirtualService` `spec.http`. */
export interface VirtualServiceHttp {
  /** Cross-Origin Resource Sharing policy (CORS). */
  readonly corsPolicy?: VirtualServiceHttpCorsPolicy;
  /** Delegate is used to specify the particular VirtualService which can be used to define delegate HTTPRoute. */
  readonly delegate?: VirtualServiceHttpDelegate;
  /** A HTTP rule can either return a direct_response, redirect or forward (default) traffic. */
  readonly directResponse?: VirtualServiceHttpDirectResponse;
  /** Fault injection policy to apply on HTTP traffic at the client side. */
  readonly fault?: VirtualServiceHttpFault;
  /** `VirtualService.spec.http.headers`. */
  readonly headers?: VirtualServiceHttpHeaders;
  /** Match conditions to be satisfied for the rule to be activated. */
  readonly match?: readonly VirtualServiceHttpMatch[];
  /** Mirror HTTP traffic to a another destination in addition to forwarding the requests to the intended destination. */
  readonly mirror?: VirtualServiceHttpMirror;
  /** `VirtualService.spec.http.mirror_percent`. */
  readonly mirror_percent?: number;
  /** `VirtualService.spec.http.mirrorPercent`. */
  readonly mirrorPercent?: number;
  /** Percentage of the traffic to be mirrored by the `mirror` field. */
  readonly mirrorPercentage?: VirtualServiceHttpMirrorPercentage;
  /** Specifies the destinations to mirror HTTP traffic in addition to the original destination. */
  readonly mirrors?: readonly VirtualServiceHttpMirrors[];
  /** The name assigned to the route for debugging purposes. */
  readonly name?: string;
  /** A HTTP rule can either return a direct_response, redirect or forward (default) traffic. */
  readonly redirect?: VirtualServiceHttpRedirect;
  /** Retry policy for HTTP requests. */
  readonly retries?: VirtualServiceHttpRetries;
  /** Rewrite HTTP URIs and Authority headers. */
  readonly rewrite?: VirtualServiceHttpRewrite;
  /** A HTTP rule can either return a direct_response, redirect or forward (default) traffic. */
  readonly route?: readonly VirtualServiceHttpRoute[];
  /** Timeout for HTTP requests, default is disabled. */
  readonly timeout?: string;
}

/** Cross-Origin Resource Sharing policy (CORS). */
export interface VirtualServiceHttpCorsPolicy {
  /** Indicates whether the caller is allowed to send the actual request (not the preflight) using credentials. */
  readonly allowCredentials?: boolean;
  /** List of HTTP headers that can be used when requesting the resource. */
  readonly allowHeaders?: readonly string[];
  /** List of HTTP methods allowed to access the resource. */
  readonly allowMethods?: readonly string[];
  /** `VirtualService.spec.http.corsPolicy.allowOrigin`. */
  readonly allowOrigin?: readonly string[];
  /** String patterns that match allowed origins. */
  readonly allowOrigins?: readonly VirtualServiceHttpMatchUri[];
  /** A list of HTTP headers that the browsers are allowed to access. */
  readonly exposeHeaders?: readonly string[];
  /** Specifies how long the results of a preflight request can be cached. */
  readonly maxAge?: string;
  /** Indicates whether preflight requests not matching the configured allowed origin shouldn't be forwarded to the upstream. */
  readonly unmatchedPreflights?: "UNSPECIFIED" | "FORWARD" | "IGNORE";
}

/** Delegate is used to specify the particular VirtualService which can be used to define delegate HTTPRoute. */
export interface VirtualServiceHttpDelegate {
  /** Name specifies the name of the delegate VirtualService. */
  readonly name?: string;
  /** Namespace specifies the namespace where the delegate VirtualService resides. */
  readonly namespace?: string;
}

/** A HTTP rule can either return a direct_response, redirect or forward (default) traffic. */
export interface VirtualServiceHttpDirectResponse {
  /** Specifies the content of the response body. */
  readonly body?: VirtualServiceHttpDirectResponseBody;
  /** Specifies the HTTP response status to be returned. */
  readonly status?: number;
}

/** Specifies the content of the response body. */
export interface VirtualServiceHttpDirectResponseBody {
  /** response body as base64 encoded bytes. */
  readonly bytes?: string;
  /** `VirtualService.spec.http.directResponse.body.string`. */
  readonly string?: string;
}

/** Fault injection policy to apply on HTTP traffic at the client side. */
export interface VirtualServiceHttpFault {
  /** Abort Http request attempts and return error codes back to downstream service, giving the impression that the upstream service is faulty. */
  readonly abort?: VirtualServiceHttpFaultAbort;
  /** Delay requests before forwarding, emulating various failures such as network issues, overloaded upstream service, etc. */
  readonly delay?: VirtualServiceHttpFaultDelay;
}

/** Abort Http request attempts and return error codes back to downstream service, giving the impression that the upstream service is faulty. */
export interface VirtualServiceHttpFaultAbort {
  /** GRPC status code to use to abort the request. */
  readonly grpcStatus?: string;
  /** `VirtualService.spec.http.fault.abort.http2Error`. */
  readonly http2Error?: string;
  /** HTTP status code to use to abort the Http request. */
  readonly httpStatus?: number;
  /** Percentage of requests to be aborted with the error code provided. */
  readonly percentage?: VirtualServiceHttpMirrorPercentage;
}

/** Delay requests before forwarding, emulating various failures such as network issues, overloaded upstream service, etc. */
export interface VirtualServiceHttpFaultDelay {
  /** `VirtualService.spec.http.fault.delay.exponentialDelay`. */
  readonly exponentialDelay?: string;
  /** Add a fixed delay before forwarding the request. */
  readonly fixedDelay?: string;
  /** Percentage of requests on which the delay will be injected (0-100). */
  readonly percent?: number;
  /** Percentage of requests on which the delay will be injected. */
  readonly percentage?: VirtualServiceHttpMirrorPercentage;
}

/** `VirtualService` `spec.http.headers`. */
export interface VirtualServiceHttpHeaders {
  /** `VirtualService.spec.http.headers.request`. */
  readonly request?: VirtualServiceHttpHeadersRequest;
  /** `VirtualService.spec.http.headers.response`. */
  readonly response?: VirtualServiceHttpHeadersRequest;
}

/** `VirtualService` `spec.http.headers.request`. */
export interface VirtualServiceHttpHeadersRequest {
  /** `VirtualService.spec.http.headers.request.add`. */
  readonly add?: Readonly<Record<string, string>>;
  /** `VirtualService.spec.http.headers.request.remove`. */
  readonly remove?: readonly string[];
  /** `VirtualService.spec.http.headers.request.set`. */
  readonly set?: Readonly<Record<string, string>>;
}

/** `VirtualService` `spec.http.match`. */
export interface VirtualServiceHttpMatch {
  /** HTTP Authority values are case-sensitive and formatted as follows. */
  readonly authority?: VirtualServiceHttpMatchUri;
  /** Names of gateways where the rule should be applied. */
  readonly gateways?: readonly string[];
  /** The header keys must be lowercase and use hyphen as the separator, e.g. */
  readonly headers?: Readonly<Record<string, VirtualServiceHttpMatchUri>>;
  /** Flag to specify whether the URI matching should be case-insensitive. */
  readonly ignoreUriCase?: boolean;
  /** HTTP Method values are case-sensitive and formatted as follows. */
  readonly method?: VirtualServiceHttpMatchUri;
  /** The name assigned to a match. */
  readonly name?: string;
  /** Specifies the ports on the host that is being addressed. */
  readonly port?: number;
  /** Query parameters for matching. */
  readonly queryParams?: Readonly<Record<string, VirtualServiceHttpMatchUri>>;
  /** URI Scheme values are case-sensitive and formatted as follows. */
  readonly scheme?: VirtualServiceHttpMatchUri;
  /** One or more labels that constrain the applicability of a rule to source (client) workloads with the given labels. */
  readonly sourceLabels?: Readonly<Record<string, string>>;
  /** Source namespace constraining the applicability of a rule to workloads in that namespace. */
  readonly sourceNamespace?: string;
  /** The human readable prefix to use when emitting statistics for this route. */
  readonly statPrefix?: string;
  /** URI to match values are case-sensitive and formatted as follows. */
  readonly uri?: VirtualServiceHttpMatchUri;
  /** withoutHeader has the same syntax with the header, but has opposite meaning. */
  readonly withoutHeaders?: Readonly<Record<string, VirtualServiceHttpMatchUri>>;
}

/** URI to match values are case-sensitive and formatted as follows. */
export interface VirtualServiceHttpMatchUri {
  /** `VirtualService.spec.http.match.uri.exact`. */
  readonly exact?: string;
  /** `VirtualService.spec.http.match.uri.prefix`. */
  readonly prefix?: string;
  /** RE2 style regex-based match. */
  readonly regex?: string;
}

/** Mirror HTTP traffic to a another destination in addition to forwarding the requests to the intended destination. */
export interface VirtualServiceHttpMirror {
  /** The name of a service from the service registry. */
  readonly host?: string;
  /** Specifies the port on the host that is being addressed. */
  readonly port?: VirtualServiceHttpMirrorPort;
  /** The name of a subset within the service. */
  readonly subset?: string;
}

/** Percentage of the traffic to be mirrored by the `mirror` field. */
export interface VirtualServiceHttpMirrorPercentage {
  /** `VirtualService.spec.http.mirrorPercentage.value`. */
  readonly value?: number;
}

/** Specifies the port on the host that is being addressed. */
export interface VirtualServiceHttpMirrorPort {
  /** `VirtualService.spec.http.mirror.port.number`. */
  readonly number?: number;
}

/** `VirtualService` `spec.http.mirrors`. */
export interface VirtualServiceHttpMirrors {
  /** Destination specifies the target of the mirror operation. */
  readonly destination?: VirtualServiceHttpMirror;
  /** Percentage of the traffic to be mirrored by the `destination` field. */
  readonly percentage?: VirtualServiceHttpMirrorPercentage;
}

/** A HTTP rule can either return a direct_response, redirect or forward (default) traffic. */
export interface VirtualServiceHttpRedirect {
  /** On a redirect, overwrite the Authority/Host portion of the URL with this value. */
  readonly authority?: string;
  /** On a redirect, dynamically set the port. */
  readonly derivePort?: "FROM_PROTOCOL_DEFAULT" | "FROM_REQUEST_PORT";
  /** On a redirect, overwrite the port portion of the URL with this value. */
  readonly port?: number;
  /** On a redirect, replace the matched prefix with this value. */
  readonly prefixRewrite?: string;
  /** On a redirect, Specifies the HTTP status code to use in the redirect response. */
  readonly redirectCode?: number;
  /** On a redirect, overwrite the scheme portion of the URL with this value. */
  readonly scheme?: string;
  /** On a redirect, overwrite the Path portion of the URL with this value. */
  readonly uri?: string;
}

/** Retry policy for HTTP requests. */
export interface VirtualServiceHttpRetries {
  /** Number of retries to be allowed for a given request. */
  readonly attempts?: number;
  /** Specifies the minimum duration between retry attempts. */
  readonly backoff?: string;
  /** Timeout per attempt for a given request, including the initial call and any retries. */
  readonly perTryTimeout?: string;
  /** Flag to specify whether the retries should ignore previously tried hosts during retry. */
  readonly retryIgnorePreviousHosts?: boolean;
  /** Specifies the conditions under which retry takes place. */
  readonly retryOn?: string;
  /** Flag to specify whether the retries should retry to other localities. */
  readonly retryRemoteLocalities?: boolean;
}

/** Rewrite HTTP URIs and Authority headers. */
export interface VirtualServiceHttpRewrite {
  /** rewrite the Authority/Host header with this value. */
  readonly authority?: string;
  /** rewrite the path (or the prefix) portion of the URI with this value. */
  readonly uri?: string;
  /** rewrite the path portion of the URI with the specified regex. */
  readonly uriRegexRewrite?: VirtualServiceHttpRewriteUriRegexRewrite;
}

/** rewrite the path portion of the URI with the specified regex. */
export interface VirtualServiceHttpRewriteUriRegexRewrite {
  /** RE2 style regex-based match. */
  readonly match?: string;
  /** The string that should replace into matching portions of original URI. */
  readonly rewrite?: string;
}

/** `VirtualService` `spec.http.route`. */
export interface VirtualServiceHttpRoute {
  /** Destination uniquely identifies the instances of a service to which the request/connection should be forwarded to. */
  readonly destination?: VirtualServiceHttpMirror;
  /** `VirtualService.spec.http.route.headers`. */
  readonly headers?: VirtualServiceHttpHeaders;
  /** Weight specifies the relative proportion of traffic to be forwarded to the destination. */
  readonly weight?: number;
}

/** Configuration affecting label/content routing, sni routing, etc. */
export interface VirtualServiceSpec {
  /** A list of namespaces to which this virtual service is exported. */
  readonly exportTo?: readonly string[];
  /** The names of gateways and sidecars that should apply these routes. */
  readonly gateways?: readonly string[];
  /** The destination hosts to which traffic is being sent. */
  readonly hosts?: readonly string[];
  /** An ordered list of route rules for HTTP traffic. */
  readonly http?: readonly VirtualServiceHttp[];
  /** An ordered list of route rules for opaque TCP traffic. */
  readonly tcp?: readonly VirtualServiceTcp[];
  /** An ordered list of route rule for non-terminated TLS & HTTPS traffic. */
  readonly tls?: readonly VirtualServiceTls[];
}

/** `VirtualService` `status`. */
export interface VirtualServiceStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly VirtualServiceStatusCondition[];
  /** `VirtualService.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly VirtualServiceStatusValidationMessage[];
}

/** `VirtualService` `status.conditions`. */
export interface VirtualServiceStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `VirtualService` `status.validationMessages`. */
export interface VirtualServiceStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `VirtualService.status.validationMessages.type`. */
  readonly type?: VirtualServiceStatusValidationMessageType;
}

/** `VirtualService` `status.validationMessages.type`. */
export interface VirtualServiceStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** `VirtualService` `spec.tcp`. */
export interface VirtualServiceTcp {
  /** Match conditions to be satisfied for the rule to be activated. */
  readonly match?: readonly VirtualServiceTcpMatch[];
  /** The destination to which the connection should be forwarded to. */
  readonly route?: readonly VirtualServiceTcpRoute[];
}

/** `VirtualService` `spec.tcp.match`. */
export interface VirtualServiceTcpMatch {
  /** IPv4 or IPv6 ip addresses of destination with optional subnet. */
  readonly destinationSubnets?: readonly string[];
  /** Names of gateways where the rule should be applied. */
  readonly gateways?: readonly string[];
  /** Specifies the port on the host that is being addressed. */
  readonly port?: number;
  /** One or more labels that constrain the applicability of a rule to workloads with the given labels. */
  readonly sourceLabels?: Readonly<Record<string, string>>;
  /** Source namespace constraining the applicability of a rule to workloads in that namespace. */
  readonly sourceNamespace?: string;
  /** `VirtualService.spec.tcp.match.sourceSubnet`. */
  readonly sourceSubnet?: string;
}

/** `VirtualService` `spec.tcp.route`. */
export interface VirtualServiceTcpRoute {
  /** Destination uniquely identifies the instances of a service to which the request/connection should be forwarded to. */
  readonly destination?: VirtualServiceHttpMirror;
  /** Weight specifies the relative proportion of traffic to be forwarded to the destination. */
  readonly weight?: number;
}

/** `VirtualService` `spec.tls`. */
export interface VirtualServiceTls {
  /** Match conditions to be satisfied for the rule to be activated. */
  readonly match?: readonly VirtualServiceTlsMatch[];
  /** The destination to which the connection should be forwarded to. */
  readonly route?: readonly VirtualServiceTcpRoute[];
}

/** `VirtualService` `spec.tls.match`. */
export interface VirtualServiceTlsMatch {
  /** IPv4 or IPv6 ip addresses of destination with optional subnet. */
  readonly destinationSubnets?: readonly string[];
  /** Names of gateways where the rule should be applied. */
  readonly gateways?: readonly string[];
  /** Specifies the port on the host that is being addressed. */
  readonly port?: number;
  /** SNI (server name indicator) to match on. */
  readonly sniHosts?: readonly string[];
  /** One or more labels that constrain the applicability of a rule to workloads with the given labels. */
  readonly sourceLabels?: Readonly<Record<string, string>>;
  /** Source namespace constraining the applicability of a rule to workloads in that namespace. */
  readonly sourceNamespace?: string;
}

/** `WasmPlugin`. */
export interface WasmPlugin {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Extend the functionality provided by the Istio proxy through WebAssembly filters. */
  readonly spec?: WasmPluginSpec;
  /** `WasmPlugin.status`. */
  readonly status?: WasmPluginStatus;
}

/** `WasmPlugin` `spec.match`. */
export interface WasmPluginMatch {
  /** Criteria for selecting traffic by their direction. */
  readonly mode?: "UNDEFINED" | "CLIENT" | "SERVER" | "CLIENT_AND_SERVER";
  /** Criteria for selecting traffic by their destination port. */
  readonly ports?: readonly WasmPluginMatchPort[];
}

/** `WasmPlugin` `spec.match.ports`. */
export interface WasmPluginMatchPort {
  /** `WasmPlugin.spec.match.ports.number`. */
  readonly number?: number;
}

/** Criteria used to select the specific set of pods/VMs on which this plugin configuration should be applied. */
export interface WasmPluginSelector {
  /** One or more labels that indicate a specific set of pods/VMs on which a policy should be applied. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** Extend the functionality provided by the Istio proxy through WebAssembly filters. */
export interface WasmPluginSpec {
  /** Specifies the failure behavior for the plugin due to fatal errors. */
  readonly failStrategy?: "FAIL_CLOSE" | "FAIL_OPEN" | "FAIL_RELOAD";
  /** The pull behaviour to be applied when fetching Wasm module by either OCI image or `http/https`. */
  readonly imagePullPolicy?: "UNSPECIFIED_POLICY" | "IfNotPresent" | "Always";
  /** Credentials to use for OCI image pulling. */
  readonly imagePullSecret?: string;
  /** Specifies the criteria to determine which traffic is passed to WasmPlugin. */
  readonly match?: readonly WasmPluginMatch[];
  /** Determines where in the filter chain this `WasmPlugin` is to be injected. */
  readonly phase?: "UNSPECIFIED_PHASE" | "AUTHN" | "AUTHZ" | "STATS";
  /** The configuration that will be passed on to the plugin. */
  readonly pluginConfig?: Readonly<Record<string, unknown>>;
  /** The plugin name to be used in the Envoy configuration (used to be called `rootID`). */
  readonly pluginName?: string;
  /** Determines ordering of `WasmPlugins` in the same `phase`. */
  readonly priority?: number;
  /** Criteria used to select the specific set of pods/VMs on which this plugin configuration should be applied. */
  readonly selector?: WasmPluginSelector;
  /** SHA256 checksum that will be used to verify Wasm module or OCI container. */
  readonly sha256?: string;
  /** `WasmPlugin.spec.targetRef`. */
  readonly targetRef?: WasmPluginTargetRef;
  /** `WasmPlugin.spec.targetRefs`. */
  readonly targetRefs?: readonly WasmPluginTargetRef[];
  /** Specifies the type of Wasm Extension to be used. */
  readonly type?: "UNSPECIFIED_PLUGIN_TYPE" | "HTTP" | "NETWORK";
  /** URL of a Wasm module or OCI container. */
  readonly url?: string;
  /** `WasmPlugin.spec.verificationKey`. */
  readonly verificationKey?: string;
  /** Configuration for a Wasm VM. */
  readonly vmConfig?: WasmPluginVmConfig;
}

/** `WasmPlugin` `status`. */
export interface WasmPluginStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly WasmPluginStatusCondition[];
  /** `WasmPlugin.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly WasmPluginStatusValidationMessage[];
}

/** `WasmPlugin` `status.conditions`. */
export interface WasmPluginStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `WasmPlugin` `status.validationMessages`. */
export interface WasmPluginStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `WasmPlugin.status.validationMessages.type`. */
  readonly type?: WasmPluginStatusValidationMessageType;
}

/** `WasmPlugin` `status.validationMessages.type`. */
export interface WasmPluginStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** `WasmPlugin` `spec.targetRef`. */
export interface WasmPluginTargetRef {
  /** group is the group of the target resource. */
  readonly group?: string;
  /** kind is kind of the target resource. */
  readonly kind?: string;
  /** name is the name of the target resource. */
  readonly name?: string;
  /** namespace is the namespace of the referent. */
  readonly namespace?: string;
}

/** Configuration for a Wasm VM. */
export interface WasmPluginVmConfig {
  /** Specifies environment variables to be injected to this VM. */
  readonly env?: readonly WasmPluginVmConfigEnv[];
}

/** `WasmPlugin` `spec.vmConfig.env`. */
export interface WasmPluginVmConfigEnv {
  /** Name of the environment variable. */
  readonly name?: string;
  /** Value for the environment variable. */
  readonly value?: string;
  /** Source for the environment variable's value. */
  readonly valueFrom?: "INLINE" | "HOST";
}

/** `WorkloadEntry`. */
export interface WorkloadEntry {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Configuration affecting VMs onboarded into the mesh. */
  readonly spec?: WorkloadEntrySpec;
  /** `WorkloadEntry.status`. */
  readonly status?: WorkloadEntryStatus;
}

/** Configuration affecting VMs onboarded into the mesh. */
export interface WorkloadEntrySpec {
  /** Address associated with the network endpoint without the port. */
  readonly address?: string;
  /** One or more labels associated with the endpoint. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The locality associated with the endpoint. */
  readonly locality?: string;
  /** Network enables Istio to group endpoints resident in the same L3 domain/network. */
  readonly network?: string;
  /** Set of ports associated with the endpoint. */
  readonly ports?: Readonly<Record<string, number>>;
  /** The service account associated with the workload if a sidecar is present in the workload. */
  readonly serviceAccount?: string;
  /** The load balancing weight associated with the endpoint. */
  readonly weight?: number;
}

/** `WorkloadEntry` `status`. */
export interface WorkloadEntryStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly WorkloadEntryStatusCondition[];
  /** `WorkloadEntry.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly WorkloadEntryStatusValidationMessage[];
}

/** `WorkloadEntry` `status.conditions`. */
export interface WorkloadEntryStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `WorkloadEntry` `status.validationMessages`. */
export interface WorkloadEntryStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `WorkloadEntry.status.validationMessages.type`. */
  readonly type?: WorkloadEntryStatusValidationMessageType;
}

/** `WorkloadEntry` `status.validationMessages.type`. */
export interface WorkloadEntryStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** `WorkloadGroup`. */
export interface WorkloadGroup {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Describes a collection of workload instances. */
  readonly spec?: WorkloadGroupSpec;
  /** `WorkloadGroup.status`. */
  readonly status?: WorkloadGroupStatus;
}

/** Metadata that will be used for all corresponding `WorkloadEntries`. */
export interface WorkloadGroupMetadata {
  /** `WorkloadGroup.spec.metadata.annotations`. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** `WorkloadGroup.spec.metadata.labels`. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** `ReadinessProbe` describes the configuration the user must provide for healthchecking on their workload. */
export interface WorkloadGroupProbe {
  /** Health is determined by how the command that is executed exited. */
  readonly exec?: WorkloadGroupProbeExec;
  /** Minimum consecutive failures for the probe to be considered failed after having succeeded. */
  readonly failureThreshold?: number;
  /** GRPC call is made and response/error is used to determine health. */
  readonly grpc?: WorkloadGroupProbeGrpc;
  /** `httpGet` is performed to a given endpoint and the status/able to connect determines health. */
  readonly httpGet?: WorkloadGroupProbeHttpGet;
  /** Number of seconds after the container has started before readiness probes are initiated. */
  readonly initialDelaySeconds?: number;
  /** How often (in seconds) to perform the probe. */
  readonly periodSeconds?: number;
  /** Minimum consecutive successes for the probe to be considered successful after having failed. */
  readonly successThreshold?: number;
  /** Health is determined by if the proxy is able to connect. */
  readonly tcpSocket?: WorkloadGroupProbeTcpSocket;
  /** Number of seconds after which the probe times out. */
  readonly timeoutSeconds?: number;
}

/** Health is determined by how the command that is executed exited. */
export interface WorkloadGroupProbeExec {
  /** Command to run. */
  readonly command?: readonly string[];
}

/** GRPC call is made and response/error is used to determine health. */
export interface WorkloadGroupProbeGrpc {
  /** Port on which the endpoint lives. */
  readonly port?: number;
  /** `WorkloadGroup.spec.probe.grpc.service`. */
  readonly service?: string;
}

/** `httpGet` is performed to a given endpoint and the status/able to connect determines health. */
export interface WorkloadGroupProbeHttpGet {
  /** Host name to connect to, defaults to the pod IP. */
  readonly host?: string;
  /** Headers the proxy will pass on to make the request. */
  readonly httpHeaders?: readonly WorkloadGroupProbeHttpGetHttpHeader[];
  /** Path to access on the HTTP server. */
  readonly path?: string;
  /** Port on which the endpoint lives. */
  readonly port?: number;
  /** `WorkloadGroup.spec.probe.httpGet.scheme`. */
  readonly scheme?: string;
}

/** `WorkloadGroup` `spec.probe.httpGet.httpHeaders`. */
export interface WorkloadGroupProbeHttpGetHttpHeader {
  /** `WorkloadGroup.spec.probe.httpGet.httpHeaders.name`. */
  readonly name?: string;
  /** `WorkloadGroup.spec.probe.httpGet.httpHeaders.value`. */
  readonly value?: string;
}

/** Health is determined by if the proxy is able to connect. */
export interface WorkloadGroupProbeTcpSocket {
  /** `WorkloadGroup.spec.probe.tcpSocket.host`. */
  readonly host?: string;
  /** `WorkloadGroup.spec.probe.tcpSocket.port`. */
  readonly port?: number;
}

/** Describes a collection of workload instances. */
export interface WorkloadGroupSpec {
  /** Metadata that will be used for all corresponding `WorkloadEntries`. */
  readonly metadata?: WorkloadGroupMetadata;
  /** `ReadinessProbe` describes the configuration the user must provide for healthchecking on their workload. */
  readonly probe?: WorkloadGroupProbe;
  /** Template to be used for the generation of `WorkloadEntry` resources that belong to this `WorkloadGroup`. */
  readonly template?: WorkloadGroupTemplate;
}

/** `WorkloadGroup` `status`. */
export interface WorkloadGroupStatus {
  /** Current service state of the resource. */
  readonly conditions?: readonly WorkloadGroupStatusCondition[];
  /** `WorkloadGroup.status.observedGeneration`. */
  readonly observedGeneration?: number | string;
  /** Includes any errors or warnings detected by Istio's analyzers. */
  readonly validationMessages?: readonly WorkloadGroupStatusValidationMessage[];
}

/** `WorkloadGroup` `status.conditions`. */
export interface WorkloadGroupStatusCondition {
  /** Last time we probed the condition. */
  readonly lastProbeTime?: string;
  /** Last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** Human-readable message indicating details about last transition. */
  readonly message?: string;
  /** Resource Generation to which the Condition refers. */
  readonly observedGeneration?: number | string;
  /** Unique, one-word, CamelCase reason for the condition's last transition. */
  readonly reason?: string;
  /** Status is the status of the condition. */
  readonly status?: string;
  /** Type is the type of the condition. */
  readonly type?: string;
}

/** `WorkloadGroup` `status.validationMessages`. */
export interface WorkloadGroupStatusValidationMessage {
  /** A url pointing to the Istio documentation for this specific error type. */
  readonly documentationUrl?: string;
  /** Represents how severe a message is. */
  readonly level?: "UNKNOWN" | "ERROR" | "WARNING" | "INFO";
  /** `WorkloadGroup.status.validationMessages.type`. */
  readonly type?: WorkloadGroupStatusValidationMessageType;
}

/** `WorkloadGroup` `status.validationMessages.type`. */
export interface WorkloadGroupStatusValidationMessageType {
  /** A 7 character code matching `^IST[0-9]{4}$` intended to uniquely identify the message type. */
  readonly code?: string;
  /** A human-readable name for the message type. */
  readonly name?: string;
}

/** Template to be used for the generation of `WorkloadEntry` resources that belong to this `WorkloadGroup`. */
export interface WorkloadGroupTemplate {
  /** Address associated with the network endpoint without the port. */
  readonly address?: string;
  /** One or more labels associated with the endpoint. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The locality associated with the endpoint. */
  readonly locality?: string;
  /** Network enables Istio to group endpoints resident in the same L3 domain/network. */
  readonly network?: string;
  /** Set of ports associated with the endpoint. */
  readonly ports?: Readonly<Record<string, number>>;
  /** The service account associated with the workload if a sidecar is present in the workload. */
  readonly serviceAccount?: string;
  /** The load balancing weight associated with the endpoint. */
  readonly weight?: number;
}
