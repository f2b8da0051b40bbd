import {
  cidrs,
  cidrsOrAll,
  goBoolean,
  interfaces,
  oneOf,
  ports,
  portsOrAll,
  proxyConfig,
  quantity,
  statusPort,
  uint32,
  type ValueCheck,
} from "./_values.ts";

/** What is known of an annotation. */
export interface Annotation {
  /** The kinds it may stand on; empty for all. */
  readonly kinds: readonly string[];
  /** Whether Istio will drop it. */
  readonly isDeprecated: boolean;
  /** Whether Istio calls it alpha. */
  readonly isAlpha: boolean;
}

/** Annotations by the kinds they may stand on. */
const BY_KIND: readonly (readonly [kinds: readonly string[], names: string])[] = [
  [[], "galley.istio.io/analyze-suppress gateway.istio.io/controller-version"],
  [
    ["Pod"],
    `ambient.istio.io/bypass-inbound-capture ambient.istio.io/dns-capture
    ambient.istio.io/redirection inject.istio.io/templates istio.io/reroute-virtual-interfaces
    istio.io/rev prometheus.istio.io/merge-metrics proxy.istio.io/config proxy.istio.io/overrides
    readiness.status.sidecar.istio.io/applicationPorts
    readiness.status.sidecar.istio.io/failureThreshold
    readiness.status.sidecar.istio.io/initialDelaySeconds
    readiness.status.sidecar.istio.io/periodSeconds sidecar.istio.io/agentLogLevel
    sidecar.istio.io/bootstrapOverride sidecar.istio.io/componentLogLevel
    sidecar.istio.io/discoveryAddress sidecar.istio.io/extraStatTags sidecar.istio.io/inject
    sidecar.istio.io/interceptionMode sidecar.istio.io/logLevel sidecar.istio.io/nativeSidecar
    sidecar.istio.io/proxyCPU sidecar.istio.io/proxyCPULimit sidecar.istio.io/proxyImage
    sidecar.istio.io/proxyImageType sidecar.istio.io/proxyMemory
    sidecar.istio.io/proxyMemoryLimit sidecar.istio.io/rewriteAppHTTPProbers
    sidecar.istio.io/statsCompression sidecar.istio.io/statsEvictionInterval
    sidecar.istio.io/statsFlushInterval sidecar.istio.io/statsHistogramBins
    sidecar.istio.io/statsHistogramBuckets sidecar.istio.io/statsInclusionPrefixes
    sidecar.istio.io/statsInclusionRegexps sidecar.istio.io/statsInclusionSuffixes
    sidecar.istio.io/status sidecar.istio.io/userVolume sidecar.istio.io/userVolumeMount
    status.sidecar.istio.io/port traffic.sidecar.istio.io/excludeInboundPorts
    traffic.sidecar.istio.io/excludeInterfaces traffic.sidecar.istio.io/excludeOutboundIPRanges
    traffic.sidecar.istio.io/excludeOutboundPorts traffic.sidecar.istio.io/includeInboundPorts
    traffic.sidecar.istio.io/includeOutboundIPRanges
    traffic.sidecar.istio.io/includeOutboundPorts traffic.sidecar.istio.io/kubevirtInterfaces`,
  ],
  [
    ["Service"],
    `alpha.istio.io/canonical-serviceaccounts alpha.istio.io/kubernetes-serviceaccounts
    networking.istio.io/exportTo traffic.istio.io/nodeSelector`,
  ],
  [
    ["Service", "ServiceEntry", "Namespace"],
    "istio.io/use-waypoint-canary-weight networking.istio.io/traffic-distribution",
  ],
  [["Namespace"], "topology.istio.io/controlPlaneClusters"],
  [
    ["Gateway"],
    "gateway.istio.io/name-override gateway.istio.io/service-account networking.istio.io/service-type",
  ],
  [["Gateway", "GatewayClass"], "ambient.istio.io/waypoint-inbound-binding"],
  [
    ["WorkloadEntry"],
    `istio.io/autoRegistrationGroup istio.io/connectedAt istio.io/disconnectedAt
    istio.io/workloadController`,
  ],
  [["AuthorizationPolicy"], "istio.io/dry-run"],
  [["Ingress"], "kubernetes.io/ingress.class"],
];

const DEPRECATED: ReadonlySet<string> = words(`
  alpha.istio.io/canonical-serviceaccounts alpha.istio.io/kubernetes-serviceaccounts
  sidecar.istio.io/discoveryAddress sidecar.istio.io/extraStatTags sidecar.istio.io/inject
  sidecar.istio.io/statsCompression sidecar.istio.io/statsInclusionPrefixes
  sidecar.istio.io/statsInclusionRegexps sidecar.istio.io/statsInclusionSuffixes
  traffic.sidecar.istio.io/kubevirtInterfaces`);

const BETTER_THAN_ALPHA: ReadonlySet<string> = words(`
  ambient.istio.io/redirection proxy.istio.io/config sidecar.istio.io/inject
  traffic.istio.io/nodeSelector kubernetes.io/ingress.class`);

/** Every annotation that Istio knows. */
export const ANNOTATIONS: ReadonlyMap<string, Annotation> = new Map(
  BY_KIND.flatMap(([kinds, names]) =>
    [...words(names)].map((name) => [name, {
      kinds,
      isDeprecated: DEPRECATED.has(name),
      isAlpha: !BETTER_THAN_ALPHA.has(name),
    }])
  ),
);

/** What the values of annotations must be, as far as Istio checks them. */
export const VALUE_CHECKS: ReadonlyMap<string, ValueCheck> = new Map<string, ValueCheck>([
  ["sidecar.istio.io/interceptionMode", oneOf("REDIRECT", "TPROXY", "NONE")],
  ["status.sidecar.istio.io/port", statusPort],
  ["readiness.status.sidecar.istio.io/initialDelaySeconds", uint32],
  ["readiness.status.sidecar.istio.io/periodSeconds", uint32],
  ["readiness.status.sidecar.istio.io/failureThreshold", uint32],
  ["traffic.sidecar.istio.io/includeOutboundIPRanges", cidrsOrAll],
  ["traffic.sidecar.istio.io/excludeOutboundIPRanges", cidrs],
  ["traffic.sidecar.istio.io/includeInboundPorts", portsOrAll],
  ["traffic.sidecar.istio.io/excludeInboundPorts", ports],
  ["traffic.sidecar.istio.io/excludeOutboundPorts", ports],
  ["traffic.sidecar.istio.io/excludeInterfaces", interfaces],
  ["traffic.sidecar.istio.io/kubevirtInterfaces", interfaces],
  ["istio.io/reroute-virtual-interfaces", interfaces],
  ["prometheus.istio.io/merge-metrics", goBoolean],
  ["proxy.istio.io/config", proxyConfig],
  ["sidecar.istio.io/proxyCPU", quantity],
  ["sidecar.istio.io/proxyMemory", quantity],
  ["sidecar.istio.io/proxyCPULimit", quantity],
  ["sidecar.istio.io/proxyMemoryLimit", quantity],
]);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
