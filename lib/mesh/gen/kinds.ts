// Written by scripts/gen_types.ts. Do not edit.
import type {
  AuthorizationPolicy,
  DestinationRule,
  EnvoyFilter,
  Gateway,
  PeerAuthentication,
  ProxyConfig,
  RequestAuthentication,
  ServiceEntry,
  Sidecar,
  Telemetry,
  TrafficExtension,
  VirtualService,
  WasmPlugin,
  WorkloadEntry,
  WorkloadGroup,
} from "./istio.ts";
import type {
  BackendTLSPolicy,
  GatewayClass,
  GRPCRoute,
  HTTPRoute,
  KubernetesGateway,
  ListenerSet,
  ReferenceGrant,
  TCPRoute,
  TLSRoute,
  UDPRoute,
  XBackend,
  XBackendTrafficPolicy,
  XMesh,
  XTelemetryPolicy,
} from "./gateway_api.ts";
import type {
  ClusterRole,
  ClusterRoleBinding,
  ConfigMap,
  CronJob,
  CustomResourceDefinition,
  DaemonSet,
  Deployment,
  Endpoints,
  EndpointSlice,
  Event,
  HorizontalPodAutoscaler,
  Ingress,
  IngressClass,
  Job,
  Lease,
  LimitRange,
  MutatingWebhookConfiguration,
  Namespace,
  NetworkPolicy,
  Node,
  Pod,
  PodDisruptionBudget,
  ReplicaSet,
  ResourceQuota,
  Role,
  RoleBinding,
  Secret,
  Service,
  ServiceAccount,
  StatefulSet,
  ValidatingWebhookConfiguration,
} from "./kubernetes.ts";
import type { IstioOperator, PodMetrics, ServiceExport, ServiceImport } from "./described.ts";
/** Interface of each kind. */
export interface KindMap {
  /** `TrafficExtension` of extensions.istio.io. */
  readonly TrafficExtension: TrafficExtension;
  /** `WasmPlugin` of extensions.istio.io. */
  readonly WasmPlugin: WasmPlugin;
  /** `DestinationRule` of networking.istio.io. */
  readonly DestinationRule: DestinationRule;
  /** `EnvoyFilter` of networking.istio.io. */
  readonly EnvoyFilter: EnvoyFilter;
  /** `Gateway` of networking.istio.io. */
  readonly Gateway: Gateway;
  /** `ProxyConfig` of networking.istio.io. */
  readonly ProxyConfig: ProxyConfig;
  /** `ServiceEntry` of networking.istio.io. */
  readonly ServiceEntry: ServiceEntry;
  /** `Sidecar` of networking.istio.io. */
  readonly Sidecar: Sidecar;
  /** `VirtualService` of networking.istio.io. */
  readonly VirtualService: VirtualService;
  /** `WorkloadEntry` of networking.istio.io. */
  readonly WorkloadEntry: WorkloadEntry;
  /** `WorkloadGroup` of networking.istio.io. */
  readonly WorkloadGroup: WorkloadGroup;
  /** `AuthorizationPolicy` of security.istio.io. */
  readonly AuthorizationPolicy: AuthorizationPolicy;
  /** `PeerAuthentication` of security.istio.io. */
  readonly PeerAuthentication: PeerAuthentication;
  /** `RequestAuthentication` of security.istio.io. */
  readonly RequestAuthentication: RequestAuthentication;
  /** `Telemetry` of telemetry.istio.io. */
  readonly Telemetry: Telemetry;
  /** `BackendTLSPolicy` of gateway.networking.k8s.io. */
  readonly BackendTLSPolicy: BackendTLSPolicy;
  /** `GatewayClass` of gateway.networking.k8s.io. */
  readonly GatewayClass: GatewayClass;
  /** `Gateway` of gateway.networking.k8s.io. */
  readonly KubernetesGateway: KubernetesGateway;
  /** `GRPCRoute` of gateway.networking.k8s.io. */
  readonly GRPCRoute: GRPCRoute;
  /** `HTTPRoute` of gateway.networking.k8s.io. */
  readonly HTTPRoute: HTTPRoute;
  /** `ListenerSet` of gateway.networking.k8s.io. */
  readonly ListenerSet: ListenerSet;
  /** `ReferenceGrant` of gateway.networking.k8s.io. */
  readonly ReferenceGrant: ReferenceGrant;
  /** `TCPRoute` of gateway.networking.k8s.io. */
  readonly TCPRoute: TCPRoute;
  /** `TLSRoute` of gateway.networking.k8s.io. */
  readonly TLSRoute: TLSRoute;
  /** `UDPRoute` of gateway.networking.k8s.io. */
  readonly UDPRoute: UDPRoute;
  /** `XBackend` of gateway.networking.x-k8s.io. */
  readonly XBackend: XBackend;
  /** `XBackendTrafficPolicy` of gateway.networking.x-k8s.io. */
  readonly XBackendTrafficPolicy: XBackendTrafficPolicy;
  /** `XMesh` of gateway.networking.x-k8s.io. */
  readonly XMesh: XMesh;
  /** `XTelemetryPolicy` of gateway.networking.x-k8s.io. */
  readonly XTelemetryPolicy: XTelemetryPolicy;
  /** `Pod` of the core group. */
  readonly Pod: Pod;
  /** `Service` of the core group. */
  readonly Service: Service;
  /** `Namespace` of the core group. */
  readonly Namespace: Namespace;
  /** `Node` of the core group. */
  readonly Node: Node;
  /** `ConfigMap` of the core group. */
  readonly ConfigMap: ConfigMap;
  /** `Secret` of the core group. */
  readonly Secret: Secret;
  /** `ServiceAccount` of the core group. */
  readonly ServiceAccount: ServiceAccount;
  /** `Endpoints` of the core group. */
  readonly Endpoints: Endpoints;
  /** `Event` of the core group. */
  readonly Event: Event;
  /** `ResourceQuota` of the core group. */
  readonly ResourceQuota: ResourceQuota;
  /** `LimitRange` of the core group. */
  readonly LimitRange: LimitRange;
  /** `EndpointSlice` of discovery.k8s.io. */
  readonly EndpointSlice: EndpointSlice;
  /** `Deployment` of apps. */
  readonly Deployment: Deployment;
  /** `ReplicaSet` of apps. */
  readonly ReplicaSet: ReplicaSet;
  /** `StatefulSet` of apps. */
  readonly StatefulSet: StatefulSet;
  /** `DaemonSet` of apps. */
  readonly DaemonSet: DaemonSet;
  /** `Job` of batch. */
  readonly Job: Job;
  /** `CronJob` of batch. */
  readonly CronJob: CronJob;
  /** `HorizontalPodAutoscaler` of autoscaling. */
  readonly HorizontalPodAutoscaler: HorizontalPodAutoscaler;
  /** `PodDisruptionBudget` of policy. */
  readonly PodDisruptionBudget: PodDisruptionBudget;
  /** `NetworkPolicy` of networking.k8s.io. */
  readonly NetworkPolicy: NetworkPolicy;
  /** `Ingress` of networking.k8s.io. */
  readonly Ingress: Ingress;
  /** `IngressClass` of networking.k8s.io. */
  readonly IngressClass: IngressClass;
  /** `Lease` of coordination.k8s.io. */
  readonly Lease: Lease;
  /** `Role` of rbac.authorization.k8s.io. */
  readonly Role: Role;
  /** `ClusterRole` of rbac.authorization.k8s.io. */
  readonly ClusterRole: ClusterRole;
  /** `RoleBinding` of rbac.authorization.k8s.io. */
  readonly RoleBinding: RoleBinding;
  /** `ClusterRoleBinding` of rbac.authorization.k8s.io. */
  readonly ClusterRoleBinding: ClusterRoleBinding;
  /** `MutatingWebhookConfiguration` of admissionregistration.k8s.io. */
  readonly MutatingWebhookConfiguration: MutatingWebhookConfiguration;
  /** `ValidatingWebhookConfiguration` of admissionregistration.k8s.io. */
  readonly ValidatingWebhookConfiguration: ValidatingWebhookConfiguration;
  /** `CustomResourceDefinition` of apiextensions.k8s.io. */
  readonly CustomResourceDefinition: CustomResourceDefinition;
  /** `PodMetrics` of metrics.k8s.io. */
  readonly PodMetrics: PodMetrics;
  /** `IstioOperator` of install.istio.io. */
  readonly IstioOperator: IstioOperator;
  /** `ServiceImport` of multicluster.x-k8s.io. */
  readonly ServiceImport: ServiceImport;
  /** `ServiceExport` of multicluster.x-k8s.io. */
  readonly ServiceExport: ServiceExport;
}

/** How a kind is called and served. */
export interface KindInfo {
  /** Unique among all kinds; the Gateway of Gateway API is `KubernetesGateway`. */
  readonly identifier: keyof KindMap;
  /** API group, empty for the core group. */
  readonly group: string;
  /** Readable versions, preferred first. */
  readonly versions: readonly string[];
  /** Name in `kind:`. */
  readonly kind: string;
  /** Name in URLs. */
  readonly plural: string;
  /** Whether its objects live in a namespace. */
  readonly namespaced: boolean;
}

/** Every kind that can be read. */
export const KINDS = [
  {
    identifier: "TrafficExtension",
    group: "extensions.istio.io",
    versions: ["v1alpha1"],
    kind: "TrafficExtension",
    plural: "trafficextensions",
    namespaced: true,
  },
  {
    identifier: "WasmPlugin",
    group: "extensions.istio.io",
    versions: ["v1alpha1"],
    kind: "WasmPlugin",
    plural: "wasmplugins",
    namespaced: true,
  },
  {
    identifier: "DestinationRule",
    group: "networking.istio.io",
    versions: ["v1", "v1beta1", "v1alpha3"],
    kind: "DestinationRule",
    plural: "destinationrules",
    namespaced: true,
  },
  {
    identifier: "EnvoyFilter",
    group: "networking.istio.io",
    versions: ["v1alpha3"],
    kind: "EnvoyFilter",
    plural: "envoyfilters",
    namespaced: true,
  },
  {
    identifier: "Gateway",
    group: "networking.istio.io",
    versions: ["v1", "v1beta1", "v1alpha3"],
    kind: "Gateway",
    plural: "gateways",
    namespaced: true,
  },
  {
    identifier: "ProxyConfig",
    group: "networking.istio.io",
    versions: ["v1beta1"],
    kind: "ProxyConfig",
    plural: "proxyconfigs",
    namespaced: true,
  },
  {
    identifier: "ServiceEntry",
    group: "networking.istio.io",
    versions: ["v1", "v1beta1", "v1alpha3"],
    kind: "ServiceEntry",
    plural: "serviceentries",
    namespaced: true,
  },
  {
    identifier: "Sidecar",
    group: "networking.istio.io",
    versions: ["v1", "v1beta1", "v1alpha3"],
    kind: "Sidecar",
    plural: "sidecars",
    namespaced: true,
  },
  {
    identifier: "VirtualService",
    group: "networking.istio.io",
    versions: ["v1", "v1beta1", "v1alpha3"],
    kind: "VirtualService",
    plural: "virtualservices",
    namespaced: true,
  },
  {
    identifier: "WorkloadEntry",
    group: "networking.istio.io",
    versions: ["v1", "v1beta1", "v1alpha3"],
    kind: "WorkloadEntry",
    plural: "workloadentries",
    namespaced: true,
  },
  {
    identifier: "WorkloadGroup",
    group: "networking.istio.io",
    versions: ["v1", "v1beta1", "v1alpha3"],
    kind: "WorkloadGroup",
    plural: "workloadgroups",
    namespaced: true,
  },
  {
    identifier: "AuthorizationPolicy",
    group: "security.istio.io",
    versions: ["v1", "v1beta1"],
    kind: "AuthorizationPolicy",
    plural: "authorizationpolicies",
    namespaced: true,
  },
  {
    identifier: "PeerAuthentication",
    group: "security.istio.io",
    versions: ["v1", "v1beta1"],
    kind: "PeerAuthentication",
    plural: "peerauthentications",
    namespaced: true,
  },
  {
    identifier: "RequestAuthentication",
    group: "security.istio.io",
    versions: ["v1", "v1beta1"],
    kind: "RequestAuthentication",
    plural: "requestauthentications",
    namespaced: true,
  },
  {
    identifier: "Telemetry",
    group: "telemetry.istio.io",
    versions: ["v1", "v1alpha1"],
    kind: "Telemetry",
    plural: "telemetries",
    namespaced: true,
  },
  {
    identifier: "BackendTLSPolicy",
    group: "gateway.networking.k8s.io",
    versions: ["v1", "v1alpha3", "v1alpha2"],
    kind: "BackendTLSPolicy",
    plural: "backendtlspolicies",
    namespaced: true,
  },
  {
    identifier: "GatewayClass",
    group: "gateway.networking.k8s.io",
    versions: ["v1", "v1beta1", "v1alpha2"],
    kind: "GatewayClass",
    plural: "gatewayclasses",
    namespaced: false,
  },
  {
    identifier: "KubernetesGateway",
    group: "gateway.networking.k8s.io",
    versions: ["v1", "v1beta1", "v1alpha2"],
    kind: "Gateway",
    plural: "gateways",
    namespaced: true,
  },
  {
    identifier: "GRPCRoute",
    group: "gateway.networking.k8s.io",
    versions: ["v1", "v1alpha2"],
    kind: "GRPCRoute",
    plural: "grpcroutes",
    namespaced: true,
  },
  {
    identifier: "HTTPRoute",
    group: "gateway.networking.k8s.io",
    versions: ["v1", "v1beta1", "v1alpha2"],
    kind: "HTTPRoute",
    plural: "httproutes",
    namespaced: true,
  },
  {
    identifier: "ListenerSet",
    group: "gateway.networking.k8s.io",
    versions: ["v1"],
    kind: "ListenerSet",
    plural: "listenersets",
    namespaced: true,
  },
  {
    identifier: "ReferenceGrant",
    group: "gateway.networking.k8s.io",
    versions: ["v1", "v1beta1", "v1alpha2"],
    kind: "ReferenceGrant",
    plural: "referencegrants",
    namespaced: true,
  },
  {
    identifier: "TCPRoute",
    group: "gateway.networking.k8s.io",
    versions: ["v1", "v1alpha2"],
    kind: "TCPRoute",
    plural: "tcproutes",
    namespaced: true,
  },
  {
    identifier: "TLSRoute",
    group: "gateway.networking.k8s.io",
    versions: ["v1", "v1alpha3", "v1alpha2"],
    kind: "TLSRoute",
    plural: "tlsroutes",
    namespaced: true,
  },
  {
    identifier: "UDPRoute",
    group: "gateway.networking.k8s.io",
    versions: ["v1", "v1alpha2"],
    kind: "UDPRoute",
    plural: "udproutes",
    namespaced: true,
  },
  {
    identifier: "XBackend",
    group: "gateway.networking.x-k8s.io",
    versions: ["v1alpha1"],
    kind: "XBackend",
    plural: "xbackends",
    namespaced: true,
  },
  {
    identifier: "XBackendTrafficPolicy",
    group: "gateway.networking.x-k8s.io",
    versions: ["v1alpha1"],
    kind: "XBackendTrafficPolicy",
    plural: "xbackendtrafficpolicies",
    namespaced: true,
  },
  {
    identifier: "XMesh",
    group: "gateway.networking.x-k8s.io",
    versions: ["v1alpha1"],
    kind: "XMesh",
    plural: "xmeshes",
    namespaced: false,
  },
  {
    identifier: "XTelemetryPolicy",
    group: "gateway.networking.x-k8s.io",
    versions: ["v1alpha1"],
    kind: "XTelemetryPolicy",
    plural: "xtelemetrypolicies",
    namespaced: true,
  },
  { identifier: "Pod", group: "", versions: ["v1"], kind: "Pod", plural: "pods", namespaced: true },
  {
    identifier: "Service",
    group: "",
    versions: ["v1"],
    kind: "Service",
    plural: "services",
    namespaced: true,
  },
  {
    identifier: "Namespace",
    group: "",
    versions: ["v1"],
    kind: "Namespace",
    plural: "namespaces",
    namespaced: false,
  },
  {
    identifier: "Node",
    group: "",
    versions: ["v1"],
    kind: "Node",
    plural: "nodes",
    namespaced: false,
  },
  {
    identifier: "ConfigMap",
    group: "",
    versions: ["v1"],
    kind: "ConfigMap",
    plural: "configmaps",
    namespaced: true,
  },
  {
    identifier: "Secret",
    group: "",
    versions: ["v1"],
    kind: "Secret",
    plural: "secrets",
    namespaced: true,
  },
  {
    identifier: "ServiceAccount",
    group: "",
    versions: ["v1"],
    kind: "ServiceAccount",
    plural: "serviceaccounts",
    namespaced: true,
  },
  {
    identifier: "Endpoints",
    group: "",
    versions: ["v1"],
    kind: "Endpoints",
    plural: "endpoints",
    namespaced: true,
  },
  {
    identifier: "Event",
    group: "",
    versions: ["v1"],
    kind: "Event",
    plural: "events",
    namespaced: true,
  },
  {
    identifier: "ResourceQuota",
    group: "",
    versions: ["v1"],
    kind: "ResourceQuota",
    plural: "resourcequotas",
    namespaced: true,
  },
  {
    identifier: "LimitRange",
    group: "",
    versions: ["v1"],
    kind: "LimitRange",
    plural: "limitranges",
    namespaced: true,
  },
  {
    identifier: "EndpointSlice",
    group: "discovery.k8s.io",
    versions: ["v1", "v1beta1"],
    kind: "EndpointSlice",
    plural: "endpointslices",
    namespaced: true,
  },
  {
    identifier: "Deployment",
    group: "apps",
    versions: ["v1", "v1beta2", "v1beta1"],
    kind: "Deployment",
    plural: "deployments",
    namespaced: true,
  },
  {
    identifier: "ReplicaSet",
    group: "apps",
    versions: ["v1", "v1beta2"],
    kind: "ReplicaSet",
    plural: "replicasets",
    namespaced: true,
  },
  {
    identifier: "StatefulSet",
    group: "apps",
    versions: ["v1", "v1beta2", "v1beta1"],
    kind: "StatefulSet",
    plural: "statefulsets",
    namespaced: true,
  },
  {
    identifier: "DaemonSet",
    group: "apps",
    versions: ["v1", "v1beta2"],
    kind: "DaemonSet",
    plural: "daemonsets",
    namespaced: true,
  },
  {
    identifier: "Job",
    group: "batch",
    versions: ["v1"],
    kind: "Job",
    plural: "jobs",
    namespaced: true,
  },
  {
    identifier: "CronJob",
    group: "batch",
    versions: ["v1", "v1beta1"],
    kind: "CronJob",
    plural: "cronjobs",
    namespaced: true,
  },
  {
    identifier: "HorizontalPodAutoscaler",
    group: "autoscaling",
    versions: ["v2", "v1", "v2beta2"],
    kind: "HorizontalPodAutoscaler",
    plural: "horizontalpodautoscalers",
    namespaced: true,
  },
  {
    identifier: "PodDisruptionBudget",
    group: "policy",
    versions: ["v1", "v1beta1"],
    kind: "PodDisruptionBudget",
    plural: "poddisruptionbudgets",
    namespaced: true,
  },
  {
    identifier: "NetworkPolicy",
    group: "networking.k8s.io",
    versions: ["v1"],
    kind: "NetworkPolicy",
    plural: "networkpolicies",
    namespaced: true,
  },
  {
    identifier: "Ingress",
    group: "networking.k8s.io",
    versions: ["v1", "v1beta1"],
    kind: "Ingress",
    plural: "ingresses",
    namespaced: true,
  },
  {
    identifier: "IngressClass",
    group: "networking.k8s.io",
    versions: ["v1", "v1beta1"],
    kind: "IngressClass",
    plural: "ingressclasses",
    namespaced: false,
  },
  {
    identifier: "Lease",
    group: "coordination.k8s.io",
    versions: ["v1", "v1beta1"],
    kind: "Lease",
    plural: "leases",
    namespaced: true,
  },
  {
    identifier: "Role",
    group: "rbac.authorization.k8s.io",
    versions: ["v1", "v1beta1"],
    kind: "Role",
    plural: "roles",
    namespaced: true,
  },
  {
    identifier: "ClusterRole",
    group: "rbac.authorization.k8s.io",
    versions: ["v1", "v1beta1"],
    kind: "ClusterRole",
    plural: "clusterroles",
    namespaced: false,
  },
  {
    identifier: "RoleBinding",
    group: "rbac.authorization.k8s.io",
    versions: ["v1", "v1beta1"],
    kind: "RoleBinding",
    plural: "rolebindings",
    namespaced: true,
  },
  {
    identifier: "ClusterRoleBinding",
    group: "rbac.authorization.k8s.io",
    versions: ["v1", "v1beta1"],
    kind: "ClusterRoleBinding",
    plural: "clusterrolebindings",
    namespaced: false,
  },
  {
    identifier: "MutatingWebhookConfiguration",
    group: "admissionregistration.k8s.io",
    versions: ["v1", "v1beta1"],
    kind: "MutatingWebhookConfiguration",
    plural: "mutatingwebhookconfigurations",
    namespaced: false,
  },
  {
    identifier: "ValidatingWebhookConfiguration",
    group: "admissionregistration.k8s.io",
    versions: ["v1", "v1beta1"],
    kind: "ValidatingWebhookConfiguration",
    plural: "validatingwebhookconfigurations",
    namespaced: false,
  },
  {
    identifier: "CustomResourceDefinition",
    group: "apiextensions.k8s.io",
    versions: ["v1", "v1beta1"],
    kind: "CustomResourceDefinition",
    plural: "customresourcedefinitions",
    namespaced: false,
  },
  {
    identifier: "PodMetrics",
    group: "metrics.k8s.io",
    versions: ["v1beta1"],
    kind: "PodMetrics",
    plural: "pods",
    namespaced: true,
  },
  {
    identifier: "IstioOperator",
    group: "install.istio.io",
    versions: ["v1alpha1"],
    kind: "IstioOperator",
    plural: "istiooperators",
    namespaced: true,
  },
  {
    identifier: "ServiceImport",
    group: "multicluster.x-k8s.io",
    versions: ["v1beta1", "v1alpha1"],
    kind: "ServiceImport",
    plural: "serviceimports",
    namespaced: true,
  },
  {
    identifier: "ServiceExport",
    group: "multicluster.x-k8s.io",
    versions: ["v1beta1", "v1alpha1"],
    kind: "ServiceExport",
    plural: "serviceexports",
    namespaced: true,
  },
] as const satisfies readonly KindInfo[];
