import { load } from "js-yaml";
import { isRecord } from "../../core/mod.ts";
import { type Mesh, type MeshProxyConfig, type Resource, wellTyped } from "../../mesh/mod.ts";
import type { BootstrapOptions, StatsOptions, TracingOptions } from "./bootstrap_options.ts";

/** What of a bootstrap `ProxyConfig` and the annotations of a pod decide. */
export function settingsOfPod(pod: Resource<"Pod">, mesh: Mesh): Partial<BootstrapOptions> {
  const config = proxyConfigOf(pod, mesh);
  const { discoveryAddress, configPath, concurrency, proxyAdminPort, statusPort } = config;
  const tracing = tracingOf(config);
  const interceptionMode = modeOf(pod.annotations["sidecar.istio.io/interceptionMode"]) ??
    config.interceptionMode;
  const serviceCluster = serviceClusterOf(pod, config);
  return {
    ...serviceCluster && { serviceCluster },
    ...discoveryAddress && { discoveryAddress },
    ...configPath && { configPath },
    ...concurrency && { concurrency },
    ...proxyAdminPort && { adminPort: proxyAdminPort },
    ...statusPort && { agentPort: statusPort },
    ...interceptionMode && { interceptionMode },
    ...config.runtimeValues && { runtime: config.runtimeValues },
    ...tracing && { tracing },
    meshId: config.meshId ?? mesh.config.trustDomain,
    stats: statsOf(pod.annotations, config),
  };
}

/** The annotation of a pod counts before the settings of the mesh. */
function proxyConfigOf(pod: Resource<"Pod">, mesh: Mesh): MeshProxyConfig {
  const own = parse(pod.annotations["proxy.istio.io/config"]);
  const defaultConfig = { ...mesh.config.defaultConfig, ...own };
  return wellTyped("MeshConfig", { defaultConfig }).defaultConfig ?? {};
}

function parse(text: string | undefined): MeshProxyConfig {
  if (text === undefined) return {};
  try {
    const value = load(text);
    return isRecord(value) ? value : {};
  } catch {
    return {}; // The agent would not start with it; that is a finding of its own.
  }
}

/** Absent where the agent would name it after the `app` label or the workload. */
function serviceClusterOf(
  { labels, namespace }: Resource<"Pod">,
  { serviceCluster, tracingServiceName = "APP_LABEL_AND_NAMESPACE" }: MeshProxyConfig,
): string | undefined {
  if (serviceCluster && serviceCluster !== "istio-proxy") return serviceCluster;
  if (tracingServiceName === "APP_LABEL_AND_NAMESPACE") return undefined;
  const name = ["service.istio.io/canonical-name", "app.kubernetes.io/name", "app"]
    .map((key) => labels[key]).find((value) => value !== undefined);
  if (name === undefined || tracingServiceName === "CANONICAL_NAME_ONLY") return name;
  return `${name}.${namespace}`;
}

function modeOf(text: string | undefined): BootstrapOptions["interceptionMode"] | undefined {
  return (["REDIRECT", "TPROXY", "NONE"] as const).find((mode) => mode === text);
}

function tracingOf({ tracing, zipkinAddress }: MeshProxyConfig): TracingOptions | undefined {
  const [, host, port] =
    /^\[?(.+?)\]?:(\d+)$/.exec(tracing?.zipkin?.address ?? zipkinAddress ?? "") ??
      [];
  return host === undefined ? undefined : { provider: "zipkin", host, port: Number(port) };
}

function statsOf(
  annotations: Readonly<Record<string, string>>,
  { proxyStatsMatcher = {}, extraStatTags = [], statsdUdpAddress }: MeshProxyConfig,
): StatsOptions {
  const list = (name: string, configured: readonly string[] = []) =>
    annotations[`sidecar.istio.io/${name}`]?.split(",") ?? configured;
  return {
    inclusionPrefixes: list("statsInclusionPrefixes", proxyStatsMatcher.inclusionPrefixes),
    inclusionSuffixes: list("statsInclusionSuffixes", proxyStatsMatcher.inclusionSuffixes),
    inclusionRegexps: list("statsInclusionRegexps", proxyStatsMatcher.inclusionRegexps),
    extraTags: list("extraStatTags", extraStatTags),
    ...statsdUdpAddress && { statsd: statsdUdpAddress },
  };
}
