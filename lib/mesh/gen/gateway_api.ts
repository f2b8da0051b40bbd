// Written by scripts/gen_types.ts. Do not edit.
import type { ObjectMeta } from "./kubernetes.ts";
/** BackendTLSPolicy provides a way to configure how a Gateway connects to a Backend via TLS. */
export interface BackendTLSPolicy {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of BackendTLSPolicy. */
  readonly spec?: BackendTLSPolicySpec;
  /** Status defines the current state of BackendTLSPolicy. */
  readonly status?: BackendTLSPolicyStatus;
}

/** Spec defines the desired state of BackendTLSPolicy. */
export interface BackendTLSPolicySpec {
  /** Options are a list of key/value pairs to enable extended TLS configuration for each implementation. */
  readonly options?: Readonly<Record<string, string>>;
  /** TargetRefs identifies an API object to apply the policy to. */
  readonly targetRefs?: readonly BackendTLSPolicyTargetRef[];
  /** Validation contains backend TLS validation configuration. */
  readonly validation?: BackendTLSPolicyValidation;
}

/** Status defines the current state of BackendTLSPolicy. */
export interface BackendTLSPolicyStatus {
  /** Ancestors is a list of ancestor resources (usually Gateways) that are associated with the policy, and the status of the policy with respect to each ancestor. */
  readonly ancestors?: readonly BackendTLSPolicyStatusAncestor[];
}

/** PolicyAncestorStatus describes the status of a route with respect to an associated Ancestor. */
export interface BackendTLSPolicyStatusAncestor {
  /** AncestorRef corresponds with a ParentRef in the spec that this PolicyAncestorStatus struct describes the status of. */
  readonly ancestorRef?: BackendTLSPolicyStatusAncestorAncestorRef;
  /** Conditions describes the status of the Policy with respect to the given Ancestor. */
  readonly conditions?: readonly BackendTLSPolicyStatusAncestorCondition[];
  /** ControllerName is a domain/path string that indicates the name of the controller that wrote this status. */
  readonly controllerName?: string;
}

/** AncestorRef corresponds with a ParentRef in the spec that this PolicyAncestorStatus struct describes the status of. */
export interface BackendTLSPolicyStatusAncestorAncestorRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace?: string;
  /** Port is the network port this Route targets. */
  readonly port?: number;
  /** SectionName is the name of a section within the target resource. */
  readonly sectionName?: string;
}

/** Condition contains details for one aspect of the current state of this API Resource. */
export interface BackendTLSPolicyStatusAncestorCondition {
  /** lastTransitionTime is the last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** message is a human readable message indicating details about the transition. */
  readonly message?: string;
  /** observedGeneration represents the .metadata.generation that the condition was set based upon. */
  readonly observedGeneration?: number;
  /** reason contains a programmatic identifier indicating the reason for the condition's last transition. */
  readonly reason?: string;
  /** status of the condition, one of True, False, Unknown. */
  readonly status?: "True" | "False" | "Unknown";
  /** type of condition in CamelCase or in foo.example.com/CamelCase. */
  readonly type?: string;
}

/** LocalPolicyTargetReferenceWithSectionName identifies an API object to apply a direct policy to. */
export interface BackendTLSPolicyTargetRef {
  /** Group is the group of the target resource. */
  readonly group?: string;
  /** Kind is kind of the target resource. */
  readonly kind?: string;
  /** Name is the name of the target resource. */
  readonly name?: string;
  /** SectionName is the name of a section within the target resource. */
  readonly sectionName?: string;
}

/** Validation contains backend TLS validation configuration. */
export interface BackendTLSPolicyValidation {
  /** CACertificateRefs contains one or more references to Kubernetes objects that contain a PEM-encoded TLS CA certificate bundle, which is used to validate a TLS … */
  readonly caCertificateRefs?: readonly BackendTLSPolicyValidationCaCertificateRef[];
  /** Hostname is used for two purposes in the connection between Gateways and backends: 1. */
  readonly hostname?: string;
  /** SubjectAltNames contains one or more Subject Alternative Names. */
  readonly subjectAltNames?: readonly BackendTLSPolicyValidationSubjectAltName[];
  /** WellKnownCACertificates specifies whether a well-known set of CA certificates may be used in the TLS handshake between the gateway and backend pod. */
  readonly wellKnownCACertificates?: string;
}

/** LocalObjectReference identifies an API object within the namespace of the referrer. */
export interface BackendTLSPolicyValidationCaCertificateRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
}

/** SubjectAltName represents Subject Alternative Name. */
export interface BackendTLSPolicyValidationSubjectAltName {
  /** Hostname contains Subject Alternative Name specified in DNS name format. */
  readonly hostname?: string;
  /** Type determines the format of the Subject Alternative Name. */
  readonly type?: "Hostname" | "URI";
  /** URI contains Subject Alternative Name specified in a full URI format. */
  readonly uri?: string;
}

/** GRPCRoute provides a way to route gRPC requests. */
export interface GRPCRoute {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of GRPCRoute. */
  readonly spec?: GRPCRouteSpec;
  /** Status defines the current state of GRPCRoute. */
  readonly status?: GRPCRouteStatus;
}

/** ParentReference identifies an API object (usually a Gateway) that can be considered a parent of this resource (usually a route). */
export interface GRPCRouteParentRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace?: string;
  /** Port is the network port this Route targets. */
  readonly port?: number;
  /** SectionName is the name of a section within the target resource. */
  readonly sectionName?: string;
}

/** GRPCRouteRule defines the semantics for matching a gRPC request based on conditions (matches), processing it (filters), and forwarding the request to an API … */
export interface GRPCRouteRule {
  /** BackendRefs defines the backend(s) where matching requests should be sent. */
  readonly backendRefs?: readonly GRPCRouteRuleBackendRef[];
  /** Filters define the filters that are applied to requests that match this rule. */
  readonly filters?: readonly GRPCRouteRuleFilter[];
  /** Matches define conditions used for matching the rule against incoming gRPC requests. */
  readonly matches?: readonly GRPCRouteRuleMatch[];
  /** Name is the name of the route rule. */
  readonly name?: string;
  /** use the Backend resource for session persistence (GEP-4894). */
  readonly sessionPersistence?: GRPCRouteRuleSessionPersistence;
}

/** GRPCBackendRef defines how a GRPCRoute forwards a gRPC request. */
export interface GRPCRouteRuleBackendRef {
  /** Filters defined at this level MUST be executed if and only if the request is being forwarded to the backend defined here. */
  readonly filters?: readonly GRPCRouteRuleFilter[];
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the Kubernetes resource kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the backend. */
  readonly namespace?: string;
  /** Port specifies the destination port number to use for this resource. */
  readonly port?: number;
  /** Weight specifies the proportion of requests forwarded to the referenced backend. */
  readonly weight?: number;
}

/** GRPCRouteFilter defines processing steps that must be completed during the request or response lifecycle. */
export interface GRPCRouteRuleFilter {
  /** ExtensionRef is an optional, implementation-specific extension to the "filter" behavior. */
  readonly extensionRef?: GRPCRouteRuleFilterExtensionRef;
  /** RequestHeaderModifier defines a schema for a filter that modifies request headers. */
  readonly requestHeaderModifier?: GRPCRouteRuleFilterRequestHeaderModifier;
  /** RequestMirror defines a schema for a filter that mirrors requests. */
  readonly requestMirror?: GRPCRouteRuleFilterRequestMirror;
  /** ResponseHeaderModifier defines a schema for a filter that modifies response headers. */
  readonly responseHeaderModifier?: GRPCRouteRuleFilterRequestHeaderModifier;
  /** Type identifies the type of filter to apply. */
  readonly type?:
    | "ResponseHeaderModifier"
    | "RequestHeaderModifier"
    | "RequestMirror"
    | "ExtensionRef";
}

/** ExtensionRef is an optional, implementation-specific extension to the "filter" behavior. */
export interface GRPCRouteRuleFilterExtensionRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
}

/** RequestHeaderModifier defines a schema for a filter that modifies request headers. */
export interface GRPCRouteRuleFilterRequestHeaderModifier {
  /** Add adds the given header(s) (name, value) to the request before the action. */
  readonly add?: readonly GRPCRouteRuleFilterRequestHeaderModifierAdd[];
  /** Remove the given header(s) from the HTTP request before the action. */
  readonly remove?: readonly string[];
  /** Set overwrites the request with the given header (name, value) before the action. */
  readonly set?: readonly GRPCRouteRuleFilterRequestHeaderModifierAdd[];
}

/** HTTPHeader represents an HTTP Header name and value as defined by RFC 7230. */
export interface GRPCRouteRuleFilterRequestHeaderModifierAdd {
  /** Name is the name of the HTTP Header to be matched. */
  readonly name?: string;
  /** Value is the value of HTTP Header to be matched. */
  readonly value?: string;
}

/** RequestMirror defines a schema for a filter that mirrors requests. */
export interface GRPCRouteRuleFilterRequestMirror {
  /** BackendRef references a resource where mirrored requests are sent. */
  readonly backendRef?: GRPCRouteRuleFilterRequestMirrorBackendRef;
  /** Fraction represents the fraction of requests that should be mirrored to BackendRef. */
  readonly fraction?: GRPCRouteRuleFilterRequestMirrorFraction;
  /** Percent represents the percentage of requests that should be mirrored to BackendRef. */
  readonly percent?: number;
}

/** BackendRef references a resource where mirrored requests are sent. */
export interface GRPCRouteRuleFilterRequestMirrorBackendRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the Kubernetes resource kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the backend. */
  readonly namespace?: string;
  /** Port specifies the destination port number to use for this resource. */
  readonly port?: number;
}

/** Fraction represents the fraction of requests that should be mirrored to BackendRef. */
export interface GRPCRouteRuleFilterRequestMirrorFraction {
  /** `GRPCRoute.spec.rules.filters.requestMirror.fraction.denominator`. */
  readonly denominator?: number;
  /** `GRPCRoute.spec.rules.filters.requestMirror.fraction.numerator`. */
  readonly numerator?: number;
}

/** GRPCRouteMatch defines the predicate used to match requests to a given action. */
export interface GRPCRouteRuleMatch {
  /** Headers specifies gRPC request header matchers. */
  readonly headers?: readonly GRPCRouteRuleMatchHeader[];
  /** Method specifies a gRPC request service/method matcher. */
  readonly method?: GRPCRouteRuleMatchMethod;
}

/** GRPCHeaderMatch describes how to select a gRPC route by matching gRPC request headers. */
export interface GRPCRouteRuleMatchHeader {
  /** Name is the name of the gRPC Header to be matched. */
  readonly name?: string;
  /** Type specifies how to match against the value of the header. */
  readonly type?: "Exact" | "RegularExpression";
  /** Value is the value of the gRPC Header to be matched. */
  readonly value?: string;
}

/** Method specifies a gRPC request service/method matcher. */
export interface GRPCRouteRuleMatchMethod {
  /** Value of the method to match against. */
  readonly method?: string;
  /** Value of the service to match against. */
  readonly service?: string;
  /** Type specifies how to match against the service and/or method. */
  readonly type?: "Exact" | "RegularExpression";
}

/** use the Backend resource for session persistence (GEP-4894). */
export interface GRPCRouteRuleSessionPersistence {
  /** AbsoluteTimeout defines the absolute timeout of the persistent session. */
  readonly absoluteTimeout?: string;
  /** Cookie provides configuration settings that are specific to cookie-based session persistence. */
  readonly cookie?: GRPCRouteRuleSessionPersistenceCookie;
  /** Header provides configuration settings that are specific to header-based session persistence. */
  readonly header?: GRPCRouteRuleSessionPersistenceHeader;
  /** Type defines the type of session persistence such as through the use of a header or cookie. */
  readonly type?: "Cookie" | "Header";
}

/** Cookie provides configuration settings that are specific to cookie-based session persistence. */
export interface GRPCRouteRuleSessionPersistenceCookie {
  /** LifetimeType specifies whether the cookie has a permanent or session-based lifetime. */
  readonly lifetimeType?: "Permanent" | "Session";
  /** Name defines the name of the cookie used for session persistence. */
  readonly name?: string;
  /** Path defines the cookie Path attribute. */
  readonly path?: string;
}

/** Header provides configuration settings that are specific to header-based session persistence. */
export interface GRPCRouteRuleSessionPersistenceHeader {
  /** Name defines the name of the header used for session persistence. */
  readonly name?: string;
}

/** Spec defines the desired state of GRPCRoute. */
export interface GRPCRouteSpec {
  /** Hostnames defines a set of hostnames to match against the GRPC Host header to select a GRPCRoute to process the request. */
  readonly hostnames?: readonly string[];
  /** ParentRefs references the resources (usually Gateways) that a Route wants to be attached to. */
  readonly parentRefs?: readonly GRPCRouteParentRef[];
  /** Rules are a list of GRPC matchers, filters and actions. */
  readonly rules?: readonly GRPCRouteRule[];
  /** UseDefaultGateways indicates the default Gateway scope to use for this Route. */
  readonly useDefaultGateways?: "All" | "None";
}

/** Status defines the current state of GRPCRoute. */
export interface GRPCRouteStatus {
  /** Parents is a list of parent resources (usually Gateways) that are associated with the route, and the status of the route with respect to each parent. */
  readonly parents?: readonly GRPCRouteStatusParent[];
}

/** RouteParentStatus describes the status of a route with respect to an associated Parent. */
export interface GRPCRouteStatusParent {
  /** Conditions describes the status of the route with respect to the Gateway. */
  readonly conditions?: readonly GRPCRouteStatusParentCondition[];
  /** ControllerName is a domain/path string that indicates the name of the controller that wrote this status. */
  readonly controllerName?: string;
  /** ParentRef corresponds with a ParentRef in the spec that this RouteParentStatus struct describes the status of. */
  readonly parentRef?: GRPCRouteParentRef;
}

/** Condition contains details for one aspect of the current state of this API Resource. */
export interface GRPCRouteStatusParentCondition {
  /** lastTransitionTime is the last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** message is a human readable message indicating details about the transition. */
  readonly message?: string;
  /** observedGeneration represents the .metadata.generation that the condition was set based upon. */
  readonly observedGeneration?: number;
  /** reason contains a programmatic identifier indicating the reason for the condition's last transition. */
  readonly reason?: string;
  /** status of the condition, one of True, False, Unknown. */
  readonly status?: "True" | "False" | "Unknown";
  /** type of condition in CamelCase or in foo.example.com/CamelCase. */
  readonly type?: string;
}

/** GatewayClass describes a class of Gateways available to the user for creating Gateway resources. */
export interface GatewayClass {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of GatewayClass. */
  readonly spec?: GatewayClassSpec;
  /** Status defines the current state of GatewayClass. */
  readonly status?: GatewayClassStatus;
}

/** ParametersRef is a reference to a resource that contains the configuration parameters corresponding to the GatewayClass. */
export interface GatewayClassParametersRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace?: string;
}

/** Spec defines the desired state of GatewayClass. */
export interface GatewayClassSpec {
  /** ControllerName is the name of the controller that is managing Gateways of this class. */
  readonly controllerName?: string;
  /** Description helps describe a GatewayClass with more details. */
  readonly description?: string;
  /** ParametersRef is a reference to a resource that contains the configuration parameters corresponding to the GatewayClass. */
  readonly parametersRef?: GatewayClassParametersRef;
}

/** Status defines the current state of GatewayClass. */
export interface GatewayClassStatus {
  /** Conditions is the current status from the controller for this GatewayClass. */
  readonly conditions?: readonly GatewayClassStatusCondition[];
  /** SupportedFeatures is the set of features the GatewayClass support. */
  readonly supportedFeatures?: readonly GatewayClassStatusSupportedFeature[];
}

/** Condition contains details for one aspect of the current state of this API Resource. */
export interface GatewayClassStatusCondition {
  /** lastTransitionTime is the last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** message is a human readable message indicating details about the transition. */
  readonly message?: string;
  /** observedGeneration represents the .metadata.generation that the condition was set based upon. */
  readonly observedGeneration?: number;
  /** reason contains a programmatic identifier indicating the reason for the condition's last transition. */
  readonly reason?: string;
  /** status of the condition, one of True, False, Unknown. */
  readonly status?: "True" | "False" | "Unknown";
  /** type of condition in CamelCase or in foo.example.com/CamelCase. */
  readonly type?: string;
}

/** `GatewayClass` `status.supportedFeatures`. */
export interface GatewayClassStatusSupportedFeature {
  /** FeatureName is used to describe distinct features that are covered by conformance tests. */
  readonly name?: string;
}

/** HTTPRoute provides a way to route HTTP requests. */
export interface HTTPRoute {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of HTTPRoute. */
  readonly spec?: HTTPRouteSpec;
  /** Status defines the current state of HTTPRoute. */
  readonly status?: HTTPRouteStatus;
}

/** ParentReference identifies an API object (usually a Gateway) that can be considered a parent of this resource (usually a route). */
export interface HTTPRouteParentRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace?: string;
  /** Port is the network port this Route targets. */
  readonly port?: number;
  /** SectionName is the name of a section within the target resource. */
  readonly sectionName?: string;
}

/** HTTPRouteRule defines semantics for matching an HTTP request based on conditions (matches), processing it (filters), and forwarding the request to an API object … */
export interface HTTPRouteRule {
  /** BackendRefs defines the backend(s) where matching requests should be sent. */
  readonly backendRefs?: readonly HTTPRouteRuleBackendRef[];
  /** Filters define the filters that are applied to requests that match this rule. */
  readonly filters?: readonly HTTPRouteRuleFilter[];
  /** Matches define conditions used for matching the rule against incoming HTTP requests. */
  readonly matches?: readonly HTTPRouteRuleMatch[];
  /** Name is the name of the route rule. */
  readonly name?: string;
  /** Retry defines the configuration for when to retry an HTTP request. */
  readonly retry?: HTTPRouteRuleRetry;
  /** use the Backend resource for session persistence (GEP-4894). */
  readonly sessionPersistence?: HTTPRouteRuleSessionPersistence;
  /** Timeouts defines the timeouts that can be configured for an HTTP request. */
  readonly timeouts?: HTTPRouteRuleTimeouts;
}

/** HTTPBackendRef defines how a HTTPRoute forwards a HTTP request. */
export interface HTTPRouteRuleBackendRef {
  /** Filters defined at this level should be executed if and only if the request is being forwarded to the backend defined here. */
  readonly filters?: readonly HTTPRouteRuleFilter[];
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the Kubernetes resource kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the backend. */
  readonly namespace?: string;
  /** Port specifies the destination port number to use for this resource. */
  readonly port?: number;
  /** Weight specifies the proportion of requests forwarded to the referenced backend. */
  readonly weight?: number;
}

/** HTTPRouteFilter defines processing steps that must be completed during the request or response lifecycle. */
export interface HTTPRouteRuleFilter {
  /** CORS defines a schema for a filter that responds to the cross-origin request based on HTTP response header. */
  readonly cors?: HTTPRouteRuleFilterCors;
  /** ExtensionRef is an optional, implementation-specific extension to the "filter" behavior. */
  readonly extensionRef?: HTTPRouteRuleFilterExtensionRef;
  /** ExternalAuth configures settings related to sending request details to an external auth service. */
  readonly externalAuth?: HTTPRouteRuleFilterExternalAuth;
  /** RequestHeaderModifier defines a schema for a filter that modifies request headers. */
  readonly requestHeaderModifier?: HTTPRouteRuleFilterRequestHeaderModifier;
  /** RequestMirror defines a schema for a filter that mirrors requests. */
  readonly requestMirror?: HTTPRouteRuleFilterRequestMirror;
  /** RequestRedirect defines a schema for a filter that responds to the request with an HTTP redirection. */
  readonly requestRedirect?: HTTPRouteRuleFilterRequestRedirect;
  /** ResponseHeaderModifier defines a schema for a filter that modifies response headers. */
  readonly responseHeaderModifier?: HTTPRouteRuleFilterRequestHeaderModifier;
  /** Type identifies the type of filter to apply. */
  readonly type?:
    | "RequestHeaderModifier"
    | "ResponseHeaderModifier"
    | "RequestMirror"
    | "RequestRedirect"
    | "URLRewrite"
    | "ExtensionRef"
    | "CORS"
    | "ExternalAuth";
  /** URLRewrite defines a schema for a filter that modifies a request during forwarding. */
  readonly urlRewrite?: HTTPRouteRuleFilterUrlRewrite;
}

/** CORS defines a schema for a filter that responds to the cross-origin request based on HTTP response header. */
export interface HTTPRouteRuleFilterCors {
  /** AllowCredentials indicates whether the actual cross-origin request allows to include credentials. */
  readonly allowCredentials?: boolean;
  /** AllowHeaders indicates which HTTP request headers are supported for accessing the requested resource. */
  readonly allowHeaders?: readonly string[];
  /** AllowMethods indicates which HTTP methods are supported for accessing the requested resource. */
  readonly allowMethods?:
    readonly (
      | "GET"
      | "HEAD"
      | "POST"
      | "PUT"
      | "DELETE"
      | "CONNECT"
      | "OPTIONS"
      | "TRACE"
      | "PATCH"
      | "*"
    )[];
  /** AllowOrigins indicates whether the response can be shared with requested resource from the given `Origin`. */
  readonly allowOrigins?: readonly string[];
  /** ExposeHeaders indicates which HTTP response headers can be exposed to client-side scripts in response to a cross-origin request. */
  readonly exposeHeaders?: readonly string[];
  /** MaxAge indicates the duration (in seconds) for the client to cache the results of a "preflight" request. */
  readonly maxAge?: number;
}

/** ExtensionRef is an optional, implementation-specific extension to the "filter" behavior. */
export interface HTTPRouteRuleFilterExtensionRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
}

/** ExternalAuth configures settings related to sending request details to an external auth service. */
export interface HTTPRouteRuleFilterExternalAuth {
  /** BackendRef is a reference to a backend to send authorization requests to. */
  readonly backendRef?: HTTPRouteRuleFilterExternalAuthBackendRef;
  /** ForwardBody controls if requests to the authorization server should include the body of the client request; and if so, how big that body is allowed to be. */
  readonly forwardBody?: HTTPRouteRuleFilterExternalAuthForwardBody;
  /** GRPCAuthConfig contains configuration for communication with ext_authz protocol-speaking backends. */
  readonly grpc?: HTTPRouteRuleFilterExternalAuthGrpc;
  /** HTTPAuthConfig contains configuration for communication with HTTP-speaking backends. */
  readonly http?: HTTPRouteRuleFilterExternalAuthHttp;
  /** ExternalAuthProtocol describes which protocol to use when communicating with an ext_authz authorization server. */
  readonly protocol?: "HTTP" | "GRPC";
}

/** BackendRef is a reference to a backend to send authorization requests to. */
export interface HTTPRouteRuleFilterExternalAuthBackendRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the Kubernetes resource kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the backend. */
  readonly namespace?: string;
  /** Port specifies the destination port number to use for this resource. */
  readonly port?: number;
}

/** ForwardBody controls if requests to the authorization server should include the body of the client request; and if so, how big that body is allowed to be. */
export interface HTTPRouteRuleFilterExternalAuthForwardBody {
  /** MaxSize specifies how large in bytes the largest body that will be buffered and sent to the authorization server. */
  readonly maxSize?: number;
}

/** GRPCAuthConfig contains configuration for communication with ext_authz protocol-speaking backends. */
export interface HTTPRouteRuleFilterExternalAuthGrpc {
  /** AllowedRequestHeaders specifies what headers from the client request will be sent to the authorization server. */
  readonly allowedHeaders?: readonly string[];
}

/** HTTPAuthConfig contains configuration for communication with HTTP-speaking backends. */
export interface HTTPRouteRuleFilterExternalAuthHttp {
  /** AllowedRequestHeaders specifies what additional headers from the client request will be sent to the authorization server. */
  readonly allowedHeaders?: readonly string[];
  /** AllowedResponseHeaders specifies what headers from the authorization response will be copied into the request to the backend. */
  readonly allowedResponseHeaders?: readonly string[];
  /** Path sets the prefix that paths from the client request will have added when forwarded to the authorization server. */
  readonly path?: string;
}

/** RequestHeaderModifier defines a schema for a filter that modifies request headers. */
export interface HTTPRouteRuleFilterRequestHeaderModifier {
  /** Add adds the given header(s) (name, value) to the request before the action. */
  readonly add?: readonly HTTPRouteRuleFilterRequestHeaderModifierAdd[];
  /** Remove the given header(s) from the HTTP request before the action. */
  readonly remove?: readonly string[];
  /** Set overwrites the request with the given header (name, value) before the action. */
  readonly set?: readonly HTTPRouteRuleFilterRequestHeaderModifierAdd[];
}

/** HTTPHeader represents an HTTP Header name and value as defined by RFC 7230. */
export interface HTTPRouteRuleFilterRequestHeaderModifierAdd {
  /** Name is the name of the HTTP Header to be matched. */
  readonly name?: string;
  /** Value is the value of HTTP Header to be matched. */
  readonly value?: string;
}

/** RequestMirror defines a schema for a filter that mirrors requests. */
export interface HTTPRouteRuleFilterRequestMirror {
  /** BackendRef references a resource where mirrored requests are sent. */
  readonly backendRef?: HTTPRouteRuleFilterExternalAuthBackendRef;
  /** Fraction represents the fraction of requests that should be mirrored to BackendRef. */
  readonly fraction?: HTTPRouteRuleFilterRequestMirrorFraction;
  /** Percent represents the percentage of requests that should be mirrored to BackendRef. */
  readonly percent?: number;
}

/** Fraction represents the fraction of requests that should be mirrored to BackendRef. */
export interface HTTPRouteRuleFilterRequestMirrorFraction {
  /** `HTTPRoute.spec.rules.filters.requestMirror.fraction.denominator`. */
  readonly denominator?: number;
  /** `HTTPRoute.spec.rules.filters.requestMirror.fraction.numerator`. */
  readonly numerator?: number;
}

/** RequestRedirect defines a schema for a filter that responds to the request with an HTTP redirection. */
export interface HTTPRouteRuleFilterRequestRedirect {
  /** Hostname is the hostname to be used in the value of the `Location` header in the response. */
  readonly hostname?: string;
  /** Path defines parameters used to modify the path of the incoming request. */
  readonly path?: HTTPRouteRuleFilterUrlRewritePath;
  /** Port is the port to be used in the value of the `Location` header in the response. */
  readonly port?: number;
  /** Scheme is the scheme to be used in the value of the `Location` header in the response. */
  readonly scheme?: "http" | "https";
  /** StatusCode is the HTTP status code to be used in response. */
  readonly statusCode?: number;
}

/** URLRewrite defines a schema for a filter that modifies a request during forwarding. */
export interface HTTPRouteRuleFilterUrlRewrite {
  /** Hostname is the value to be used to replace the Host header value during forwarding. */
  readonly hostname?: string;
  /** Path defines a path rewrite. */
  readonly path?: HTTPRouteRuleFilterUrlRewritePath;
}

/** Path defines a path rewrite. */
export interface HTTPRouteRuleFilterUrlRewritePath {
  /** ReplaceFullPath specifies the value with which to replace the full path of a request during a rewrite or redirect. */
  readonly replaceFullPath?: string;
  /** ReplacePrefixMatch specifies the value with which to replace the prefix match of a request during a rewrite or redirect. */
  readonly replacePrefixMatch?: string;
  /** Type defines the type of path modifier. */
  readonly type?: "ReplaceFullPath" | "ReplacePrefixMatch";
}

/** HTTPRouteMatch defines the predicate used to match requests to a given action. */
export interface HTTPRouteRuleMatch {
  /** Headers specifies HTTP request header matchers. */
  readonly headers?: readonly HTTPRouteRuleMatchHeader[];
  /** Method specifies HTTP method matcher. */
  readonly method?:
    | "GET"
    | "HEAD"
    | "POST"
    | "PUT"
    | "DELETE"
    | "CONNECT"
    | "OPTIONS"
    | "TRACE"
    | "PATCH";
  /** Path specifies a HTTP request path matcher. */
  readonly path?: HTTPRouteRuleMatchPath;
  /** QueryParams specifies HTTP query parameter matchers. */
  readonly queryParams?: readonly HTTPRouteRuleMatchHeader[];
}

/** HTTPHeaderMatch describes how to select a HTTP route by matching HTTP request headers. */
export interface HTTPRouteRuleMatchHeader {
  /** Name is the name of the HTTP Header to be matched. */
  readonly name?: string;
  /** Type specifies how to match against the value of the header. */
  readonly type?: "Exact" | "RegularExpression";
  /** Value is the value of HTTP Header to be matched. */
  readonly value?: string;
}

/** Path specifies a HTTP request path matcher. */
export interface HTTPRouteRuleMatchPath {
  /** Type specifies how to match against the path Value. */
  readonly type?: "Exact" | "PathPrefix" | "RegularExpression";
  /** Value of the HTTP path to match against. */
  readonly value?: string;
}

/** Retry defines the configuration for when to retry an HTTP request. */
export interface HTTPRouteRuleRetry {
  /** Attempts specifies the maximum number of times an individual request from the Gateway to a backend should be retried in addition to the initial request. */
  readonly attempts?: number;
  /** Backoff specifies the base interval for a backoff strategy between retry attempts and is represented in Gateway API Duration formatting. */
  readonly backoff?: string;
  /** Codes defines the HTTP response status codes for which a backend request should be retried. */
  readonly codes?: readonly number[];
}

/** use the Backend resource for session persistence (GEP-4894). */
export interface HTTPRouteRuleSessionPersistence {
  /** AbsoluteTimeout defines the absolute timeout of the persistent session. */
  readonly absoluteTimeout?: string;
  /** Cookie provides configuration settings that are specific to cookie-based session persistence. */
  readonly cookie?: HTTPRouteRuleSessionPersistenceCookie;
  /** Header provides configuration settings that are specific to header-based session persistence. */
  readonly header?: HTTPRouteRuleSessionPersistenceHeader;
  /** Type defines the type of session persistence such as through the use of a header or cookie. */
  readonly type?: "Cookie" | "Header";
}

/** Cookie provides configuration settings that are specific to cookie-based session persistence. */
export interface HTTPRouteRuleSessionPersistenceCookie {
  /** LifetimeType specifies whether the cookie has a permanent or session-based lifetime. */
  readonly lifetimeType?: "Permanent" | "Session";
  /** Name defines the name of the cookie used for session persistence. */
  readonly name?: string;
  /** Path defines the cookie Path attribute. */
  readonly path?: string;
}

/** Header provides configuration settings that are specific to header-based session persistence. */
export interface HTTPRouteRuleSessionPersistenceHeader {
  /** Name defines the name of the header used for session persistence. */
  readonly name?: string;
}

/** Timeouts defines the timeouts that can be configured for an HTTP request. */
export interface HTTPRouteRuleTimeouts {
  /** BackendRequest specifies a timeout for an individual request from the gateway to a backend. */
  readonly backendRequest?: string;
  /** Request specifies the maximum duration for a gateway to respond to an HTTP request. */
  readonly request?: string;
}

/** Spec defines the desired state of HTTPRoute. */
export interface HTTPRouteSpec {
  /** Hostnames defines a set of hostnames that should match against the HTTP Host header to select a HTTPRoute used to process the request. */
  readonly hostnames?: readonly string[];
  /** ParentRefs references the resources (usually Gateways) that a Route wants to be attached to. */
  readonly parentRefs?: readonly HTTPRouteParentRef[];
  /** Rules are a list of HTTP matchers, filters and actions. */
  readonly rules?: readonly HTTPRouteRule[];
  /** UseDefaultGateways indicates the default Gateway scope to use for this Route. */
  readonly useDefaultGateways?: "All" | "None";
}

/** Status defines the current state of HTTPRoute. */
export interface HTTPRouteStatus {
  /** Parents is a list of parent resources (usually Gateways) that are associated with the route, and the status of the route with respect to each parent. */
  readonly parents?: readonly HTTPRouteStatusParent[];
}

/** RouteParentStatus describes the status of a route with respect to an associated Parent. */
export interface HTTPRouteStatusParent {
  /** Conditions describes the status of the route with respect to the Gateway. */
  readonly conditions?: readonly HTTPRouteStatusParentCondition[];
  /** ControllerName is a domain/path string that indicates the name of the controller that wrote this status. */
  readonly controllerName?: string;
  /** ParentRef corresponds with a ParentRef in the spec that this RouteParentStatus struct describes the status of. */
  readonly parentRef?: HTTPRouteParentRef;
}

/** Condition contains details for one aspect of the current state of this API Resource. */
export interface HTTPRouteStatusParentCondition {
  /** lastTransitionTime is the last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** message is a human readable message indicating details about the transition. */
  readonly message?: string;
  /** observedGeneration represents the .metadata.generation that the condition was set based upon. */
  readonly observedGeneration?: number;
  /** reason contains a programmatic identifier indicating the reason for the condition's last transition. */
  readonly reason?: string;
  /** status of the condition, one of True, False, Unknown. */
  readonly status?: "True" | "False" | "Unknown";
  /** type of condition in CamelCase or in foo.example.com/CamelCase. */
  readonly type?: string;
}

/** Gateway represents an instance of a service-traffic handling infrastructure by binding Listeners to a set of IP addresses. */
export interface KubernetesGateway {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of Gateway. */
  readonly spec?: KubernetesGatewaySpec;
  /** Status defines the current state of Gateway. */
  readonly status?: KubernetesGatewayStatus;
}

/** GatewaySpecAddress describes an address that can be bound to a Gateway. */
export interface KubernetesGatewayAddress {
  /** Routability specifies the requested reachability scope of this address. */
  readonly routability?: string;
  /** Type of the address. */
  readonly type?: string;
  /** When a value is unspecified, an implementation SHOULD automatically assign an address matching the requested type if possible. */
  readonly value?: string;
}

/** AllowedListeners defines which ListenerSets can be attached to this Gateway. */
export interface KubernetesGatewayAllowedListeners {
  /** Namespaces defines which namespaces ListenerSets can be attached to this Gateway. */
  readonly namespaces?: KubernetesGatewayAllowedListenersNamespaces;
}

/** Namespaces defines which namespaces ListenerSets can be attached to this Gateway. */
export interface KubernetesGatewayAllowedListenersNamespaces {
  /** From indicates where ListenerSets can attach to this Gateway. */
  readonly from?: "All" | "Selector" | "Same" | "None";
  /** Selector must be specified when From is set to "Selector". */
  readonly selector?: KubernetesGatewayAllowedListenersNamespacesSelector;
}

/** Selector must be specified when From is set to "Selector". */
export interface KubernetesGatewayAllowedListenersNamespacesSelector {
  /** matchExpressions is a list of label selector requirements. */
  readonly matchExpressions?:
    readonly KubernetesGatewayAllowedListenersNamespacesSelectorMatchExpression[];
  /** matchLabels is a map of {key,value} pairs. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** A label selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface KubernetesGatewayAllowedListenersNamespacesSelectorMatchExpression {
  /** key is the label key that the selector applies to. */
  readonly key?: string;
  /** operator represents a key's relationship to a set of values. */
  readonly operator?: string;
  /** values is an array of string values. */
  readonly values?: readonly string[];
}

/** Infrastructure defines infrastructure level attributes about this Gateway instance. */
export interface KubernetesGatewayInfrastructure {
  /** Annotations that SHOULD be applied to any resources created in response to this Gateway. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Labels that SHOULD be applied to any resources created in response to this Gateway. */
  readonly labels?: Readonly<Record<string, string>>;
  /** ParametersRef is a reference to a resource that contains the configuration parameters corresponding to the Gateway. */
  readonly parametersRef?: KubernetesGatewayInfrastructureParametersRef;
}

/** ParametersRef is a reference to a resource that contains the configuration parameters corresponding to the Gateway. */
export interface KubernetesGatewayInfrastructureParametersRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
}

/** Listener embodies the concept of a logical endpoint where a Gateway accepts network connections. */
export interface KubernetesGatewayListener {
  /** AllowedRoutes defines the types of routes that MAY be attached to a Listener and the trusted namespaces where those Route resources MAY be present. */
  readonly allowedRoutes?: KubernetesGatewayListenerAllowedRoutes;
  /** Filters groups the pre-routing filter lists that run on every request accepted on this Listener, before route matching is performed. */
  readonly filters?: KubernetesGatewayListenerFilters;
  /** Hostname specifies the virtual hostname to match for protocol types that define this concept. */
  readonly hostname?: string;
  /** Name is the name of the Listener. */
  readonly name?: string;
  /** Port is the network port. */
  readonly port?: number;
  /** Protocol specifies the network protocol this listener expects to receive. */
  readonly protocol?: string;
  /** TLS is the TLS configuration for the Listener. */
  readonly tls?: KubernetesGatewayListenerTls;
}

/** AllowedRoutes defines the types of routes that MAY be attached to a Listener and the trusted namespaces where those Route resources MAY be present. */
export interface KubernetesGatewayListenerAllowedRoutes {
  /** Kinds specifies the groups and kinds of Routes that are allowed to bind to this Gateway Listener. */
  readonly kinds?: readonly KubernetesGatewayListenerAllowedRoutesKind[];
  /** Namespaces indicates namespaces from which Routes may be attached to this Listener. */
  readonly namespaces?: KubernetesGatewayListenerAllowedRoutesNamespaces;
}

/** RouteGroupKind indicates the group and kind of a Route resource. */
export interface KubernetesGatewayListenerAllowedRoutesKind {
  /** Group is the group of the Route. */
  readonly group?: string;
  /** Kind is the kind of the Route. */
  readonly kind?: string;
}

/** Namespaces indicates namespaces from which Routes may be attached to this Listener. */
export interface KubernetesGatewayListenerAllowedRoutesNamespaces {
  /** From indicates where Routes will be selected for this Gateway. */
  readonly from?: "All" | "Selector" | "Same";
  /** Selector must be specified when From is set to "Selector". */
  readonly selector?: KubernetesGatewayAllowedListenersNamespacesSelector;
}

/** Filters groups the pre-routing filter lists that run on every request accepted on this Listener, before route matching is performed. */
export interface KubernetesGatewayListenerFilters {
  /** Implementations MUST execute the filters in the exact order they appear here and MUST NOT reorder them. */
  readonly requests?: readonly KubernetesGatewayListenerFiltersRequest[];
}

/** ListenerFilter is one element of a ListenerFilters.Requests list. */
export interface KubernetesGatewayListenerFiltersRequest {
  /** LocalObjectReference identifies an API object within the namespace of the referrer. */
  readonly extensionRef?: KubernetesGatewayInfrastructureParametersRef;
  /** HTTPExternalAuthFilter defines a filter that modifies requests by sending request details to an external authorization server. */
  readonly externalAuth?: KubernetesGatewayListenerFiltersRequestExternalAuth;
  /** Type identifies which variant of the discriminated union below is populated. */
  readonly type?: "ExternalAuth" | "ExtensionRef";
}

/** HTTPExternalAuthFilter defines a filter that modifies requests by sending request details to an external authorization server. */
export interface KubernetesGatewayListenerFiltersRequestExternalAuth {
  /** BackendRef is a reference to a backend to send authorization requests to. */
  readonly backendRef?: KubernetesGatewayListenerFiltersRequestExternalAuthBackendRef;
  /** ForwardBody controls if requests to the authorization server should include the body of the client request; and if so, how big that body is allowed to be. */
  readonly forwardBody?: KubernetesGatewayListenerFiltersRequestExternalAuthForwardBody;
  /** GRPCAuthConfig contains configuration for communication with ext_authz protocol-speaking backends. */
  readonly grpc?: KubernetesGatewayListenerFiltersRequestExternalAuthGrpc;
  /** HTTPAuthConfig contains configuration for communication with HTTP-speaking backends. */
  readonly http?: KubernetesGatewayListenerFiltersRequestExternalAuthHttp;
  /** ExternalAuthProtocol describes which protocol to use when communicating with an ext_authz authorization server. */
  readonly protocol?: "HTTP" | "GRPC";
}

/** BackendRef is a reference to a backend to send authorization requests to. */
export interface KubernetesGatewayListenerFiltersRequestExternalAuthBackendRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the Kubernetes resource kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the backend. */
  readonly namespace?: string;
  /** Port specifies the destination port number to use for this resource. */
  readonly port?: number;
}

/** ForwardBody controls if requests to the authorization server should include the body of the client request; and if so, how big that body is allowed to be. */
export interface KubernetesGatewayListenerFiltersRequestExternalAuthForwardBody {
  /** MaxSize specifies how large in bytes the largest body that will be buffered and sent to the authorization server. */
  readonly maxSize?: number;
}

/** GRPCAuthConfig contains configuration for communication with ext_authz protocol-speaking backends. */
export interface KubernetesGatewayListenerFiltersRequestExternalAuthGrpc {
  /** AllowedRequestHeaders specifies what headers from the client request will be sent to the authorization server. */
  readonly allowedHeaders?: readonly string[];
}

/** HTTPAuthConfig contains configuration for communication with HTTP-speaking backends. */
export interface KubernetesGatewayListenerFiltersRequestExternalAuthHttp {
  /** AllowedRequestHeaders specifies what additional headers from the client request will be sent to the authorization server. */
  readonly allowedHeaders?: readonly string[];
  /** AllowedResponseHeaders specifies what headers from the authorization response will be copied into the request to the backend. */
  readonly allowedResponseHeaders?: readonly string[];
  /** Path sets the prefix that paths from the client request will have added when forwarded to the authorization server. */
  readonly path?: string;
}

/** TLS is the TLS configuration for the Listener. */
export interface KubernetesGatewayListenerTls {
  /** CertificateRefs contains a series of references to Kubernetes objects that contains TLS certificates and private keys. */
  readonly certificateRefs?: readonly KubernetesGatewayListenerTlsCertificateRef[];
  /** Mode defines the TLS behavior for the TLS session initiated by the client. */
  readonly mode?: "Terminate" | "Passthrough";
  /** Options are a list of key/value pairs to enable extended TLS configuration for each implementation. */
  readonly options?: Readonly<Record<string, string>>;
}

/** SecretObjectReference identifies an API object including its namespace, defaulting to Secret. */
export interface KubernetesGatewayListenerTlsCertificateRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the referenced object. */
  readonly namespace?: string;
}

/** Spec defines the desired state of Gateway. */
export interface KubernetesGatewaySpec {
  /** Addresses requested for this Gateway. */
  readonly addresses?: readonly KubernetesGatewayAddress[];
  /** AllowedListeners defines which ListenerSets can be attached to this Gateway. */
  readonly allowedListeners?: KubernetesGatewayAllowedListeners;
  /** DefaultScope, when set, configures the Gateway as a default Gateway, meaning it will dynamically and implicitly have Routes (e.g. */
  readonly defaultScope?: "All" | "None";
  /** GatewayClassName used for this Gateway. */
  readonly gatewayClassName?: string;
  /** Infrastructure defines infrastructure level attributes about this Gateway instance. */
  readonly infrastructure?: KubernetesGatewayInfrastructure;
  /** Listeners associated with this Gateway. */
  readonly listeners?: readonly KubernetesGatewayListener[];
  /** TLS specifies frontend and backend tls configuration for entire gateway. */
  readonly tls?: KubernetesGatewayTls;
}

/** Status defines the current state of Gateway. */
export interface KubernetesGatewayStatus {
  /** Addresses lists the network addresses that have been bound to the Gateway. */
  readonly addresses?: readonly KubernetesGatewayAddress[];
  /** AttachedListenerSets represents the total number of ListenerSets that have been successfully attached to this Gateway. */
  readonly attachedListenerSets?: number;
  /** Conditions describe the current conditions of the Gateway. */
  readonly conditions?: readonly KubernetesGatewayStatusCondition[];
  /** Listeners provide status for each unique listener port defined in the Spec. */
  readonly listeners?: readonly KubernetesGatewayStatusListener[];
}

/** Condition contains details for one aspect of the current state of this API Resource. */
export interface KubernetesGatewayStatusCondition {
  /** lastTransitionTime is the last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** message is a human readable message indicating details about the transition. */
  readonly message?: string;
  /** observedGeneration represents the .metadata.generation that the condition was set based upon. */
  readonly observedGeneration?: number;
  /** reason contains a programmatic identifier indicating the reason for the condition's last transition. */
  readonly reason?: string;
  /** status of the condition, one of True, False, Unknown. */
  readonly status?: "True" | "False" | "Unknown";
  /** type of condition in CamelCase or in foo.example.com/CamelCase. */
  readonly type?: string;
}

/** ListenerStatus is the status associated with a Listener. */
export interface KubernetesGatewayStatusListener {
  /** AttachedRoutes represents the total number of Routes that have been successfully attached to this Listener. */
  readonly attachedRoutes?: number;
  /** Conditions describe the current condition of this listener. */
  readonly conditions?: readonly KubernetesGatewayStatusCondition[];
  /** Name is the name of the Listener that this status corresponds to. */
  readonly name?: string;
  /** SupportedKinds is the list indicating the Kinds supported by this listener. */
  readonly supportedKinds?: readonly KubernetesGatewayListenerAllowedRoutesKind[];
}

/** TLS specifies frontend and backend tls configuration for entire gateway. */
export interface KubernetesGatewayTls {
  /** Backend describes TLS configuration for gateway when connecting to backends. */
  readonly backend?: KubernetesGatewayTlsBackend;
  /** Frontend describes TLS config when client connects to Gateway. */
  readonly frontend?: KubernetesGatewayTlsFrontend;
}

/** Backend describes TLS configuration for gateway when connecting to backends. */
export interface KubernetesGatewayTlsBackend {
  /** ClientCertificateRef references an object that contains a client certificate and its associated private key. */
  readonly clientCertificateRef?: KubernetesGatewayListenerTlsCertificateRef;
}

/** Frontend describes TLS config when client connects to Gateway. */
export interface KubernetesGatewayTlsFrontend {
  /** Default specifies the default client certificate validation configuration for all Listeners handling HTTPS traffic, unless a per-port configuration is defined. … */
  readonly default?: KubernetesGatewayTlsFrontendDefault;
  /** PerPort specifies tls configuration assigned per port. */
  readonly perPort?: readonly KubernetesGatewayTlsFrontendPerPort[];
}

/** Default specifies the default client certificate validation configuration for all Listeners handling HTTPS traffic, unless a per-port configuration is defined. … */
export interface KubernetesGatewayTlsFrontendDefault {
  /** Validation holds configuration information for validating the frontend (client). */
  readonly validation?: KubernetesGatewayTlsFrontendDefaultValidation;
}

/** Validation holds configuration information for validating the frontend (client). */
export interface KubernetesGatewayTlsFrontendDefaultValidation {
  /** CACertificateRefs contains one or more references to Kubernetes objects that contain a PEM-encoded TLS CA certificate bundle, which is used as a trust anchor to … */
  readonly caCertificateRefs?: readonly KubernetesGatewayListenerTlsCertificateRef[];
  /** FrontendValidationMode defines the mode for validating the client certificate. */
  readonly mode?: "AllowValidOnly" | "AllowInsecureFallback";
}

/** `KubernetesGateway` `spec.tls.frontend.perPort`. */
export interface KubernetesGatewayTlsFrontendPerPort {
  /** The Port indicates the Port Number to which the TLS configuration will be applied. */
  readonly port?: number;
  /** TLS store the configuration that will be applied to all Listeners handling HTTPS traffic and matching given port. */
  readonly tls?: KubernetesGatewayTlsFrontendDefault;
}

/** ListenerSet defines a set of additional listeners to attach to an existing Gateway. */
export interface ListenerSet {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of ListenerSet. */
  readonly spec?: ListenerSetSpec;
  /** Status defines the current state of ListenerSet. */
  readonly status?: ListenerSetStatus;
}

/** `ListenerSet` `spec.listeners`. */
export interface ListenerSetListener {
  /** AllowedRoutes defines the types of routes that MAY be attached to a Listener and the trusted namespaces where those Route resources MAY be present. */
  readonly allowedRoutes?: ListenerSetListenerAllowedRoutes;
  /** Filters groups the pre-routing filter lists that run on every request accepted on this Listener, before route matching is performed. */
  readonly filters?: ListenerSetListenerFilters;
  /** Hostname specifies the virtual hostname to match for protocol types that define this concept. */
  readonly hostname?: string;
  /** Name is the name of the Listener. */
  readonly name?: string;
  /** Port is the network port. */
  readonly port?: number;
  /** Protocol specifies the network protocol this listener expects to receive. */
  readonly protocol?: string;
  /** TLS is the TLS configuration for the Listener. */
  readonly tls?: ListenerSetListenerTls;
}

/** AllowedRoutes defines the types of routes that MAY be attached to a Listener and the trusted namespaces where those Route resources MAY be present. */
export interface ListenerSetListenerAllowedRoutes {
  /** Kinds specifies the groups and kinds of Routes that are allowed to bind to this Gateway Listener. */
  readonly kinds?: readonly ListenerSetListenerAllowedRoutesKind[];
  /** Namespaces indicates namespaces from which Routes may be attached to this Listener. */
  readonly namespaces?: ListenerSetListenerAllowedRoutesNamespaces;
}

/** RouteGroupKind indicates the group and kind of a Route resource. */
export interface ListenerSetListenerAllowedRoutesKind {
  /** Group is the group of the Route. */
  readonly group?: string;
  /** Kind is the kind of the Route. */
  readonly kind?: string;
}

/** Namespaces indicates namespaces from which Routes may be attached to this Listener. */
export interface ListenerSetListenerAllowedRoutesNamespaces {
  /** From indicates where Routes will be selected for this Gateway. */
  readonly from?: "All" | "Selector" | "Same";
  /** Selector must be specified when From is set to "Selector". */
  readonly selector?: ListenerSetListenerAllowedRoutesNamespacesSelector;
}

/** Selector must be specified when From is set to "Selector". */
export interface ListenerSetListenerAllowedRoutesNamespacesSelector {
  /** matchExpressions is a list of label selector requirements. */
  readonly matchExpressions?:
    readonly ListenerSetListenerAllowedRoutesNamespacesSelectorMatchExpression[];
  /** matchLabels is a map of {key,value} pairs. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** A label selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface ListenerSetListenerAllowedRoutesNamespacesSelectorMatchExpression {
  /** key is the label key that the selector applies to. */
  readonly key?: string;
  /** operator represents a key's relationship to a set of values. */
  readonly operator?: string;
  /** values is an array of string values. */
  readonly values?: readonly string[];
}

/** Filters groups the pre-routing filter lists that run on every request accepted on this Listener, before route matching is performed. */
export interface ListenerSetListenerFilters {
  /** Implementations MUST execute the filters in the exact order they appear here and MUST NOT reorder them. */
  readonly requests?: readonly ListenerSetListenerFiltersRequest[];
}

/** ListenerFilter is one element of a ListenerFilters.Requests list. */
export interface ListenerSetListenerFiltersRequest {
  /** LocalObjectReference identifies an API object within the namespace of the referrer. */
  readonly extensionRef?: ListenerSetListenerFiltersRequestExtensionRef;
  /** HTTPExternalAuthFilter defines a filter that modifies requests by sending request details to an external authorization server. */
  readonly externalAuth?: ListenerSetListenerFiltersRequestExternalAuth;
  /** Type identifies which variant of the discriminated union below is populated. */
  readonly type?: "ExternalAuth" | "ExtensionRef";
}

/** LocalObjectReference identifies an API object within the namespace of the referrer. */
export interface ListenerSetListenerFiltersRequestExtensionRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
}

/** HTTPExternalAuthFilter defines a filter that modifies requests by sending request details to an external authorization server. */
export interface ListenerSetListenerFiltersRequestExternalAuth {
  /** BackendRef is a reference to a backend to send authorization requests to. */
  readonly backendRef?: ListenerSetListenerFiltersRequestExternalAuthBackendRef;
  /** ForwardBody controls if requests to the authorization server should include the body of the client request; and if so, how big that body is allowed to be. */
  readonly forwardBody?: ListenerSetListenerFiltersRequestExternalAuthForwardBody;
  /** GRPCAuthConfig contains configuration for communication with ext_authz protocol-speaking backends. */
  readonly grpc?: ListenerSetListenerFiltersRequestExternalAuthGrpc;
  /** HTTPAuthConfig contains configuration for communication with HTTP-speaking backends. */
  readonly http?: ListenerSetListenerFiltersRequestExternalAuthHttp;
  /** ExternalAuthProtocol describes which protocol to use when communicating with an ext_authz authorization server. */
  readonly protocol?: "HTTP" | "GRPC";
}

/** BackendRef is a reference to a backend to send authorization requests to. */
export interface ListenerSetListenerFiltersRequestExternalAuthBackendRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the Kubernetes resource kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the backend. */
  readonly namespace?: string;
  /** Port specifies the destination port number to use for this resource. */
  readonly port?: number;
}

/** ForwardBody controls if requests to the authorization server should include the body of the client request; and if so, how big that body is allowed to be. */
export interface ListenerSetListenerFiltersRequestExternalAuthForwardBody {
  /** MaxSize specifies how large in bytes the largest body that will be buffered and sent to the authorization server. */
  readonly maxSize?: number;
}

/** GRPCAuthConfig contains configuration for communication with ext_authz protocol-speaking backends. */
export interface ListenerSetListenerFiltersRequestExternalAuthGrpc {
  /** AllowedRequestHeaders specifies what headers from the client request will be sent to the authorization server. */
  readonly allowedHeaders?: readonly string[];
}

/** HTTPAuthConfig contains configuration for communication with HTTP-speaking backends. */
export interface ListenerSetListenerFiltersRequestExternalAuthHttp {
  /** AllowedRequestHeaders specifies what additional headers from the client request will be sent to the authorization server. */
  readonly allowedHeaders?: readonly string[];
  /** AllowedResponseHeaders specifies what headers from the authorization response will be copied into the request to the backend. */
  readonly allowedResponseHeaders?: readonly string[];
  /** Path sets the prefix that paths from the client request will have added when forwarded to the authorization server. */
  readonly path?: string;
}

/** TLS is the TLS configuration for the Listener. */
export interface ListenerSetListenerTls {
  /** CertificateRefs contains a series of references to Kubernetes objects that contains TLS certificates and private keys. */
  readonly certificateRefs?: readonly ListenerSetParentRef[];
  /** Mode defines the TLS behavior for the TLS session initiated by the client. */
  readonly mode?: "Terminate" | "Passthrough";
  /** Options are a list of key/value pairs to enable extended TLS configuration for each implementation. */
  readonly options?: Readonly<Record<string, string>>;
}

/** ParentRef references the Gateway that the listeners are attached to. */
export interface ListenerSetParentRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace?: string;
}

/** Spec defines the desired state of ListenerSet. */
export interface ListenerSetSpec {
  /** Listeners associated with this ListenerSet. */
  readonly listeners?: readonly ListenerSetListener[];
  /** ParentRef references the Gateway that the listeners are attached to. */
  readonly parentRef?: ListenerSetParentRef;
}

/** Status defines the current state of ListenerSet. */
export interface ListenerSetStatus {
  /** Conditions describe the current conditions of the ListenerSet. */
  readonly conditions?: readonly ListenerSetStatusCondition[];
  /** Listeners provide status for each unique listener port defined in the Spec. */
  readonly listeners?: readonly ListenerSetStatusListener[];
}

/** Condition contains details for one aspect of the current state of this API Resource. */
export interface ListenerSetStatusCondition {
  /** lastTransitionTime is the last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** message is a human readable message indicating details about the transition. */
  readonly message?: string;
  /** observedGeneration represents the .metadata.generation that the condition was set based upon. */
  readonly observedGeneration?: number;
  /** reason contains a programmatic identifier indicating the reason for the condition's last transition. */
  readonly reason?: string;
  /** status of the condition, one of True, False, Unknown. */
  readonly status?: "True" | "False" | "Unknown";
  /** type of condition in CamelCase or in foo.example.com/CamelCase. */
  readonly type?: string;
}

/** ListenerStatus is the status associated with a Listener. */
export interface ListenerSetStatusListener {
  /** AttachedRoutes represents the total number of Routes that have been successfully attached to this Listener. */
  readonly attachedRoutes?: number;
  /** Conditions describe the current condition of this listener. */
  readonly conditions?: readonly ListenerSetStatusCondition[];
  /** Name is the name of the Listener that this status corresponds to. */
  readonly name?: string;
  /** SupportedKinds is the list indicating the Kinds supported by this listener. */
  readonly supportedKinds?: readonly ListenerSetListenerAllowedRoutesKind[];
}

/** ReferenceGrant identifies kinds of resources in other namespaces that are trusted to reference the specified kinds of resources in the same namespace as the … */
export interface ReferenceGrant {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of ReferenceGrant. */
  readonly spec?: ReferenceGrantSpec;
}

/** ReferenceGrantFrom describes trusted namespaces and kinds. */
export interface ReferenceGrantFrom {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the kind of the referent. */
  readonly kind?: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace?: string;
}

/** Spec defines the desired state of ReferenceGrant. */
export interface ReferenceGrantSpec {
  /** From describes the trusted namespaces and kinds that can reference the resources described in "To". */
  readonly from?: readonly ReferenceGrantFrom[];
  /** To describes the resources that may be referenced by the resources described in "From". */
  readonly to?: readonly ReferenceGrantTo[];
}

/** ReferenceGrantTo describes what Kinds are allowed as targets of the references. */
export interface ReferenceGrantTo {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
}

/** TCPRoute provides a way to route TCP requests. */
export interface TCPRoute {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of TCPRoute. */
  readonly spec?: TCPRouteSpec;
  /** Status defines the current state of TCPRoute. */
  readonly status?: TCPRouteStatus;
}

/** ParentReference identifies an API object (usually a Gateway) that can be considered a parent of this resource (usually a route). */
export interface TCPRouteParentRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace?: string;
  /** Port is the network port this Route targets. */
  readonly port?: number;
  /** SectionName is the name of a section within the target resource. */
  readonly sectionName?: string;
}

/** TCPRouteRule is the configuration for a given rule. */
export interface TCPRouteRule {
  /** BackendRefs defines the backend(s) where matching requests should be sent. */
  readonly backendRefs?: readonly TCPRouteRuleBackendRef[];
  /** Name is the name of the route rule. */
  readonly name?: string;
}

/** BackendRef defines how a Route should forward a request to a Kubernetes resource. */
export interface TCPRouteRuleBackendRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the Kubernetes resource kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the backend. */
  readonly namespace?: string;
  /** Port specifies the destination port number to use for this resource. */
  readonly port?: number;
  /** Weight specifies the proportion of requests forwarded to the referenced backend. */
  readonly weight?: number;
}

/** Spec defines the desired state of TCPRoute. */
export interface TCPRouteSpec {
  /** ParentRefs references the resources (usually Gateways) that a Route wants to be attached to. */
  readonly parentRefs?: readonly TCPRouteParentRef[];
  /** Rules are a list of TCP matchers and actions. */
  readonly rules?: readonly TCPRouteRule[];
  /** UseDefaultGateways indicates the default Gateway scope to use for this Route. */
  readonly useDefaultGateways?: "All" | "None";
}

/** Status defines the current state of TCPRoute. */
export interface TCPRouteStatus {
  /** Parents is a list of parent resources (usually Gateways) that are associated with the route, and the status of the route with respect to each parent. */
  readonly parents?: readonly TCPRouteStatusParent[];
}

/** RouteParentStatus describes the status of a route with respect to an associated Parent. */
export interface TCPRouteStatusParent {
  /** Conditions describes the status of the route with respect to the Gateway. */
  readonly conditions?: readonly TCPRouteStatusParentCondition[];
  /** ControllerName is a domain/path string that indicates the name of the controller that wrote this status. */
  readonly controllerName?: string;
  /** ParentRef corresponds with a ParentRef in the spec that this RouteParentStatus struct describes the status of. */
  readonly parentRef?: TCPRouteParentRef;
}

/** Condition contains details for one aspect of the current state of this API Resource. */
export interface TCPRouteStatusParentCondition {
  /** lastTransitionTime is the last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** message is a human readable message indicating details about the transition. */
  readonly message?: string;
  /** observedGeneration represents the .metadata.generation that the condition was set based upon. */
  readonly observedGeneration?: number;
  /** reason contains a programmatic identifier indicating the reason for the condition's last transition. */
  readonly reason?: string;
  /** status of the condition, one of True, False, Unknown. */
  readonly status?: "True" | "False" | "Unknown";
  /** type of condition in CamelCase or in foo.example.com/CamelCase. */
  readonly type?: string;
}

/** The TLSRoute resource is similar to TCPRoute, but can be configured to match against TLS-specific metadata. */
export interface TLSRoute {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of TLSRoute. */
  readonly spec?: TLSRouteSpec;
  /** Status defines the current state of TLSRoute. */
  readonly status?: TLSRouteStatus;
}

/** ParentReference identifies an API object (usually a Gateway) that can be considered a parent of this resource (usually a route). */
export interface TLSRouteParentRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace?: string;
  /** Port is the network port this Route targets. */
  readonly port?: number;
  /** SectionName is the name of a section within the target resource. */
  readonly sectionName?: string;
}

/** TLSRouteRule is the configuration for a given rule. */
export interface TLSRouteRule {
  /** BackendRefs defines the backend(s) where matching requests should be sent. */
  readonly backendRefs?: readonly TLSRouteRuleBackendRef[];
  /** Name is the name of the route rule. */
  readonly name?: string;
}

/** BackendRef defines how a Route should forward a request to a Kubernetes resource. */
export interface TLSRouteRuleBackendRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the Kubernetes resource kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the backend. */
  readonly namespace?: string;
  /** Port specifies the destination port number to use for this resource. */
  readonly port?: number;
  /** Weight specifies the proportion of requests forwarded to the referenced backend. */
  readonly weight?: number;
}

/** Spec defines the desired state of TLSRoute. */
export interface TLSRouteSpec {
  /** Hostnames defines a set of SNI hostnames that should match against the SNI attribute of TLS ClientHello message in TLS handshake. */
  readonly hostnames?: readonly string[];
  /** ParentRefs references the resources (usually Gateways) that a Route wants to be attached to. */
  readonly parentRefs?: readonly TLSRouteParentRef[];
  /** Rules are a list of actions. */
  readonly rules?: readonly TLSRouteRule[];
  /** UseDefaultGateways indicates the default Gateway scope to use for this Route. */
  readonly useDefaultGateways?: "All" | "None";
}

/** Status defines the current state of TLSRoute. */
export interface TLSRouteStatus {
  /** Parents is a list of parent resources (usually Gateways) that are associated with the route, and the status of the route with respect to each parent. */
  readonly parents?: readonly TLSRouteStatusParent[];
}

/** RouteParentStatus describes the status of a route with respect to an associated Parent. */
export interface TLSRouteStatusParent {
  /** Conditions describes the status of the route with respect to the Gateway. */
  readonly conditions?: readonly TLSRouteStatusParentCondition[];
  /** ControllerName is a domain/path string that indicates the name of the controller that wrote this status. */
  readonly controllerName?: string;
  /** ParentRef corresponds with a ParentRef in the spec that this RouteParentStatus struct describes the status of. */
  readonly parentRef?: TLSRouteParentRef;
}

/** Condition contains details for one aspect of the current state of this API Resource. */
export interface TLSRouteStatusParentCondition {
  /** lastTransitionTime is the last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** message is a human readable message indicating details about the transition. */
  readonly message?: string;
  /** observedGeneration represents the .metadata.generation that the condition was set based upon. */
  readonly observedGeneration?: number;
  /** reason contains a programmatic identifier indicating the reason for the condition's last transition. */
  readonly reason?: string;
  /** status of the condition, one of True, False, Unknown. */
  readonly status?: "True" | "False" | "Unknown";
  /** type of condition in CamelCase or in foo.example.com/CamelCase. */
  readonly type?: string;
}

/** UDPRoute provides a way to route UDP traffic. */
export interface UDPRoute {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of UDPRoute. */
  readonly spec?: UDPRouteSpec;
  /** Status defines the current state of UDPRoute. */
  readonly status?: UDPRouteStatus;
}

/** ParentReference identifies an API object (usually a Gateway) that can be considered a parent of this resource (usually a route). */
export interface UDPRouteParentRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace?: string;
  /** Port is the network port this Route targets. */
  readonly port?: number;
  /** SectionName is the name of a section within the target resource. */
  readonly sectionName?: string;
}

/** UDPRouteRule is the configuration for a given rule. */
export interface UDPRouteRule {
  /** BackendRefs defines the backend(s) where matching requests should be sent. */
  readonly backendRefs?: readonly UDPRouteRuleBackendRef[];
  /** Name is the name of the route rule. */
  readonly name?: string;
}

/** BackendRef defines how a Route should forward a request to a Kubernetes resource. */
export interface UDPRouteRuleBackendRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the Kubernetes resource kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the backend. */
  readonly namespace?: string;
  /** Port specifies the destination port number to use for this resource. */
  readonly port?: number;
  /** Weight specifies the proportion of requests forwarded to the referenced backend. */
  readonly weight?: number;
}

/** Spec defines the desired state of UDPRoute. */
export interface UDPRouteSpec {
  /** ParentRefs references the resources (usually Gateways) that a Route wants to be attached to. */
  readonly parentRefs?: readonly UDPRouteParentRef[];
  /** Rules are a list of UDP matchers and actions. */
  readonly rules?: readonly UDPRouteRule[];
  /** UseDefaultGateways indicates the default Gateway scope to use for this Route. */
  readonly useDefaultGateways?: "All" | "None";
}

/** Status defines the current state of UDPRoute. */
export interface UDPRouteStatus {
  /** Parents is a list of parent resources (usually Gateways) that are associated with the route, and the status of the route with respect to each parent. */
  readonly parents?: readonly UDPRouteStatusParent[];
}

/** RouteParentStatus describes the status of a route with respect to an associated Parent. */
export interface UDPRouteStatusParent {
  /** Conditions describes the status of the route with respect to the Gateway. */
  readonly conditions?: readonly UDPRouteStatusParentCondition[];
  /** ControllerName is a domain/path string that indicates the name of the controller that wrote this status. */
  readonly controllerName?: string;
  /** ParentRef corresponds with a ParentRef in the spec that this RouteParentStatus struct describes the status of. */
  readonly parentRef?: UDPRouteParentRef;
}

/** Condition contains details for one aspect of the current state of this API Resource. */
export interface UDPRouteStatusParentCondition {
  /** lastTransitionTime is the last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** message is a human readable message indicating details about the transition. */
  readonly message?: string;
  /** observedGeneration represents the .metadata.generation that the condition was set based upon. */
  readonly observedGeneration?: number;
  /** reason contains a programmatic identifier indicating the reason for the condition's last transition. */
  readonly reason?: string;
  /** status of the condition, one of True, False, Unknown. */
  readonly status?: "True" | "False" | "Unknown";
  /** type of condition in CamelCase or in foo.example.com/CamelCase. */
  readonly type?: string;
}

/** XBackend is a Gateway API resource that represents a backend destination for routing traffic. */
export interface XBackend {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of XBackend. */
  readonly spec?: XBackendSpec;
  /** Status defines the current state of XBackend. */
  readonly status?: XBackendStatus;
}

/** EndpointSelector specifies the configuration for an EndpointSelector backend. */
export interface XBackendEndpointSelector {
  /** MatchLabels contains a set of required {key,value} pairs. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** ExternalHostname specifies the configuration for an ExternalHostname backend. */
export interface XBackendExternalHostname {
  /** Hostname specifies the FQDN used to reach this backend. */
  readonly hostname?: string;
}

/** Port defines the port to connect to on this backend. */
export interface XBackendPort {
  /** Number represents the port number of the destination. */
  readonly number?: number;
}

/** SessionPersistence defines and configures session persistence across the endpoints selected by this backend. */
export interface XBackendSessionPersistence {
  /** AbsoluteTimeout defines the absolute timeout of the persistent session. */
  readonly absoluteTimeout?: string;
  /** Cookie provides configuration settings that are specific to cookie-based session persistence. */
  readonly cookie?: XBackendSessionPersistenceCookie;
  /** Header provides configuration settings that are specific to header-based session persistence. */
  readonly header?: XBackendSessionPersistenceHeader;
  /** Type defines the type of session persistence such as through the use of a header or cookie. */
  readonly type?: "Cookie" | "Header";
}

/** Cookie provides configuration settings that are specific to cookie-based session persistence. */
export interface XBackendSessionPersistenceCookie {
  /** LifetimeType specifies whether the cookie has a permanent or session-based lifetime. */
  readonly lifetimeType?: "Permanent" | "Session";
  /** Name defines the name of the cookie used for session persistence. */
  readonly name?: string;
  /** Path defines the cookie Path attribute. */
  readonly path?: string;
}

/** Header provides configuration settings that are specific to header-based session persistence. */
export interface XBackendSessionPersistenceHeader {
  /** Name defines the name of the header used for session persistence. */
  readonly name?: string;
}

/** Spec defines the desired state of XBackend. */
export interface XBackendSpec {
  /** EndpointSelector specifies the configuration for an EndpointSelector backend. */
  readonly endpointSelector?: XBackendEndpointSelector;
  /** ExternalHostname specifies the configuration for an ExternalHostname backend. */
  readonly externalHostname?: XBackendExternalHostname;
  /** Port defines the port to connect to on this backend. */
  readonly port?: XBackendPort;
  /** Protocol defines the protocol for backend communication. */
  readonly protocol?: "TCP" | "HTTP" | "HTTP2" | "HTTP11" | "H2C" | "MCP" | "GRPC" | "WSS";
  /** SessionPersistence defines and configures session persistence across the endpoints selected by this backend. */
  readonly sessionPersistence?: XBackendSessionPersistence;
  /** TLS defines the TLS configuration that the implementation should use when connecting to the backend. */
  readonly tls?: XBackendTls;
  /** Type defines the backend type. */
  readonly type?: "ExternalHostname" | "EndpointSelector";
}

/** Status defines the current state of XBackend. */
export interface XBackendStatus {
  /** Ancestors is a list of ancestor resources (usually Gateways) that are associated with this Backend, and the status of the Backend with respect to each ancestor. */
  readonly ancestors?: readonly XBackendStatusAncestor[];
}

/** BackendAncestorStatus describes the status of a Backend with respect to a specific ancestor resource (typically a Gateway). */
export interface XBackendStatusAncestor {
  /** AncestorRef identifies the ancestor resource that this status is associated with. */
  readonly ancestorRef?: XBackendStatusAncestorAncestorRef;
  /** For Kubernetes API conventions, see: … */
  readonly conditions?: readonly XBackendStatusAncestorCondition[];
  /** ControllerName is a domain/path string that indicates the name of the controller that manages the Backend. */
  readonly controllerName?: string;
}

/** AncestorRef identifies the ancestor resource that this status is associated with. */
export interface XBackendStatusAncestorAncestorRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace?: string;
  /** Port is the network port this Route targets. */
  readonly port?: number;
  /** SectionName is the name of a section within the target resource. */
  readonly sectionName?: string;
}

/** Condition contains details for one aspect of the current state of this API Resource. */
export interface XBackendStatusAncestorCondition {
  /** lastTransitionTime is the last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** message is a human readable message indicating details about the transition. */
  readonly message?: string;
  /** observedGeneration represents the .metadata.generation that the condition was set based upon. */
  readonly observedGeneration?: number;
  /** reason contains a programmatic identifier indicating the reason for the condition's last transition. */
  readonly reason?: string;
  /** status of the condition, one of True, False, Unknown. */
  readonly status?: "True" | "False" | "Unknown";
  /** type of condition in CamelCase or in foo.example.com/CamelCase. */
  readonly type?: string;
}

/** TLS defines the TLS configuration that the implementation should use when connecting to the backend. */
export interface XBackendTls {
  /** ClientCertificateRef is a reference to a Secret containing the client TLS certificate and private key for mutual TLS. */
  readonly clientCertificateRef?: XBackendTlsClientCertificateRef;
  /** Mode defines the TLS mode for the backend connection. */
  readonly mode?: "None" | "ServerOnly" | "ClientAndServer";
  /** Validation contains TLS validation configuration for the backend connection. */
  readonly validation?: XBackendTlsValidation;
}

/** ClientCertificateRef is a reference to a Secret containing the client TLS certificate and private key for mutual TLS. */
export interface XBackendTlsClientCertificateRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the referenced object. */
  readonly namespace?: string;
}

/** Validation contains TLS validation configuration for the backend connection. */
export interface XBackendTlsValidation {
  /** CACertificateRefs contains one or more references to Kubernetes objects that contain a PEM-encoded TLS CA certificate bundle, which is used to validate a TLS … */
  readonly caCertificateRefs?: readonly XBackendTlsValidationCaCertificateRef[];
  /** Hostname is used for two purposes in the connection between Gateways and backends: 1. */
  readonly hostname?: string;
  /** SubjectAltNames contains one or more Subject Alternative Names. */
  readonly subjectAltNames?: readonly XBackendTlsValidationSubjectAltName[];
  /** WellKnownCACertificates specifies whether a well-known set of CA certificates may be used in the TLS handshake between the gateway and backend pod. */
  readonly wellKnownCACertificates?: string;
}

/** LocalObjectReference identifies an API object within the namespace of the referrer. */
export interface XBackendTlsValidationCaCertificateRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
}

/** SubjectAltName represents Subject Alternative Name. */
export interface XBackendTlsValidationSubjectAltName {
  /** Hostname contains Subject Alternative Name specified in DNS name format. */
  readonly hostname?: string;
  /** Type determines the format of the Subject Alternative Name. */
  readonly type?: "Hostname" | "URI";
  /** URI contains Subject Alternative Name specified in a full URI format. */
  readonly uri?: string;
}

/** XBackendTrafficPolicy defines the configuration for how traffic to a target backend should be handled. */
export interface XBackendTrafficPolicy {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of BackendTrafficPolicy. */
  readonly spec?: XBackendTrafficPolicySpec;
  /** Status defines the current state of BackendTrafficPolicy. */
  readonly status?: XBackendTrafficPolicyStatus;
}

/** RetryConstraint defines the configuration for when to allow or prevent further retries to a target backend, by dynamically calculating a 'retry budget'. */
export interface XBackendTrafficPolicyRetryConstraint {
  /** Budget holds the details of the retry budget configuration. */
  readonly budget?: XBackendTrafficPolicyRetryConstraintBudget;
  /** MinRetryRate defines the minimum rate of retries that will be allowable over a specified duration of time. */
  readonly minRetryRate?: XBackendTrafficPolicyRetryConstraintMinRetryRate;
}

/** Budget holds the details of the retry budget configuration. */
export interface XBackendTrafficPolicyRetryConstraintBudget {
  /** Interval defines the duration in which requests will be considered for calculating the budget for retries. */
  readonly interval?: string;
  /** Percent defines the maximum percentage of active requests that may be made up of retries. */
  readonly percent?: number;
}

/** MinRetryRate defines the minimum rate of retries that will be allowable over a specified duration of time. */
export interface XBackendTrafficPolicyRetryConstraintMinRetryRate {
  /** Count specifies the number of requests per time interval. */
  readonly count?: number;
  /** Interval specifies the divisor of the rate of requests, the amount of time during which the given count of requests occur. */
  readonly interval?: string;
}

/** use the Backend resource for session persistence (GEP-4894). */
export interface XBackendTrafficPolicySessionPersistence {
  /** AbsoluteTimeout defines the absolute timeout of the persistent session. */
  readonly absoluteTimeout?: string;
  /** Cookie provides configuration settings that are specific to cookie-based session persistence. */
  readonly cookie?: XBackendTrafficPolicySessionPersistenceCookie;
  /** Header provides configuration settings that are specific to header-based session persistence. */
  readonly header?: XBackendTrafficPolicySessionPersistenceHeader;
  /** Type defines the type of session persistence such as through the use of a header or cookie. */
  readonly type?: "Cookie" | "Header";
}

/** Cookie provides configuration settings that are specific to cookie-based session persistence. */
export interface XBackendTrafficPolicySessionPersistenceCookie {
  /** LifetimeType specifies whether the cookie has a permanent or session-based lifetime. */
  readonly lifetimeType?: "Permanent" | "Session";
  /** Name defines the name of the cookie used for session persistence. */
  readonly name?: string;
  /** Path defines the cookie Path attribute. */
  readonly path?: string;
}

/** Header provides configuration settings that are specific to header-based session persistence. */
export interface XBackendTrafficPolicySessionPersistenceHeader {
  /** Name defines the name of the header used for session persistence. */
  readonly name?: string;
}

/** Spec defines the desired state of BackendTrafficPolicy. */
export interface XBackendTrafficPolicySpec {
  /** RetryConstraint defines the configuration for when to allow or prevent further retries to a target backend, by dynamically calculating a 'retry budget'. */
  readonly retryConstraint?: XBackendTrafficPolicyRetryConstraint;
  /** use the Backend resource for session persistence (GEP-4894). */
  readonly sessionPersistence?: XBackendTrafficPolicySessionPersistence;
  /** TargetRefs identifies API object(s) to apply this policy to. */
  readonly targetRefs?: readonly XBackendTrafficPolicyTargetRef[];
}

/** Status defines the current state of BackendTrafficPolicy. */
export interface XBackendTrafficPolicyStatus {
  /** Ancestors is a list of ancestor resources (usually Gateways) that are associated with the policy, and the status of the policy with respect to each ancestor. */
  readonly ancestors?: readonly XBackendTrafficPolicyStatusAncestor[];
}

/** PolicyAncestorStatus describes the status of a route with respect to an associated Ancestor. */
export interface XBackendTrafficPolicyStatusAncestor {
  /** AncestorRef corresponds with a ParentRef in the spec that this PolicyAncestorStatus struct describes the status of. */
  readonly ancestorRef?: XBackendTrafficPolicyStatusAncestorAncestorRef;
  /** Conditions describes the status of the Policy with respect to the given Ancestor. */
  readonly conditions?: readonly XBackendTrafficPolicyStatusAncestorCondition[];
  /** ControllerName is a domain/path string that indicates the name of the controller that wrote this status. */
  readonly controllerName?: string;
}

/** AncestorRef corresponds with a ParentRef in the spec that this PolicyAncestorStatus struct describes the status of. */
export interface XBackendTrafficPolicyStatusAncestorAncestorRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace?: string;
  /** Port is the network port this Route targets. */
  readonly port?: number;
  /** SectionName is the name of a section within the target resource. */
  readonly sectionName?: string;
}

/** Condition contains details for one aspect of the current state of this API Resource. */
export interface XBackendTrafficPolicyStatusAncestorCondition {
  /** lastTransitionTime is the last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** message is a human readable message indicating details about the transition. */
  readonly message?: string;
  /** observedGeneration represents the .metadata.generation that the condition was set based upon. */
  readonly observedGeneration?: number;
  /** reason contains a programmatic identifier indicating the reason for the condition's last transition. */
  readonly reason?: string;
  /** status of the condition, one of True, False, Unknown. */
  readonly status?: "True" | "False" | "Unknown";
  /** type of condition in CamelCase or in foo.example.com/CamelCase. */
  readonly type?: string;
}

/** LocalPolicyTargetReference identifies an API object to apply a direct or inherited policy to. */
export interface XBackendTrafficPolicyTargetRef {
  /** Group is the group of the target resource. */
  readonly group?: string;
  /** Kind is kind of the target resource. */
  readonly kind?: string;
  /** Name is the name of the target resource. */
  readonly name?: string;
}

/** XMesh defines mesh-wide characteristics of a GAMMA-compliant service mesh. */
export interface XMesh {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of XMesh. */
  readonly spec?: XMeshSpec;
  /** Status defines the current state of XMesh. */
  readonly status?: XMeshStatus;
}

/** ParametersRef is an optional reference to a resource that contains implementation-specific configuration for this Mesh. */
export interface XMeshParametersRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace?: string;
}

/** Spec defines the desired state of XMesh. */
export interface XMeshSpec {
  /** ControllerName is the name of a controller that is managing Gateway API resources for mesh traffic management. */
  readonly controllerName?: string;
  /** Description optionally provides a human-readable description of a Mesh. */
  readonly description?: string;
  /** ParametersRef is an optional reference to a resource that contains implementation-specific configuration for this Mesh. */
  readonly parametersRef?: XMeshParametersRef;
}

/** Status defines the current state of XMesh. */
export interface XMeshStatus {
  /** Conditions is the current status from the controller for this Mesh. */
  readonly conditions?: readonly XMeshStatusCondition[];
  /** SupportedFeatures is the set of features the Mesh support. */
  readonly supportedFeatures?: readonly XMeshStatusSupportedFeature[];
}

/** Condition contains details for one aspect of the current state of this API Resource. */
export interface XMeshStatusCondition {
  /** lastTransitionTime is the last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** message is a human readable message indicating details about the transition. */
  readonly message?: string;
  /** observedGeneration represents the .metadata.generation that the condition was set based upon. */
  readonly observedGeneration?: number;
  /** reason contains a programmatic identifier indicating the reason for the condition's last transition. */
  readonly reason?: string;
  /** status of the condition, one of True, False, Unknown. */
  readonly status?: "True" | "False" | "Unknown";
  /** type of condition in CamelCase or in foo.example.com/CamelCase. */
  readonly type?: string;
}

/** `XMesh` `status.supportedFeatures`. */
export interface XMeshStatusSupportedFeature {
  /** FeatureName is used to describe distinct features that are covered by conformance tests. */
  readonly name?: string;
}

/** TelemetryPolicy defines a Direct Attached Policy to configure telemetry/observability signals for Gateways. */
export interface XTelemetryPolicy {
  /** Group and version. */
  readonly apiVersion: string;
  /** Name of the kind. */
  readonly kind: string;
  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of TelemetryPolicy. */
  readonly spec?: XTelemetryPolicySpec;
  /** Status defines the observed state of TelemetryPolicy. */
  readonly status?: XTelemetryPolicyStatus;
}

/** Spec defines the desired state of TelemetryPolicy. */
export interface XTelemetryPolicySpec {
  /** TargetRefs identifies the gateways to which this policy applies (GEP-713). */
  readonly targetRefs?: readonly XTelemetryPolicyTargetRef[];
  /** Tracing defines the configuration for distributed tracing. */
  readonly tracing?: XTelemetryPolicyTracing;
}

/** Status defines the observed state of TelemetryPolicy. */
export interface XTelemetryPolicyStatus {
  /** For Policy Status API conventions, see: https://gateway-api.sigs.k8s.io/geps/gep-713/#the-status-stanza-of-policy-objects Ancestors is a list of ancestor … */
  readonly ancestors?: readonly XTelemetryPolicyStatusAncestor[];
}

/** PolicyAncestorStatus describes the status of a route with respect to an associated Ancestor. */
export interface XTelemetryPolicyStatusAncestor {
  /** AncestorRef corresponds with a ParentRef in the spec that this PolicyAncestorStatus struct describes the status of. */
  readonly ancestorRef?: XTelemetryPolicyStatusAncestorAncestorRef;
  /** Conditions describes the status of the Policy with respect to the given Ancestor. */
  readonly conditions?: readonly XTelemetryPolicyStatusAncestorCondition[];
  /** ControllerName is a domain/path string that indicates the name of the controller that wrote this status. */
  readonly controllerName?: string;
}

/** AncestorRef corresponds with a ParentRef in the spec that this PolicyAncestorStatus struct describes the status of. */
export interface XTelemetryPolicyStatusAncestorAncestorRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace?: string;
  /** Port is the network port this Route targets. */
  readonly port?: number;
  /** SectionName is the name of a section within the target resource. */
  readonly sectionName?: string;
}

/** Condition contains details for one aspect of the current state of this API Resource. */
export interface XTelemetryPolicyStatusAncestorCondition {
  /** lastTransitionTime is the last time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: string;
  /** message is a human readable message indicating details about the transition. */
  readonly message?: string;
  /** observedGeneration represents the .metadata.generation that the condition was set based upon. */
  readonly observedGeneration?: number;
  /** reason contains a programmatic identifier indicating the reason for the condition's last transition. */
  readonly reason?: string;
  /** status of the condition, one of True, False, Unknown. */
  readonly status?: "True" | "False" | "Unknown";
  /** type of condition in CamelCase or in foo.example.com/CamelCase. */
  readonly type?: string;
}

/** LocalObjectReference identifies an API object within the namespace of the referrer. */
export interface XTelemetryPolicyTargetRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
}

/** Tracing defines the configuration for distributed tracing. */
export interface XTelemetryPolicyTracing {
  /** Attributes is a list of custom key-value pairs (or variables) attached to every span. */
  readonly attributes?: readonly XTelemetryPolicyTracingAttribute[];
  /** Mode explicitly controls if tracing is enabled. */
  readonly mode?: "Enabled" | "Disabled" | "ImplementationDefault";
  /** ParentBasedSampling configures whether to respect the sampling decision of the parent span. */
  readonly parentBasedSampling?: XTelemetryPolicyTracingParentBasedSampling;
  /** Provider specifies the tracing collector or backend endpoint receiving OTLP spans. */
  readonly provider?: XTelemetryPolicyTracingProvider;
  /** SamplingRate specifies the base probability of sampling new traces. */
  readonly samplingRate?: XTelemetryPolicyTracingSamplingRate;
  /** ServiceName is the "service.name" attribute of the OpenTelemetry resource. */
  readonly serviceName?: string;
  /** SpanName defines a custom name for the OTel span. */
  readonly spanName?: string;
}

/** Attribute defines a single flat key-value pair to attach to traces. */
export interface XTelemetryPolicyTracingAttribute {
  /** AttributeKey refers to a standard OpenTelemetry attribute. */
  readonly attributeKey?: string;
  /** HeaderName specifies the HTTP header to extract the value from. */
  readonly headerName?: string;
  /** LiteralValue specifies a static string value to attach. */
  readonly literalValue?: string;
  /** Name is the key of the attribute as it will appear in the output (i.e., as a span tag). */
  readonly name?: string;
  /** SourceType specifies where the attribute value comes from. */
  readonly sourceType?: "Header" | "Literal" | "Attribute";
}

/** ParentBasedSampling configures whether to respect the sampling decision of the parent span. */
export interface XTelemetryPolicyTracingParentBasedSampling {
  /** Mode explicitly controls if parent-based sampling is enabled. */
  readonly mode?: "Enabled" | "Disabled" | "ImplementationDefault";
  /** SamplingRate is the sampling rate to apply when parent-based sampling is active. */
  readonly samplingRate?: XTelemetryPolicyTracingSamplingRate;
}

/** Provider specifies the tracing collector or backend endpoint receiving OTLP spans. */
export interface XTelemetryPolicyTracingProvider {
  /** BackendRef is a reference to a Kubernetes Service or other supported backend that receives OTLP traces. */
  readonly backendRef?: XTelemetryPolicyTracingProviderBackendRef;
  /** Headers specifies a list of custom headers to be added to the telemetry export requests (e.g., for authentication). */
  readonly headers?: readonly XTelemetryPolicyTracingProviderHeader[];
}

/** BackendRef is a reference to a Kubernetes Service or other supported backend that receives OTLP traces. */
export interface XTelemetryPolicyTracingProviderBackendRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the Kubernetes resource kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name?: string;
  /** Namespace is the namespace of the backend. */
  readonly namespace?: string;
  /** Port specifies the destination port number to use for this resource. */
  readonly port?: number;
}

/** HTTPHeader represents an HTTP Header name and value as defined by RFC 7230. */
export interface XTelemetryPolicyTracingProviderHeader {
  /** Name is the name of the HTTP Header to be matched. */
  readonly name?: string;
  /** Value is the value of HTTP Header to be matched. */
  readonly value?: string;
}

/** SamplingRate specifies the base probability of sampling new traces. */
export interface XTelemetryPolicyTracingSamplingRate {
  /** `XTelemetryPolicy.spec.tracing.samplingRate.denominator`. */
  readonly denominator?: number;
  /** `XTelemetryPolicy.spec.tracing.samplingRate.numerator`. */
  readonly numerator?: number;
}
