// Written by scripts/gen_types.ts. Do not edit.
/** MeshConfig defines mesh-wide settings for the Istio service mesh. */
export interface MeshConfig {
  /** Port on which Envoy should listen for all outbound traffic to other services. */
  readonly proxyListenPort?: number;
  /** Port on which Envoy should listen for all inbound traffic to the pod/vm will be captured to. */
  readonly proxyInboundListenPort?: number;
  /** Port on which Envoy should listen for HTTP PROXY requests if set. */
  readonly proxyHttpPort?: number;
  /** Connection timeout used by Envoy. (MUST be >=1ms) Default timeout is 10s. */
  readonly connectTimeout?: string;
  /** Idle timeout configured on Envoy proxies for their connection pools to ztunnel via HBONE. */
  readonly hboneIdleTimeout?: string;
  /** Automatic protocol detection uses a set of heuristics to determine whether the connection is using TLS or not (on the server side), as well as the application … */
  readonly protocolDetectionTimeout?: string;
  /** If set then set `SO_KEEPALIVE` on the socket to enable TCP Keepalives. */
  readonly tcpKeepalive?: MeshConfigConnectionPoolSettingsTCPSettingsTcpKeepalive;
  /** Class of ingress resources to be processed by Istio ingress controller. */
  readonly ingressClass?: string;
  /** Name of the Kubernetes service used for the istio ingress controller. */
  readonly ingressService?: string;
  /** Defines whether to use Istio ingress controller for annotated or all ingress resources. */
  readonly ingressControllerMode?: "UNSPECIFIED" | "OFF" | "DEFAULT" | "STRICT";
  /** Defines which gateway deployment to use as the Ingress controller. */
  readonly ingressSelector?: string;
  /** Flag to control generation of trace spans and request IDs. */
  readonly enableTracing?: boolean;
  /** File address for the proxy access log (e.g. /dev/stdout). */
  readonly accessLogFile?: string;
  /** Format for the proxy access log Empty value results in proxy's default access log format. */
  readonly accessLogFormat?: string;
  /** Encoding for the proxy access log (`TEXT` or `JSON`). */
  readonly accessLogEncoding?: "TEXT" | "JSON";
  /** This flag enables Envoy's gRPC Access Log Service. */
  readonly enableEnvoyAccessLogService?: boolean;
  /** This flag disables Envoy Listener logs. */
  readonly disableEnvoyListenerLog?: boolean;
  /** Default proxy config used by gateway and sidecars. */
  readonly defaultConfig?: MeshProxyConfig;
  /** Set the default behavior of the sidecar for handling outbound traffic from the application. */
  readonly outboundTrafficPolicy?: MeshConfigOutboundTrafficPolicy;
  /** Set the default behavior of the sidecar for handling inbound traffic to the application. */
  readonly inboundTrafficPolicy?: MeshConfigInboundTrafficPolicy;
  /** ConfigSource describes a source of configuration data for networking rules, and other Istio configuration artifacts. */
  readonly configSources?: readonly MeshConfigConfigSource[];
  /** This flag is used to enable mutual `TLS` automatically for service to service communication within the mesh, default true. */
  readonly enableAutoMtls?: boolean;
  /** The trust domain corresponds to the trust root of a system. */
  readonly trustDomain?: string;
  /** The trust domain aliases represent the aliases of `trustDomain`. */
  readonly trustDomainAliases?: readonly string[];
  /** The extra root certificates for workload-to-workload communication. */
  readonly caCertificates?: readonly MeshConfigCertificateData[];
  /** The default value for the ServiceEntry.exportTo field and services imported through container registry integrations, e.g. this applies to Kubernetes Service … */
  readonly defaultServiceExportTo?: readonly string[];
  /** The default value for the VirtualService.exportTo field. */
  readonly defaultVirtualServiceExportTo?: readonly string[];
  /** The default value for the `DestinationRule.exportTo` field. */
  readonly defaultDestinationRuleExportTo?: readonly string[];
  /** The namespace to treat as the administrative root namespace for Istio configuration. */
  readonly rootNamespace?: string;
  /** Locality based load balancing distribution or failover settings. */
  readonly localityLbSetting?: MeshConfigLocalityLoadBalancerSetting;
  /** Zone Aware based load balancing settings. */
  readonly zoneAwareLbSetting?: MeshConfigZoneAwareLoadBalancerSetting;
  /** Configures DNS refresh rate for Envoy clusters of type `STRICT_DNS` Default refresh rate is `60s`. */
  readonly dnsRefreshRate?: string;
  /** Specify if http1.1 connections should be upgraded to http2 by default. if sidecar is installed on all pods in the mesh, then this should be set to `UPGRADE`. */
  readonly h2UpgradePolicy?: "DO_NOT_UPGRADE" | "UPGRADE";
  /** Name to be used while emitting statistics for inbound clusters. */
  readonly inboundClusterStatName?: string;
  /** Name to be used while emitting statistics for outbound clusters. */
  readonly outboundClusterStatName?: string;
  /** Configure the provision of certificates. */
  readonly certificates?: readonly MeshConfigCertificate[];
  /** Settings to be applied to select services. */
  readonly serviceSettings?: readonly MeshConfigServiceSettings[];
  /** Scope to be applied to select services. */
  readonly serviceScopeConfigs?: readonly MeshConfigServiceScopeConfigs[];
  /** If enabled, Istio agent will merge metrics exposed by the application with metrics from Envoy and Istio agent. */
  readonly enablePrometheusMerge?: boolean;
  /** `VerifyCertificateAtClient` sets the mesh global default for peer certificate validation at the client-side proxy when `SIMPLE` TLS or `MUTUAL` TLS (non … */
  readonly verifyCertificateAtClient?: boolean;
  /** If specified, Istiod will authorize and forward the CSRs from the workloads to the specified external CA using the Istio CA gRPC API. */
  readonly ca?: MeshConfigCA;
  /** Defines a list of extension providers that extend Istio's functionality. */
  readonly extensionProviders?: readonly MeshConfigExtensionProvider[];
  /** Specifies extension providers to use by default in Istio configuration resources. */
  readonly defaultProviders?: MeshConfigDefaultProviders;
  /** A list of Kubernetes selectors that specify the set of namespaces that Istio considers when computing configuration updates for sidecars. */
  readonly discoverySelectors?: readonly MeshConfigLabelSelector[];
  /** ProxyPathNormalization configures how URL paths in incoming and outgoing HTTP requests are normalized by the sidecars and gateways. */
  readonly pathNormalization?: MeshConfigProxyPathNormalization;
  /** Configure the default HTTP retry policy. */
  readonly defaultHttpRetryPolicy?: MeshConfigHTTPRetry;
  /** The below configuration parameters can be used to specify TLSConfig for mesh traffic. */
  readonly meshMTLS?: MeshConfigTLSConfig;
  /** Configuration of TLS for all traffic except for ISTIO_MUTUAL mode. */
  readonly tlsDefaults?: MeshConfigTLSConfig;
  /** The default traffic policy applied to outbound clusters in the mesh, providing a baseline that DestinationRules inherit and override per block. */
  readonly defaultTrafficPolicy?: MeshConfigDefaultTrafficPolicy;
  /** ServiceEntryVisibility lets a mesh administrator control the visibility of ServiceEntry resources mesh-wide, without relying on external admission validation. */
  readonly serviceEntryVisibility?: MeshConfigServiceEntryVisibility;
}

/** `MeshConfigCA`. */
export interface MeshConfigCA {
  /** Address of the CA server implementing the Istio CA gRPC API. */
  readonly address?: string;
  /** Use the tlsSettings to specify the tls mode to use. */
  readonly tlsSettings?: MeshConfigClientTLSSettings;
  /** timeout for forward CSR requests from Istiod to External CA Default: 10s. */
  readonly requestTimeout?: string;
  /** Use istiodSide to specify CA Server integrate to Istiod side or Agent side Default: true. */
  readonly istiodSide?: boolean;
}

/** Certificate configures the provision of a certificate and its key. */
export interface MeshConfigCertificate {
  /** Name of the secret the certificate and its key will be stored into. */
  readonly secretName?: string;
  /** The DNS names for the certificate. */
  readonly dnsNames?: readonly string[];
}

/** `MeshConfigCertificateData`. */
export interface MeshConfigCertificateData {
  /** The PEM data of the certificate. */
  readonly pem?: string;
  /** The SPIFFE bundle endpoint URL that complies to: … */
  readonly spiffeBundleUrl?: string;
  /** Specify the kubernetes signers (External CA) that use this trustAnchor when Istiod is acting as RA(registration authority) If set, they are used for these … */
  readonly certSigners?: readonly string[];
  /** Specify the list of trust domains to which this trustAnchor data belongs. */
  readonly trustDomains?: readonly string[];
}

/** SSL/TLS related settings for upstream connections. */
export interface MeshConfigClientTLSSettings {
  /** Indicates whether connections to this port should be secured using TLS. */
  readonly mode?: "DISABLE" | "SIMPLE" | "MUTUAL" | "ISTIO_MUTUAL";
  /** REQUIRED if mode is `MUTUAL`. */
  readonly clientCertificate?: string;
  /** REQUIRED if mode is `MUTUAL`. */
  readonly privateKey?: string;
  /** The path to the file containing certificate authority certificates to use in verifying a presented server certificate. */
  readonly caCertificates?: string;
  /** The name of the secret that holds the TLS certs for the client including the CA certificates. */
  readonly credentialName?: string;
  /** A list of alternate names to verify the subject identity in the certificate. */
  readonly subjectAltNames?: readonly string[];
  /** SNI string to present to the server during TLS handshake. */
  readonly sni?: string;
  /** `insecureSkipVerify` specifies whether the proxy should skip verifying the CA signature and SAN for the server certificate corresponding to the host. */
  readonly insecureSkipVerify?: boolean;
  /** The path to the file containing the certificate revocation list (CRL) to use in verifying a presented server certificate. */
  readonly caCrl?: string;
}

/** ConfigSource describes information about a configuration store inside a mesh. */
export interface MeshConfigConfigSource {
  /** Address of the server implementing the Istio Mesh Configuration protocol (MCP). */
  readonly address?: string;
  /** Use the tlsSettings to specify the tls mode to use. */
  readonly tlsSettings?: MeshConfigClientTLSSettings;
  /** Describes the source of configuration, if nothing is specified default is MCP. */
  readonly subscribedResources?: readonly "SERVICE_REGISTRY"[];
}

/** Connection pool settings for an upstream host. */
export interface MeshConfigConnectionPoolSettings {
  /** Settings common to both HTTP and TCP upstream connections. */
  readonly tcp?: MeshConfigConnectionPoolSettingsTCPSettings;
  /** HTTP connection pool settings. */
  readonly http?: MeshConfigConnectionPoolSettingsHTTPSettings;
}

/** Settings applicable to HTTP1.1/HTTP2/GRPC connections. */
export interface MeshConfigConnectionPoolSettingsHTTPSettings {
  /** Maximum number of requests that will be queued while waiting for a ready connection pool connection. */
  readonly http1MaxPendingRequests?: number;
  /** Maximum number of active requests to a destination. */
  readonly http2MaxRequests?: number;
  /** Maximum number of requests per connection to a backend. */
  readonly maxRequestsPerConnection?: number;
  /** Maximum number of retries that can be outstanding to all hosts in a cluster at a given time. */
  readonly maxRetries?: number;
  /** The idle timeout for upstream connection pool connections. */
  readonly idleTimeout?: string;
  /** Specify if http1.1 connection should be upgraded to http2 for the associated destination. */
  readonly h2UpgradePolicy?: "DEFAULT" | "DO_NOT_UPGRADE" | "UPGRADE";
  /** If set to true, client protocol will be preserved while initiating connection to backend. */
  readonly useClientProtocol?: boolean;
  /** The maximum number of concurrent streams allowed for a peer on one HTTP/2 connection. */
  readonly maxConcurrentStreams?: number;
  /** Configure HTTP/2 PING frames for upstream connections. */
  readonly http2KeepAlive?: MeshConfigConnectionPoolSettingsHTTPSettingsConnectionKeepalive;
}

/** Settings for HTTP/2 PING frames. */
export interface MeshConfigConnectionPoolSettingsHTTPSettingsConnectionKeepalive {
  /** Send HTTP/2 PING frames at this interval. */
  readonly interval?: string;
  /** How long to wait for a response to an HTTP/2 PING frame before closing the connection. */
  readonly timeout?: string;
}

/** Settings common to both HTTP and TCP upstream connections. */
export interface MeshConfigConnectionPoolSettingsTCPSettings {
  /** Maximum number of HTTP1 /TCP connections to a destination host. */
  readonly maxConnections?: number;
  /** TCP connection timeout. format: 1h/1m/1s/1ms. */
  readonly connectTimeout?: string;
  /** If set then set SO_KEEPALIVE on the socket to enable TCP Keepalives. */
  readonly tcpKeepalive?: MeshConfigConnectionPoolSettingsTCPSettingsTcpKeepalive;
  /** The maximum duration of a connection. */
  readonly maxConnectionDuration?: string;
  /** The idle timeout for TCP connections. */
  readonly idleTimeout?: string;
}

/** TCP keepalive. */
export interface MeshConfigConnectionPoolSettingsTCPSettingsTcpKeepalive {
  /** Maximum number of keepalive probes to send without response before deciding the connection is dead. */
  readonly probes?: number;
  /** The time duration a connection needs to be idle before keep-alive probes start being sent. */
  readonly time?: string;
  /** The time duration between keep-alive probes. */
  readonly interval?: string;
}

/** Holds the name references to the providers that will be used by default in other Istio configuration resources if the provider is not specified. */
export interface MeshConfigDefaultProviders {
  /** Name of the default provider(s) for tracing. */
  readonly tracing?: readonly string[];
  /** Name of the default provider(s) for metrics. */
  readonly metrics?: readonly string[];
  /** Name of the default provider(s) for access logging. */
  readonly accessLogging?: readonly string[];
}

/** DefaultTrafficPolicy defines mesh-wide baseline traffic settings for outbound clusters. */
export interface MeshConfigDefaultTrafficPolicy {
  /** Baseline connection pool settings for outbound clusters. */
  readonly connectionPool?: MeshConfigConnectionPoolSettings;
  /** Baseline outlier detection for outbound clusters. */
  readonly outlierDetection?: MeshConfigOutlierDetection;
}

/** `MeshConfigExecHealthCheckConfig`. */
export interface MeshConfigExecHealthCheckConfig {
  /** Command to run. */
  readonly command?: readonly string[];
}

/** `MeshConfigExtensionProvider`. */
export interface MeshConfigExtensionProvider {
  /** A unique name identifying the extension provider. */
  readonly name?: string;
  /** Configures an external authorizer that implements the Envoy ext_authz filter authorization check service using the HTTP API. */
  readonly envoyExtAuthzHttp?: MeshConfigExtensionProviderEnvoyExternalAuthorizationHttpProvider;
  /** Configures an external authorizer that implements the Envoy ext_authz filter authorization check service using the gRPC API. */
  readonly envoyExtAuthzGrpc?: MeshConfigExtensionProviderEnvoyExternalAuthorizationGrpcProvider;
  /** Configures a tracing provider that uses the Zipkin API. */
  readonly zipkin?: MeshConfigExtensionProviderZipkinTracingProvider;
  /** Configures a Lightstep tracing provider. */
  readonly lightstep?: MeshConfigExtensionProviderLightstepTracingProvider;
  /** Configures a Datadog tracing provider. */
  readonly datadog?: MeshConfigExtensionProviderDatadogTracingProvider;
  /** Configures a Stackdriver provider. */
  readonly stackdriver?: MeshConfigExtensionProviderStackdriverProvider;
  /** Configures an OpenCensusAgent tracing provider. */
  readonly opencensus?: MeshConfigExtensionProviderOpenCensusAgentTracingProvider;
  /** Configures a Apache SkyWalking provider. */
  readonly skywalking?: MeshConfigExtensionProviderSkyWalkingTracingProvider;
  /** Configures an OpenTelemetry tracing provider. */
  readonly opentelemetry?: MeshConfigExtensionProviderOpenTelemetryTracingProvider;
  /** Configures a Prometheus metrics provider. */
  readonly prometheus?: MeshConfigExtensionProviderPrometheusMetricsProvider;
  /** Configures an Envoy File Access Log provider. */
  readonly envoyFileAccessLog?: MeshConfigExtensionProviderEnvoyFileAccessLogProvider;
  /** Configures an Envoy Access Logging Service provider for HTTP traffic. */
  readonly envoyHttpAls?: MeshConfigExtensionProviderEnvoyHttpGrpcV3LogProvider;
  /** Configures an Envoy Access Logging Service provider for TCP traffic. */
  readonly envoyTcpAls?: MeshConfigExtensionProviderEnvoyTcpGrpcV3LogProvider;
  /** Configures an Envoy Open Telemetry Access Logging Service provider. */
  readonly envoyOtelAls?: MeshConfigExtensionProviderEnvoyOpenTelemetryLogProvider;
  /** Configures an Extension Provider for SDS. */
  readonly sds?: MeshConfigExtensionProviderSDSProvider;
}

/** Defines configuration for a Datadog tracer. */
export interface MeshConfigExtensionProviderDatadogTracingProvider {
  /** Specifies the service for the Datadog agent. */
  readonly service?: string;
  /** Specifies the port of the service. */
  readonly port?: number;
  /** Controls the overall path length allowed in a reported span. */
  readonly maxTagLength?: number;
}

/** `MeshConfigExtensionProviderEnvoyExternalAuthorizationGrpcProvider`. */
export interface MeshConfigExtensionProviderEnvoyExternalAuthorizationGrpcProvider {
  /** Specifies the service that implements the Envoy ext_authz gRPC authorization service. */
  readonly service?: string;
  /** Specifies the port of the service. */
  readonly port?: number;
  /** The maximum duration that the proxy will wait for a response from the provider, this is the timeout for a specific request (default timeout: 600s). */
  readonly timeout?: string;
  /** If true, the HTTP request or TCP connection will be allowed even if the communication with the authorization service has failed, or if the authorization service … */
  readonly failOpen?: boolean;
  /** If true, clears route cache in order to allow the external authorization service to correctly affect routing decisions. */
  readonly clearRouteCache?: boolean;
  /** Sets the HTTP status that is returned to the client when there is a network error to the authorization service. */
  readonly statusOnError?: string;
  /** If set, the client request body will be included in the authorization request sent to the authorization service. */
  readonly includeRequestBodyInCheck?:
    MeshConfigExtensionProviderEnvoyExternalAuthorizationRequestBody;
}

/** `MeshConfigExtensionProviderEnvoyExternalAuthorizationHttpProvider`. */
export interface MeshConfigExtensionProviderEnvoyExternalAuthorizationHttpProvider {
  /** Specifies the service that implements the Envoy ext_authz HTTP authorization service. */
  readonly service?: string;
  /** Specifies the port of the service. */
  readonly port?: number;
  /** The maximum duration that the proxy will wait for a response from the provider (default timeout: 600s). */
  readonly timeout?: string;
  /** Sets a prefix to the value of authorization request header *Path*. */
  readonly pathPrefix?: string;
  /** If true, the user request will be allowed even if the communication with the authorization service has failed, or if the authorization service has returned a … */
  readonly failOpen?: boolean;
  /** If true, clears route cache in order to allow the external authorization service to correctly affect routing decisions. */
  readonly clearRouteCache?: boolean;
  /** Sets the HTTP status that is returned to the client when there is a network error to the authorization service. */
  readonly statusOnError?: string;
  /** Use includeRequestHeadersInCheck instead. */
  readonly includeHeadersInCheck?: readonly string[];
  /** List of client request headers that should be included in the authorization request sent to the authorization service. */
  readonly includeRequestHeadersInCheck?: readonly string[];
  /** Set of additional fixed headers that should be included in the authorization request sent to the authorization service. */
  readonly includeAdditionalHeadersInCheck?: Readonly<Record<string, string>>;
  /** If set, the client request body will be included in the authorization request sent to the authorization service. */
  readonly includeRequestBodyInCheck?:
    MeshConfigExtensionProviderEnvoyExternalAuthorizationRequestBody;
  /** List of headers from the authorization service that should be added or overridden in the original request and forwarded to the upstream when the authorization … */
  readonly headersToUpstreamOnAllow?: readonly string[];
  /** List of headers from the authorization service that should be forwarded to downstream when the authorization check result is not allowed (HTTP code other than … */
  readonly headersToDownstreamOnDeny?: readonly string[];
  /** List of headers from the authorization service that should be forwarded to downstream when the authorization check result is allowed (HTTP code 200). */
  readonly headersToDownstreamOnAllow?: readonly string[];
}

/** `MeshConfigExtensionProviderEnvoyExternalAuthorizationRequestBody`. */
export interface MeshConfigExtensionProviderEnvoyExternalAuthorizationRequestBody {
  /** Sets the maximum size of a message body that the ext-authz filter will hold in memory. */
  readonly maxRequestBytes?: number;
  /** When this field is true, ext-authz filter will buffer the message until maxRequestBytes is reached. */
  readonly allowPartialMessage?: boolean;
  /** If true, the body sent to the external authorization service in the gRPC authorization request is set with raw bytes in the raw_body field. */
  readonly packAsBytes?: boolean;
}

/** Defines configuration for Envoy-based access logging that writes to local files (and/or standard streams). */
export interface MeshConfigExtensionProviderEnvoyFileAccessLogProvider {
  /** Path to a local file to write the access log entries. */
  readonly path?: string;
  /** Allows overriding of the default access log format. */
  readonly logFormat?: MeshConfigExtensionProviderEnvoyFileAccessLogProviderLogFormat;
  /** If set to true, when command operators are evaluated to null, For text format, the output of the empty operator is changed from "-" to an empty string. */
  readonly omitEmptyValues?: boolean;
}

/** `MeshConfigExtensionProviderEnvoyFileAccessLogProviderLogFormat`. */
export interface MeshConfigExtensionProviderEnvoyFileAccessLogProviderLogFormat {
  /** Textual format for the envoy access logs. */
  readonly text?: string;
  /** JSON structured format for the envoy access logs. */
  readonly labels?: Readonly<Record<string, unknown>>;
}

/** Defines configuration for an Envoy Access Logging Service integration for HTTP traffic. */
export interface MeshConfigExtensionProviderEnvoyHttpGrpcV3LogProvider {
  /** Specifies the service that implements the Envoy ALS gRPC authorization service. */
  readonly service?: string;
  /** Specifies the port of the service. */
  readonly port?: number;
  /** The friendly name of the access log. */
  readonly logName?: string;
  /** Additional filter state objects to log. */
  readonly filterStateObjectsToLog?: readonly string[];
  /** Additional request headers to log. */
  readonly additionalRequestHeadersToLog?: readonly string[];
  /** Additional response headers to log. */
  readonly additionalResponseHeadersToLog?: readonly string[];
  /** Additional response trailers to log. */
  readonly additionalResponseTrailersToLog?: readonly string[];
}

/** Defines configuration for an Envoy OpenTelemetry (gRPC) Access Log. */
export interface MeshConfigExtensionProviderEnvoyOpenTelemetryLogProvider {
  /** Specifies the service that implements the Envoy ALS gRPC authorization service. */
  readonly service?: string;
  /** Specifies the port of the service. */
  readonly port?: number;
  /** The friendly name of the access log. */
  readonly logName?: string;
  /** Format for the proxy access log Empty value results in proxy's default access log format, following Envoy access logging formatting. */
  readonly logFormat?: MeshConfigExtensionProviderEnvoyOpenTelemetryLogProviderLogFormat;
}

/** `MeshConfigExtensionProviderEnvoyOpenTelemetryLogProviderLogFormat`. */
export interface MeshConfigExtensionProviderEnvoyOpenTelemetryLogProviderLogFormat {
  /** Textual format for the envoy access logs. */
  readonly text?: string;
  /** Additional attributes that describe the specific event occurrence. */
  readonly labels?: Readonly<Record<string, unknown>>;
}

/** Defines configuration for an Envoy Access Logging Service integration for TCP traffic. */
export interface MeshConfigExtensionProviderEnvoyTcpGrpcV3LogProvider {
  /** Specifies the service that implements the Envoy ALS gRPC authorization service. */
  readonly service?: string;
  /** Specifies the port of the service. */
  readonly port?: number;
  /** The friendly name of the access log. */
  readonly logName?: string;
  /** Additional filter state objects to log. */
  readonly filterStateObjectsToLog?: readonly string[];
}

/** Defines configuration for an GRPC service that can be used by an Extension Provider. that does communication via GRPC. */
export interface MeshConfigExtensionProviderGrpcService {
  /** Specifies the timeout for the GRPC request. */
  readonly timeout?: string;
  /** Additional metadata to include in streams initiated to the GrpcService. */
  readonly initialMetadata?: readonly MeshConfigExtensionProviderHttpHeader[];
}

/** `MeshConfigExtensionProviderHttpHeader`. */
export interface MeshConfigExtensionProviderHttpHeader {
  /** The HTTP header name. */
  readonly name?: string;
  /** The HTTP header value. */
  readonly value?: string;
  /** The HTTP header value from the environment variable. */
  readonly envName?: string;
}

/** Defines configuration for an HTTP service that can be used by an Extension Provider. that does communication via HTTP. */
export interface MeshConfigExtensionProviderHttpService {
  /** Specifies the path on the service. */
  readonly path?: string;
  /** Specifies the timeout for the HTTP request. */
  readonly timeout?: string;
  /** Allows specifying custom HTTP headers that will be added to each HTTP request sent. */
  readonly headers?: readonly MeshConfigExtensionProviderHttpHeader[];
}

/** Defines configuration for a Lightstep tracer. */
export interface MeshConfigExtensionProviderLightstepTracingProvider {
  /** Specifies the service for the Lightstep collector. */
  readonly service?: string;
  /** Specifies the port of the service. */
  readonly port?: number;
  /** The Lightstep access token. */
  readonly accessToken?: string;
  /** Controls the overall path length allowed in a reported span. */
  readonly maxTagLength?: number;
}

/** Defines configuration for an OpenCensus tracer writing to an OpenCensus backend. */
export interface MeshConfigExtensionProviderOpenCensusAgentTracingProvider {
  /** Specifies the service for the OpenCensusAgent. */
  readonly service?: string;
  /** Specifies the port of the service. */
  readonly port?: number;
  /** Specifies the set of context propagation headers used for distributed tracing. */
  readonly context?:
    readonly ("UNSPECIFIED" | "W3C_TRACE_CONTEXT" | "GRPC_BIN" | "CLOUD_TRACE_CONTEXT" | "B3")[];
  /** Controls the overall path length allowed in a reported span. */
  readonly maxTagLength?: number;
}

/** Defines configuration for an OpenTelemetry tracing backend. */
export interface MeshConfigExtensionProviderOpenTelemetryTracingProvider {
  /** Specifies the OpenTelemetry endpoint that will receive OTLP traces. */
  readonly service?: string;
  /** Specifies the port of the service. */
  readonly port?: number;
  /** Controls the overall path length allowed in a reported span. */
  readonly maxTagLength?: number;
  /** Specifies the configuration for exporting OTLP traces via HTTP. */
  readonly http?: MeshConfigExtensionProviderHttpService;
  /** Specifies the configuration for exporting OTLP traces via GRPC. */
  readonly grpc?: MeshConfigExtensionProviderGrpcService;
  /** Specifies Resource Detectors to be used by the OpenTelemetry Tracer. */
  readonly resourceDetectors?: MeshConfigExtensionProviderResourceDetectors;
  /** Controls how service resource attributes are enriched in exported trace spans. */
  readonly serviceAttributeEnrichment?: "ISTIO_CANONICAL" | "OTEL_SEMANTIC_CONVENTIONS";
  /** The Dynatrace adaptive traffic management (ATM) sampler. */
  readonly dynatraceSampler?:
    MeshConfigExtensionProviderOpenTelemetryTracingProviderDynatraceSampler;
}

/** `MeshConfigExtensionProviderOpenTelemetryTracingProviderDynatraceSampler`. */
export interface MeshConfigExtensionProviderOpenTelemetryTracingProviderDynatraceSampler {
  /** The Dynatrace customer's tenant identifier. */
  readonly tenant?: string;
  /** The identifier of the cluster in the Dynatrace platform. */
  readonly clusterId?: number;
  /** Number of sampled spans per minute to be used when the adaptive value cannot be obtained from the Dynatrace API. */
  readonly rootSpansPerMinute?: number;
  /** Dynatrace HTTP API to obtain sampling configuration. */
  readonly httpService?:
    MeshConfigExtensionProviderOpenTelemetryTracingProviderDynatraceSamplerDynatraceApi;
}

/** `MeshConfigExtensionProviderOpenTelemetryTracingProviderDynatraceSamplerDynatraceApi`. */
export interface MeshConfigExtensionProviderOpenTelemetryTracingProviderDynatraceSamplerDynatraceApi {
  /** Specifies the Dynatrace environment to obtain the sampling configuration. */
  readonly service?: string;
  /** Specifies the port of the service. */
  readonly port?: number;
  /** Specifies sampling configuration URI. */
  readonly http?: MeshConfigExtensionProviderHttpService;
}

/** `MeshConfigExtensionProviderPrometheusMetricsProvider`. */
export interface MeshConfigExtensionProviderPrometheusMetricsProvider {
}

/** `MeshConfigExtensionProviderResourceDetectors`. */
export interface MeshConfigExtensionProviderResourceDetectors {
  /** OpenTelemetry Environment Resource Detector. */
  readonly environment?: MeshConfigExtensionProviderResourceDetectorsEnvironmentResourceDetector;
  /** Dynatrace Resource Detector. */
  readonly dynatrace?: MeshConfigExtensionProviderResourceDetectorsDynatraceResourceDetector;
}

/** Dynatrace Resource Detector. */
export interface MeshConfigExtensionProviderResourceDetectorsDynatraceResourceDetector {
}

/** OpenTelemetry Environment Resource Detector. */
export interface MeshConfigExtensionProviderResourceDetectorsEnvironmentResourceDetector {
}

/** Defines configuration for an Gateway SDS provider. */
export interface MeshConfigExtensionProviderSDSProvider {
  /** Specifies the name of the provider. */
  readonly name?: string;
  /** Specifies the service that implements the SDS service. */
  readonly service?: string;
  /** Specifies the port of the service. */
  readonly port?: number;
}

/** Defines configuration for a SkyWalking tracer. */
export interface MeshConfigExtensionProviderSkyWalkingTracingProvider {
  /** Specifies the service for the SkyWalking receiver. */
  readonly service?: string;
  /** Specifies the port of the service. */
  readonly port?: number;
  /** The SkyWalking OAP access token. */
  readonly accessToken?: string;
}

/** Defines configuration for Stackdriver. */
export interface MeshConfigExtensionProviderStackdriverProvider {
  /** debug enables trace output to stdout. $hide_from_docs. */
  readonly debug?: boolean;
  /** The global default max number of attributes per span. default is 200. $hide_from_docs. */
  readonly maxNumberOfAttributes?: number;
  /** The global default max number of annotation events per span. default is 200. $hide_from_docs. */
  readonly maxNumberOfAnnotations?: number;
  /** The global default max number of message events per span. default is 200. $hide_from_docs. */
  readonly maxNumberOfMessageEvents?: number;
  /** Controls the overall path length allowed in a reported span. */
  readonly maxTagLength?: number;
  /** Controls Stackdriver logging behavior. */
  readonly logging?: MeshConfigExtensionProviderStackdriverProviderLogging;
}

/** `MeshConfigExtensionProviderStackdriverProviderLogging`. */
export interface MeshConfigExtensionProviderStackdriverProviderLogging {
  /** Collection of tag names and tag expressions to include in the log entry. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Defines configuration for a Zipkin tracer. */
export interface MeshConfigExtensionProviderZipkinTracingProvider {
  /** Specifies the service that the Zipkin API. */
  readonly service?: string;
  /** Specifies the port of the service. */
  readonly port?: number;
  /** Controls the overall path length allowed in a reported span. */
  readonly maxTagLength?: number;
  /** A 128 bit trace id will be used in Istio. */
  readonly enable_64bitTraceId?: boolean;
  /** Specifies the endpoint of Zipkin API. */
  readonly path?: string;
  /** Determines which trace context format to use for trace header extraction and propagation. */
  readonly traceContextOption?: "USE_B3" | "USE_B3_WITH_W3C_PROPAGATION";
  /** The timeout for the HTTP request to the Zipkin collector. */
  readonly timeout?: string;
  /** Additional HTTP headers to include in the request to the Zipkin collector. */
  readonly headers?: readonly MeshConfigExtensionProviderHttpHeader[];
}

/** `MeshConfigGrpcHealthCheckConfig`. */
export interface MeshConfigGrpcHealthCheckConfig {
  /** Port on which the endpoint lives. */
  readonly port?: number;
  /** Service is the fully qualified name of the service to send the grpc health check request. */
  readonly service?: string;
}

/** `MeshConfigHTTPHeader`. */
export interface MeshConfigHTTPHeader {
  /** The header field name +kubebuilder:validation:Pattern=^[-_A-Za-z0-9]+$. */
  readonly name?: string;
  /** The header field value. */
  readonly value?: string;
}

/** `MeshConfigHTTPHealthCheckConfig`. */
export interface MeshConfigHTTPHealthCheckConfig {
  /** Path to access on the HTTP server. */
  readonly path?: string;
  /** Port on which the endpoint lives. */
  readonly port?: number;
  /** Host name to connect to, defaults to the pod IP. */
  readonly host?: string;
  /** HTTP or HTTPS, defaults to HTTP +kubebuilder:validation:XValidation:message="scheme must be one of [HTTP, HTTPS]",rule="self in ['', 'HTTP', 'HTTPS']". */
  readonly scheme?: string;
  /** Headers the proxy will pass on to make the request. */
  readonly httpHeaders?: readonly MeshConfigHTTPHeader[];
}

/** Describes the retry policy to use when a HTTP request fails. */
export interface MeshConfigHTTPRetry {
  /** Number of retries to be allowed for a given request. */
  readonly attempts?: number;
  /** Timeout per attempt for a given request, including the initial call and any retries. */
  readonly perTryTimeout?: string;
  /** Specifies the conditions under which retry takes place. */
  readonly retryOn?: string;
  /** Flag to specify whether the retries should retry to other localities. */
  readonly retryRemoteLocalities?: boolean;
  /** Flag to specify whether the retries should ignore previously tried hosts during retry. */
  readonly retryIgnorePreviousHosts?: boolean;
  /** Specifies the minimum duration between retry attempts. */
  readonly backoff?: string;
}

/** `MeshConfigInboundTrafficPolicy`. */
export interface MeshConfigInboundTrafficPolicy {
  /** `MeshConfigInboundTrafficPolicy.mode`. */
  readonly mode?: "PASSTHROUGH" | "LOCALHOST";
}

/** A label selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface MeshConfigLabelSelector {
  /** matchLabels is a map of {key,value} pairs. */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /** matchExpressions is a list of label selector requirements. */
  readonly matchExpressions?: readonly MeshConfigLabelSelectorRequirement[];
}

/** A label selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface MeshConfigLabelSelectorRequirement {
  /** key is the label key that the selector applies to. */
  readonly key?: string;
  /** operator represents a key's relationship to a set of values. */
  readonly operator?: string;
  /** values is an array of string values. */
  readonly values?: readonly string[];
}

/** Locality-weighted load balancing allows administrators to control the distribution of traffic to endpoints based on the localities of where the traffic … */
export interface MeshConfigLocalityLoadBalancerSetting {
  /** only one of distribute, failover or failoverPriority can be set. */
  readonly distribute?: readonly MeshConfigLocalityLoadBalancerSettingDistribute[];
  /** only one of distribute, failover or failoverPriority can be set. */
  readonly failover?: readonly MeshConfigLocalityLoadBalancerSettingFailover[];
  /** failoverPriority is an ordered list of labels used to sort endpoints to do priority based load balancing. */
  readonly failoverPriority?: readonly string[];
  /** Enable locality load balancing. */
  readonly enabled?: boolean;
}

/** Describes how traffic originating in the 'from' zone or sub-zone is distributed over a set of 'to' zones. */
export interface MeshConfigLocalityLoadBalancerSettingDistribute {
  /** Originating locality, '/' separated, e.g. 'region/zone/sub_zone'. */
  readonly from?: string;
  /** Map of upstream localities to traffic distribution weights. */
  readonly to?: Readonly<Record<string, number>>;
}

/** Specify the traffic failover policy across regions. */
export interface MeshConfigLocalityLoadBalancerSettingFailover {
  /** Originating region. */
  readonly from?: string;
  /** Destination region the traffic will fail over to when endpoints in the 'from' region becomes unhealthy. */
  readonly to?: string;
}

/** Network provides information about the endpoints in a routable L3 network. */
export interface MeshConfigNetwork {
  /** The list of endpoints in the network (obtained through the constituent service registries or from CIDR ranges). */
  readonly endpoints?: readonly MeshConfigNetworkNetworkEndpoints[];
  /** Set of gateways associated with the network. */
  readonly gateways?: readonly MeshConfigNetworkIstioNetworkGateway[];
}

/** The gateway associated with this network. */
export interface MeshConfigNetworkIstioNetworkGateway {
  /** A fully qualified domain name of the gateway service. istiod will lookup the service from the service registries in the network and obtain the endpoint IPs of … */
  readonly registryServiceName?: string;
  /** IP address or externally resolvable DNS address associated with the gateway. */
  readonly address?: string;
  /** The port associated with the gateway. */
  readonly port?: number;
  /** The locality associated with an explicitly specified gateway (i.e. ip). */
  readonly locality?: string;
}

/** NetworkEndpoints describes how the network associated with an endpoint should be inferred. */
export interface MeshConfigNetworkNetworkEndpoints {
  /** A CIDR range for the set of endpoints in this network. */
  readonly fromCidr?: string;
  /** Add all endpoints from the specified registry into this network. */
  readonly fromRegistry?: string;
}

/** `OutboundTrafficPolicy` sets the default behavior of the sidecar for handling unknown outbound traffic from the application. */
export interface MeshConfigOutboundTrafficPolicy {
  /** `MeshConfigOutboundTrafficPolicy.mode`. */
  readonly mode?: "REGISTRY_ONLY" | "ALLOW_ANY" | "ALLOW_ANY_DYNAMIC_DNS";
  /** TLS settings for client connections to unknown destinations. */
  readonly tls?: MeshConfigClientTLSSettings;
}

/** A Circuit breaker implementation that tracks the status of each individual host in the upstream service. */
export interface MeshConfigOutlierDetection {
  /** Number of errors before a host is ejected from the connection pool. */
  readonly consecutiveErrors?: number;
  /** Determines whether to distinguish local origin failures from external errors. */
  readonly splitExternalLocalOriginErrors?: boolean;
  /** The number of consecutive locally originated failures before ejection occurs. */
  readonly consecutiveLocalOriginFailures?: number;
  /** Number of gateway errors before a host is ejected from the connection pool. */
  readonly consecutiveGatewayErrors?: number;
  /** Number of 5xx errors before a host is ejected from the connection pool. */
  readonly consecutive_5xxErrors?: number;
  /** Time interval between ejection sweep analysis. format: 1h/1m/1s/1ms. */
  readonly interval?: string;
  /** Minimum ejection duration. */
  readonly baseEjectionTime?: string;
  /** Maximum % of hosts in the load balancing pool for the upstream service that can be ejected. */
  readonly maxEjectionPercent?: number;
  /** Outlier detection will be enabled as long as the associated load balancing pool has at least `minHealthPercent` hosts in healthy mode. */
  readonly minHealthPercent?: number;
  /** Specifies the HTTP response status codes that are treated as outlier detection errors. */
  readonly outlierDetectionHttpErrorCodes?: readonly number[];
}

/** PrivateKeyProvider defines private key configuration for gateways and sidecars. */
export interface MeshConfigPrivateKeyProvider {
  /** Use CryptoMb private key provider. */
  readonly cryptomb?: MeshConfigPrivateKeyProviderCryptoMb;
  /** Use QAT private key provider. */
  readonly qat?: MeshConfigPrivateKeyProviderQAT;
}

/** CryptoMb PrivateKeyProvider configuration. */
export interface MeshConfigPrivateKeyProviderCryptoMb {
  /** How long to wait until the per-thread processing queue should be processed. */
  readonly pollDelay?: string;
  /** If the private key provider isn’t available (eg. the required hardware capability doesn’t existed) Envoy will fallback to the BoringSSL default implementation … */
  readonly fallback?: boolean;
}

/** QAT (QuickAssist Technology) PrivateKeyProvider configuration. */
export interface MeshConfigPrivateKeyProviderQAT {
  /** How long to wait before polling the hardware accelerator after a request has been submitted there. */
  readonly pollDelay?: string;
  /** If the private key provider isn’t available (eg. the required hardware capability doesn’t existed) Envoy will fallback to the BoringSSL default implementation … */
  readonly fallback?: boolean;
}

/** The following values are used to construct proxy image url. format. */
export interface MeshConfigProxyImage {
  /** The image type of the image. */
  readonly imageType?: string;
}

/** `MeshConfigProxyPathNormalization`. */
export interface MeshConfigProxyPathNormalization {
  /** `MeshConfigProxyPathNormalization.normalization`. */
  readonly normalization?:
    | "DEFAULT"
    | "NONE"
    | "BASE"
    | "MERGE_SLASHES"
    | "DECODE_AND_MERGE_SLASHES";
}

/** `MeshConfigReadinessProbe`. */
export interface MeshConfigReadinessProbe {
  /** Number of seconds after the container has started before readiness probes are initiated. */
  readonly initialDelaySeconds?: number;
  /** Number of seconds after which the probe times out. */
  readonly timeoutSeconds?: number;
  /** How often (in seconds) to perform the probe. */
  readonly periodSeconds?: number;
  /** Minimum consecutive successes for the probe to be considered successful after having failed. */
  readonly successThreshold?: number;
  /** Minimum consecutive failures for the probe to be considered failed after having succeeded. */
  readonly failureThreshold?: number;
  /** `httpGet` is performed to a given endpoint and the status/able to connect determines health. */
  readonly httpGet?: MeshConfigHTTPHealthCheckConfig;
  /** Health is determined by if the proxy is able to connect. */
  readonly tcpSocket?: MeshConfigTCPHealthCheckConfig;
  /** Health is determined by how the command that is executed exited. */
  readonly exec?: MeshConfigExecHealthCheckConfig;
  /** GRPC call is made and response/error is used to determine health. */
  readonly grpc?: MeshConfigGrpcHealthCheckConfig;
}

/** `MeshConfigRemoteService`. */
export interface MeshConfigRemoteService {
  /** Address of a remove service used for various purposes (access log receiver, metrics receiver, etc.). */
  readonly address?: string;
  /** Use the `tlsSettings` to specify the tls mode to use. */
  readonly tlsSettings?: MeshConfigClientTLSSettings;
  /** If set then set `SO_KEEPALIVE` on the socket to enable TCP Keepalives. */
  readonly tcpKeepalive?: MeshConfigConnectionPoolSettingsTCPSettingsTcpKeepalive;
}

/** SDS defines secret discovery service(SDS) configuration to be used by the proxy. */
export interface MeshConfigSDS {
  /** True if SDS is enabled. */
  readonly enabled?: boolean;
  /** Path of k8s service account JWT path. */
  readonly k8sSaJwtPath?: string;
}

/** ServiceEntryVisibility controls the visibility of ServiceEntry resources across the mesh, giving a mesh administrator a way to constrain ServiceEntry visibility … */
export interface MeshConfigServiceEntryVisibility {
  /** The visibility used when no policy matches a ServiceEntry. */
  readonly defaultVisibility?: "VISIBILITY_UNSPECIFIED" | "NONE" | "NAMESPACE" | "PUBLIC";
  /** Whether sidecars honor these visibility semantics. */
  readonly applyToSidecars?: boolean;
  /** An ordered list of policies. */
  readonly policies?: readonly MeshConfigServiceEntryVisibilityPolicy[];
}

/** MatchRule is a single matcher. */
export interface MeshConfigServiceEntryVisibilityMatchRule {
  /** Matches when the namespace the ServiceEntry is defined in matches this label selector. */
  readonly namespaceSelector?: MeshConfigLabelSelector;
}

/** Policy assigns a visibility to ServiceEntries that match all of its rules. */
export interface MeshConfigServiceEntryVisibilityPolicy {
  /** The visibility applied to a ServiceEntry when all `matchingRules` match. */
  readonly visibility?: "VISIBILITY_UNSPECIFIED" | "NONE" | "NAMESPACE" | "PUBLIC";
  /** The rules to evaluate. */
  readonly matchingRules?: readonly MeshConfigServiceEntryVisibilityMatchRule[];
}

/** Configuration for ambient mode multicluster service scope. */
export interface MeshConfigServiceScopeConfigs {
  /** Match expression for namespaces. */
  readonly namespaceSelector?: MeshConfigLabelSelector;
  /** Match expression for serivces. */
  readonly servicesSelector?: MeshConfigLabelSelector;
  /** Specifics the available scope for matching services. */
  readonly scope?: "LOCAL" | "GLOBAL";
}

/** Settings to be applied to select services. */
export interface MeshConfigServiceSettings {
  /** The settings to apply to the selected services. */
  readonly settings?: MeshConfigServiceSettingsSettings;
  /** The services to which the Settings should be applied. */
  readonly hosts?: readonly string[];
}

/** Settings for the selected services. */
export interface MeshConfigServiceSettingsSettings {
  /** If true, specifies that the client and service endpoints must reside in the same cluster. */
  readonly clusterLocal?: boolean;
}

/** `MeshConfigTCPHealthCheckConfig`. */
export interface MeshConfigTCPHealthCheckConfig {
  /** Host to connect to, defaults to localhost. */
  readonly host?: string;
  /** Port of host +kubebuilder:validation:XValidation:message="port must be between 1-65535",rule="0 < self && self <= 65535". */
  readonly port?: number;
}

/** `MeshConfigTLSConfig`. */
export interface MeshConfigTLSConfig {
  /** the minimum TLS protocol version. */
  readonly minProtocolVersion?: "TLS_AUTO" | "TLSV1_2" | "TLSV1_3";
  /** If specified, the TLS connection will only support the specified ECDH curves for the DH key exchange. */
  readonly ecdhCurves?: readonly string[];
  /** If specified, the TLS connection will only support the specified cipher list when negotiating TLS 1.0-1.2. */
  readonly cipherSuites?: readonly string[];
}

/** Topology describes the configuration for relative location of a proxy with respect to intermediate trusted proxies and the client. */
export interface MeshConfigTopology {
  /** Number of trusted proxies deployed in front of the Istio gateway proxy. */
  readonly numTrustedProxies?: number;
  /** Configures how the gateway proxy handles x-forwarded-client-cert (XFCC) header in the incoming request. */
  readonly forwardClientCertDetails?:
    | "UNDEFINED"
    | "SANITIZE"
    | "FORWARD_ONLY"
    | "APPEND_FORWARD"
    | "SANITIZE_SET"
    | "ALWAYS_FORWARD_ONLY";
  /** Enables PROXY protocol for downstream connections on a gateway. */
  readonly proxyProtocol?: MeshConfigTopologyProxyProtocolConfiguration;
}

/** PROXY protocol configuration. */
export interface MeshConfigTopologyProxyProtocolConfiguration {
}

/** Tracing defines configuration for the tracing performed by Envoy instances. */
export interface MeshConfigTracing {
  /** Use a Zipkin tracer. */
  readonly zipkin?: MeshConfigTracingZipkin;
  /** Use a Lightstep tracer. */
  readonly lightstep?: MeshConfigTracingLightstep;
  /** Use a Datadog tracer. */
  readonly datadog?: MeshConfigTracingDatadog;
  /** Use a Stackdriver tracer. $hide_from_docs. */
  readonly stackdriver?: MeshConfigTracingStackdriver;
  /** Use an OpenCensus tracer exporting to an OpenCensus agent. $hide_from_docs. */
  readonly openCensusAgent?: MeshConfigTracingOpenCensusAgent;
  /** Configures the custom tags to be added to active span by all proxies (i.e. sidecars and gateways). */
  readonly customTags?: Readonly<Record<string, MeshConfigTracingCustomTag>>;
  /** Configures the maximum length of the request path to extract and include in the HttpUrl tag. */
  readonly maxPathTagLength?: number;
  /** The percentage of requests (0.0 - 100.0) that will be randomly selected for trace generation, if not requested by the client or not forced. */
  readonly sampling?: number;
  /** Use the tlsSettings to specify the tls mode to use. */
  readonly tlsSettings?: MeshConfigClientTLSSettings;
  /** Determines whether or not trace spans generated by Envoy will include Istio specific tags. */
  readonly enableIstioTags?: boolean;
}

/** Configure custom tags that will be added to any active span. */
export interface MeshConfigTracingCustomTag {
  /** The custom tag's value is the specified literal. */
  readonly literal?: MeshConfigTracingLiteral;
  /** The custom tag's value should be populated from an environmental variable. */
  readonly environment?: MeshConfigTracingEnvironment;
  /** The custom tag's value is populated by an http header from an incoming request. */
  readonly header?: MeshConfigTracingRequestHeader;
}

/** Datadog defines configuration for a Datadog tracer. */
export interface MeshConfigTracingDatadog {
  /** Address of the Datadog Agent. */
  readonly address?: string;
}

/** Environment is the proxy's environment variable to be used for populating the custom span tag. $hide_from_docs. */
export interface MeshConfigTracingEnvironment {
  /** Name of the environment variable used to populate the tag's value. */
  readonly name?: string;
  /** When the environment variable is not found, the tag's value will be populated with this default value if specified, otherwise the tag will not be populated. */
  readonly defaultValue?: string;
}

/** Defines configuration for a Lightstep tracer. */
export interface MeshConfigTracingLightstep {
  /** Address of the Lightstep Satellite pool. */
  readonly address?: string;
  /** The Lightstep access token. */
  readonly accessToken?: string;
}

/** Literal type represents a static value. $hide_from_docs. */
export interface MeshConfigTracingLiteral {
  /** Static literal value used to populate the tag value. */
  readonly value?: string;
}

/** OpenCensusAgent defines configuration for an OpenCensus tracer writing to an OpenCensus agent backend. */
export interface MeshConfigTracingOpenCensusAgent {
  /** gRPC address for the OpenCensus agent (e.g. dns://authority/host:port or unix:path). */
  readonly address?: string;
  /** Specifies the set of context propagation headers used for distributed tracing. */
  readonly context?:
    readonly ("UNSPECIFIED" | "W3C_TRACE_CONTEXT" | "GRPC_BIN" | "CLOUD_TRACE_CONTEXT" | "B3")[];
}

/** RequestHeader is the HTTP request header which will be used to populate the span tag. */
export interface MeshConfigTracingRequestHeader {
  /** HTTP header name used to obtain the value from to populate the tag value. */
  readonly name?: string;
  /** Default value to be used for the tag when the named HTTP header does not exist. */
  readonly defaultValue?: string;
}

/** Stackdriver defines configuration for a Stackdriver tracer. */
export interface MeshConfigTracingStackdriver {
  /** debug enables trace output to stdout. $hide_from_docs. */
  readonly debug?: boolean;
  /** The global default max number of attributes per span. default is 200. $hide_from_docs. */
  readonly maxNumberOfAttributes?: number;
  /** The global default max number of annotation events per span. default is 200. $hide_from_docs. */
  readonly maxNumberOfAnnotations?: number;
  /** The global default max number of message events per span. default is 200. $hide_from_docs. */
  readonly maxNumberOfMessageEvents?: number;
}

/** Zipkin defines configuration for a Zipkin tracer. */
export interface MeshConfigTracingZipkin {
  /** Address of the Zipkin service (e.g. _zipkin:9411_). */
  readonly address?: string;
}

/** Zone Aware Load Balancer automatically routes traffic to endpoints in the same availability zone as the downstream proxy, reducing cross-zone latency and … */
export interface MeshConfigZoneAwareLoadBalancerSetting {
  /** Enable zone aware load balancing. */
  readonly enabled?: boolean;
  /** Explicitly specifies the region traffic will land on when the endpoints in the local region become unhealthy. */
  readonly failover?: readonly MeshConfigZoneAwareLoadBalancerSettingFailover[];
  /** failoverPriority is an ordered list of labels used to sort endpoints for priority-based load balancing. */
  readonly failoverPriority?: readonly string[];
  /** Minimum number of hosts in the upstream cluster's local region required for zone-aware load balancing to be enabled. */
  readonly minClusterSize?: number;
}

/** Specify the traffic failover policy across regions. */
export interface MeshConfigZoneAwareLoadBalancerSettingFailover {
  /** Originating region. */
  readonly from?: string;
  /** Destination region the traffic will fail over to when endpoints in the 'from' region becomes unhealthy. */
  readonly to?: string;
}

/** MeshNetworks (config map) provides information about the set of networks inside a mesh and how to route to endpoints in each network. */
export interface MeshNetworks {
  /** The set of networks inside this mesh. */
  readonly networks?: Readonly<Record<string, MeshConfigNetwork>>;
}

/** ProxyConfig defines variables for individual Envoy instances. */
export interface MeshProxyConfig {
  /** Path to the generated configuration file directory. */
  readonly configPath?: string;
  /** Path to the proxy binary. */
  readonly binaryPath?: string;
  /** Service cluster defines the name for the `service_cluster` that is shared by all Envoy instances. */
  readonly serviceCluster?: string;
  /** Used by Envoy proxies to assign the values for the service names in trace spans. */
  readonly tracingServiceName?:
    | "APP_LABEL_AND_NAMESPACE"
    | "CANONICAL_NAME_ONLY"
    | "CANONICAL_NAME_AND_NAMESPACE";
  /** The time in seconds that Envoy will drain connections during a hot restart. */
  readonly drainDuration?: string;
  /** Address of the discovery service exposing xDS with mTLS connection. */
  readonly discoveryAddress?: string;
  /** `MeshProxyConfig.discoveryRefreshDelay`. */
  readonly discoveryRefreshDelay?: string;
  /** Address of the Zipkin service (e.g. _zipkin:9411_). */
  readonly zipkinAddress?: string;
  /** IP Address and Port of a statsd UDP listener (e.g. */
  readonly statsdUdpAddress?: string;
  /** `MeshProxyConfig.envoyMetricsServiceAddress`. */
  readonly envoyMetricsServiceAddress?: string;
  /** Port on which Envoy should listen for administrative commands. */
  readonly proxyAdminPort?: number;
  /** `MeshProxyConfig.availabilityZone`. */
  readonly availabilityZone?: string;
  /** AuthenticationPolicy defines how the proxy is authenticated when it connects to the control plane. */
  readonly controlPlaneAuthPolicy?: "NONE" | "MUTUAL_TLS" | "INHERIT";
  /** File path of custom proxy configuration, currently used by proxies in front of istiod. */
  readonly customConfigFile?: string;
  /** Maximum length of name field in Envoy's metrics. */
  readonly statNameLength?: number;
  /** The number of worker threads to run. */
  readonly concurrency?: number;
  /** Path to the proxy bootstrap template file. */
  readonly proxyBootstrapTemplatePath?: string;
  /** The mode used to redirect inbound traffic to Envoy. */
  readonly interceptionMode?: "REDIRECT" | "TPROXY" | "NONE";
  /** Tracing configuration to be used by the proxy. */
  readonly tracing?: MeshConfigTracing;
  /** Secret Discovery Service(SDS) configuration to be used by the proxy. $hide_from_docs. */
  readonly sds?: MeshConfigSDS;
  /** Address of the service to which access logs from Envoys should be sent. (e.g. */
  readonly envoyAccessLogService?: MeshConfigRemoteService;
  /** Address of the Envoy Metrics Service implementation (e.g. */
  readonly envoyMetricsService?: MeshConfigRemoteService;
  /** Additional environment variables for the proxy. */
  readonly proxyMetadata?: Readonly<Record<string, string>>;
  /** Envoy runtime configuration to set during bootstrapping. */
  readonly runtimeValues?: Readonly<Record<string, string>>;
  /** Port on which the agent should listen for administrative commands such as readiness probe. */
  readonly statusPort?: number;
  /** An additional list of tags to extract from the in-proxy Istio telemetry. */
  readonly extraStatTags?: readonly string[];
  /** Topology encapsulates the configuration which describes where the proxy is located i.e. behind a (or N) trusted proxy (proxies) or directly exposed to the … */
  readonly gatewayTopology?: MeshConfigTopology;
  /** The amount of time allowed for connections to complete on proxy shutdown. */
  readonly terminationDrainDuration?: string;
  /** The unique identifier for the service mesh All control planes running in the same service mesh should specify the same mesh ID. */
  readonly meshId?: string;
  /** VM Health Checking readiness probe. */
  readonly readinessProbe?: MeshConfigReadinessProbe;
  /** Proxy stats matcher defines configuration for reporting custom Envoy stats. */
  readonly proxyStatsMatcher?: MeshProxyConfigProxyStatsMatcher;
  /** Boolean flag for enabling/disabling the holdApplicationUntilProxyStarts behavior. */
  readonly holdApplicationUntilProxyStarts?: boolean;
  /** The PEM data of the extra root certificates for workload-to-workload communication. */
  readonly caCertificatesPem?: readonly string[];
  /** Specifies the details of the proxy image. */
  readonly image?: MeshConfigProxyImage;
  /** Specifies the details of the Private Key Provider configuration for gateway and sidecar proxies. */
  readonly privateKeyProvider?: MeshConfigPrivateKeyProvider;
  /** Define the set of headers to add/modify for HTTP request/responses. */
  readonly proxyHeaders?: MeshProxyConfigProxyHeaders;
  /** File flush interval for envoy flushes buffers to disk in milliseconds. */
  readonly fileFlushInterval?: string;
  /** File flush buffer size for envoy flushes buffers to disk in kilobytes. */
  readonly fileFlushMinSizeKb?: number;
  /** Offer HTTP compression for stats Defaults to true. */
  readonly statsCompression?: boolean;
  /** Connection handling settings for this proxy, including buffer limits, timeouts, HTTP/2 tuning, header/path normalization, and connection limits. */
  readonly connectionSettings?: MeshProxyConfigConnectionSettings;
}

/** Settings that control proxy connection handling, buffering, timeouts, HTTP/2 tuning, header/path normalization, and connection limits. */
export interface MeshProxyConfigConnectionSettings {
  /** The config profile to use. */
  readonly profile?: "SIDECAR" | "EDGE";
  /** Soft limit on size of the listener's new connection read and write buffers in bytes. */
  readonly listenerPerConnectionBufferLimitBytes?: number;
  /** Soft limit on size of the cluster's new connection read and write buffers in bytes. */
  readonly clusterPerConnectionBufferLimitBytes?: number;
  /** The idle timeout for HTTP connections. */
  readonly httpIdleTimeout?: string;
  /** The maximum duration of a connection. */
  readonly httpMaxConnectionDuration?: string;
  /** The time that Envoy will wait between sending an HTTP/2 shutdown notification (GOAWAY frame with max stream ID) and a final GOAWAY frame. */
  readonly httpDrainTimeout?: string;
  /** The amount of time that Envoy will wait for the entire request to be received. */
  readonly httpRequestTimeout?: string;
  /** The amount of time Envoy will wait for the request headers to be received. */
  readonly httpRequestHeadersTimeout?: string;
  /** The amount of time that Envoy will allow a stream to exist with no activity. */
  readonly httpStreamIdleTimeout?: string;
  /** Total duration to keep alive an HTTP request/response stream. */
  readonly httpMaxStreamDuration?: string;
  /** Maximum number of concurrent streams allowed for HTTP/2 connections. */
  readonly httpMaxConcurrentStreams?: number;
  /** Initial stream-level flow-control window size for HTTP/2 connections. */
  readonly http2InitialStreamWindowSize?: number;
  /** Initial connection-level flow-control window size for HTTP/2 connections. */
  readonly http2InitialConnectionWindowSize?: number;
  /** Action to take when a client request contains header names with underscore characters. */
  readonly httpHeadersWithUnderscoresAction?:
    | "HEADERS_WITH_UNDERSCORES_UNSPECIFIED"
    | "HEADERS_WITH_UNDERSCORES_ALLOW"
    | "HEADERS_WITH_UNDERSCORES_REJECT_REQUEST"
    | "HEADERS_WITH_UNDERSCORES_DROP_HEADER";
  /** Determines if adjacent slashes in the path are merged into a single slash. */
  readonly httpMergeSlashes?: boolean;
  /** Action to take when a request path contains escaped slash sequences (%2F, %5C). */
  readonly httpPathWithEscapedSlashesAction?:
    | "PATH_WITH_ESCAPED_SLASHES_UNSPECIFIED"
    | "KEEP_UNCHANGED"
    | "REJECT_REQUEST"
    | "UNESCAPE_AND_REDIRECT"
    | "UNESCAPE_AND_FORWARD";
  /** The maximum number of connections that a single listener will accept. */
  readonly listenerConnectionLimit?: number;
  /** The maximum number of downstream connections allowed across all listeners. */
  readonly globalDownstreamConnectionLimit?: number;
}

/** `MeshProxyConfigProxyHeaders`. */
export interface MeshProxyConfigProxyHeaders {
  /** Controls the `X-Forwarded-Client-Cert` header for inbound sidecar requests. */
  readonly forwardedClientCert?:
    | "UNDEFINED"
    | "SANITIZE"
    | "FORWARD_ONLY"
    | "APPEND_FORWARD"
    | "SANITIZE_SET"
    | "ALWAYS_FORWARD_ONLY";
  /** This field is valid only when forward_client_cert_details is APPEND_FORWARD or SANITIZE_SET and the client connection is mTLS. */
  readonly setCurrentClientCertDetails?: MeshProxyConfigProxyHeadersSetCurrentClientCertDetails;
  /** Controls the `X-Request-Id` header. */
  readonly requestId?: MeshProxyConfigProxyHeadersRequestId;
  /** Controls the `server` header. */
  readonly server?: MeshProxyConfigProxyHeadersServer;
  /** Controls the `X-Envoy-Attempt-Count` header. */
  readonly attemptCount?: MeshProxyConfigProxyHeadersAttemptCount;
  /** Controls various `X-Envoy-*` headers, such as `X-Envoy-Overloaded` and `X-Envoy-Upstream-Service-Time`. */
  readonly envoyDebugHeaders?: MeshProxyConfigProxyHeadersEnvoyDebugHeaders;
  /** Controls Istio metadata exchange headers `X-Envoy-Peer-Metadata` and `X-Envoy-Peer-Metadata-Id`. */
  readonly metadataExchangeHeaders?: MeshProxyConfigProxyHeadersMetadataExchangeHeaders;
  /** When true, the original case of HTTP/1.x headers will be preserved as they pass through the proxy, rather than normalizing them to lowercase. */
  readonly preserveHttp1HeaderCase?: boolean;
  /** Controls the `X-Forwarded-Host` header. */
  readonly xForwardedHost?: MeshProxyConfigProxyHeadersXForwardedHost;
  /** Controls the `X-Forwarded-Port` header. */
  readonly xForwardedPort?: MeshProxyConfigProxyHeadersXForwardedPort;
}

/** `MeshProxyConfigProxyHeadersAttemptCount`. */
export interface MeshProxyConfigProxyHeadersAttemptCount {
  /** `MeshProxyConfigProxyHeadersAttemptCount.disabled`. */
  readonly disabled?: boolean;
}

/** `MeshProxyConfigProxyHeadersEnvoyDebugHeaders`. */
export interface MeshProxyConfigProxyHeadersEnvoyDebugHeaders {
  /** `MeshProxyConfigProxyHeadersEnvoyDebugHeaders.disabled`. */
  readonly disabled?: boolean;
}

/** `MeshProxyConfigProxyHeadersMetadataExchangeHeaders`. */
export interface MeshProxyConfigProxyHeadersMetadataExchangeHeaders {
  /** `MeshProxyConfigProxyHeadersMetadataExchangeHeaders.mode`. */
  readonly mode?: "UNDEFINED" | "IN_MESH";
}

/** `MeshProxyConfigProxyHeadersRequestId`. */
export interface MeshProxyConfigProxyHeadersRequestId {
  /** `MeshProxyConfigProxyHeadersRequestId.disabled`. */
  readonly disabled?: boolean;
}

/** `MeshProxyConfigProxyHeadersServer`. */
export interface MeshProxyConfigProxyHeadersServer {
  /** `MeshProxyConfigProxyHeadersServer.disabled`. */
  readonly disabled?: boolean;
  /** If set, and the server header is enabled, this value will be set as the server header. */
  readonly value?: string;
}

/** `MeshProxyConfigProxyHeadersSetCurrentClientCertDetails`. */
export interface MeshProxyConfigProxyHeadersSetCurrentClientCertDetails {
  /** Whether to forward the subject of the client cert. */
  readonly subject?: boolean;
  /** Whether to forward the entire client cert in URL encoded PEM format. */
  readonly cert?: boolean;
  /** Whether to forward the entire client cert chain (including the leaf cert) in URL encoded PEM format. */
  readonly chain?: boolean;
  /** Whether to forward the DNS type Subject Alternative Names of the client cert. */
  readonly dns?: boolean;
  /** Whether to forward the URI type Subject Alternative Name of the client cert. */
  readonly uri?: boolean;
}

/** `MeshProxyConfigProxyHeadersXForwardedHost`. */
export interface MeshProxyConfigProxyHeadersXForwardedHost {
  /** `MeshProxyConfigProxyHeadersXForwardedHost.enabled`. */
  readonly enabled?: boolean;
}

/** `MeshProxyConfigProxyHeadersXForwardedPort`. */
export interface MeshProxyConfigProxyHeadersXForwardedPort {
  /** `MeshProxyConfigProxyHeadersXForwardedPort.enabled`. */
  readonly enabled?: boolean;
}

/** Proxy stats name matchers for stats creation. */
export interface MeshProxyConfigProxyStatsMatcher {
  /** Proxy stats name prefix matcher for inclusion. */
  readonly inclusionPrefixes?: readonly string[];
  /** Proxy stats name suffix matcher for inclusion. */
  readonly inclusionSuffixes?: readonly string[];
  /** Proxy stats name regexps matcher for inclusion. */
  readonly inclusionRegexps?: readonly string[];
}
