import type { Path } from "../../../core/mod.ts";
import type {
  DestinationRuleTrafficPolicy,
  DestinationRuleTrafficPolicyConnectionPool,
  DestinationRuleTrafficPolicyOutlierDetection,
} from "../../../mesh/mod.ts";
import { checkClientTls } from "./client_tls.ts";
import { checkLoadBalancer } from "./load_balancer.ts";
import { domainProblem, isAddress, portProblem } from "../values/names.ts";
import type { Say } from "../say.ts";
import { checkDuration, parseDurationMs } from "../values/values.ts";

type Policy = Pick<
  DestinationRuleTrafficPolicy,
  "outlierDetection" | "connectionPool" | "loadBalancer" | "tls"
>;

/** Checks how a service, or a subset of it, is reached. */
export function checkTrafficPolicy(
  policy: DestinationRuleTrafficPolicy | undefined,
  namespace: string,
  at: Path,
  say: Say,
): void {
  if (!policy) return;
  if (Object.values(policy).every((field) => field === undefined)) {
    return say(at, "traffic policy must have at least one field");
  }
  if (policy.tunnel && policy.proxyProtocol) {
    return say(at, "tunnel and proxyProtocol must not be set together");
  }
  checkPolicy(policy, namespace, at, say);
  for (const [i, setting] of (policy.portLevelSettings ?? []).entries()) {
    const place = [...at, "portLevelSettings", i];
    if (!setting.port) say(place, "portTrafficPolicy must have valid port");
    const { outlierDetection, connectionPool, loadBalancer, tls } = setting;
    if (outlierDetection || connectionPool || loadBalancer || tls) {
      checkPolicy(setting, namespace, place, say);
    } else say(place, "port traffic policy must have at least one field");
  }
  checkTunnel(policy, [...at, "tunnel"], say);
}

function checkPolicy(policy: Policy, namespace: string, at: Path, say: Say): void {
  const { outlierDetection, connectionPool, loadBalancer, tls } = policy;
  checkOutlierDetection(outlierDetection, [...at, "outlierDetection"], say);
  checkConnectionPool(connectionPool, [...at, "connectionPool"], say);
  checkLoadBalancer(loadBalancer, outlierDetection !== undefined, [...at, "loadBalancer"], say);
  checkClientTls(tls, namespace, [...at, "tls"], say);
}

function checkOutlierDetection(
  outlier: DestinationRuleTrafficPolicyOutlierDetection | undefined,
  at: Path,
  say: Say,
): void {
  if (!outlier) return;
  checkDuration(outlier.baseEjectionTime, [...at, "baseEjectionTime"], say);
  if (outlier.consecutiveErrors) {
    say(
      [...at, "consecutiveErrors"],
      "outlier detection consecutive errors is deprecated, use consecutiveGatewayErrors or " +
        "consecutive5xxErrors instead",
      "warning",
    );
  }
  if (
    !outlier.splitExternalLocalOriginErrors && (outlier.consecutiveLocalOriginFailures ?? 0) > 0
  ) {
    say(
      [...at, "consecutiveLocalOriginFailures"],
      "outlier detection consecutive local origin failures is specified, but split external local " +
        "origin errors is set to false",
    );
  }
  checkDuration(outlier.interval, [...at, "interval"], say);
  for (const field of ["maxEjectionPercent", "minHealthPercent"] as const) {
    const value = outlier[field] ?? 0;
    if (value < 0 || value > 100) say([...at, field], `percentage ${value} is not in range 0..100`);
  }
}

/** Checks the limits of connections. */
export function checkConnectionPool(
  pool: DestinationRuleTrafficPolicyConnectionPool | undefined,
  at: Path,
  say: Say,
): void {
  if (!pool) return;
  const { http, tcp } = pool;
  if (!http && !tcp) return say(at, "connection pool must have at least one field");
  if (http) {
    const place = [...at, "http"];
    const numbers = {
      http1MaxPendingRequests: "http1 max pending requests",
      http2MaxRequests: "http2 max requests",
      maxRequestsPerConnection: "max requests per connection",
      maxRetries: "max retries",
      maxConcurrentStreams: "max concurrent streams",
    } as const;
    for (const [field, noun] of Object.entries(numbers)) {
      const value = http[field as keyof typeof numbers] ?? 0;
      if (value < 0) say([...place, field], `${noun} must be non-negative`);
    }
    checkDuration(http.idleTimeout, [...place, "idleTimeout"], say);
    if (http.h2UpgradePolicy === "UPGRADE" && http.useClientProtocol) {
      say(place, "use client protocol must not be true when H2UpgradePolicy is UPGRADE");
    }
    const { http2KeepAlive } = http;
    if (http2KeepAlive && !(http2KeepAlive.interval && http2KeepAlive.timeout)) {
      say([...place, "http2KeepAlive"], "http2KeepAlive requires an interval and a timeout");
    }
  }
  if (!tcp) return;
  const place = [...at, "tcp"];
  if ((tcp.maxConnections ?? 0) < 0) {
    say([...place, "maxConnections"], "max connections must be non-negative");
  }
  checkDuration(tcp.connectTimeout, [...place, "connectTimeout"], say);
  checkDuration(tcp.maxConnectionDuration, [...place, "maxConnectionDuration"], say);
  // No time at all switches the timeout off.
  const isOff = tcp.idleTimeout !== undefined && parseDurationMs(tcp.idleTimeout) === 0;
  if (!isOff) checkDuration(tcp.idleTimeout, [...place, "idleTimeout"], say);
  checkDuration(tcp.tcpKeepalive?.time, [...place, "tcpKeepalive", "time"], say);
  checkDuration(tcp.tcpKeepalive?.interval, [...place, "tcpKeepalive", "interval"], say);
}

function checkTunnel({ tunnel }: DestinationRuleTrafficPolicy, at: Path, say: Say): void {
  if (!tunnel) return;
  const { protocol, targetHost = "", targetPort = 0 } = tunnel;
  if (protocol && protocol !== "CONNECT" && protocol !== "POST") {
    say([...at, "protocol"], 'tunnel protocol must be "CONNECT" or "POST"');
  }
  const problem = isAddress(targetHost) ? undefined : domainProblem(targetHost);
  if (problem) {
    say([...at, "targetHost"], `tunnel target host must be valid FQDN or IP address: ${problem}`);
  }
  const portIs = portProblem(targetPort);
  if (portIs) say([...at, "targetPort"], `tunnel target port is invalid: ${portIs}`);
}
