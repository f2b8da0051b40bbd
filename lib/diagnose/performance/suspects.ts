import { Failure, nearest } from "../../core/mod.ts";
import { type Mesh, podsNamed, servicesOf } from "../../mesh/mod.ts";
import { parseEnvoyClusterName } from "../../proxy/mod.ts";
import type { Latency, TrafficEdge } from "../../traffic/mod.ts";
import type { PerformanceCase } from "./case.ts";
import type { MeasuredLatency } from "./measured.ts";
import { isSlow, measuredCalls } from "./measured_slowness.ts";
import type { Overview } from "./overview.ts";
import { isRegular, NOISE_MS, SLOW_MS, WORTHWHILE_SHARE } from "./slowness.ts";

/** The host that a user means by `NAME.NAMESPACE`. Throws a `Failure` `USAGE` where there is none. */
export function resolveHost(
  mesh: Mesh,
  text: string,
  namespace: string,
  { survey }: Overview,
): string {
  const service = mesh.services.resolve(text.toLowerCase(), namespace);
  if (service) return service.host.startsWith("*") ? text.toLowerCase() : service.host;
  if (survey.edges.some(({ host }) => host === text)) return text;
  const dot = text.lastIndexOf(".");
  const [name, ns] = dot < 0 ? [text, namespace] : [text.slice(0, dot), text.slice(dot + 1)];
  const [pod] = podsNamed(mesh, name, ns);
  const [selecting] = pod ? servicesOf(mesh, pod) : [];
  if (selecting) return `${selecting.name}.${selecting.namespace}.svc.cluster.local`;
  const known = mesh.list("Service").map((each) => `${each.name}.${each.namespace}`);
  const near = nearest(text.includes(".") ? text : `${text}.${namespace}`, known);
  throw new Failure("USAGE", `Cannot find service "${text}"`, {
    hint: near === undefined ? "Write NAME.NAMESPACE" : `Did you mean ${near}?`,
  });
}

/** The hosts whose requests are worth a closer look: slow ones, or refused for want of capacity; the slowest first. */
export function suspects({ survey, measured }: Overview, mesh: Mesh): string[] {
  const slowest = new Map<string, number>();
  const suspect = (host: string, ms: number) =>
    slowest.set(host, Math.max(slowest.get(host) ?? 0, ms));
  for (const edge of [...survey.edges, ...survey.received.filter(isOverloaded)]) {
    if (!isSuspect(edge)) continue;
    const hosts = edge.routedTo.size > 0 ? edge.routedTo : [edge.host];
    for (const host of hosts) suspect(host, edge.latency.quantile(0.99));
  }
  // Where logs tell of a service, they tell more than metrics do.
  const logged = new Set(survey.edges.map(({ host }) => host));
  for (const row of measured) {
    const host = isSlow(row) ? hostOfRow(mesh, row) : undefined;
    if (host !== undefined && !logged.has(host)) suspect(host, row.quantiles.get(0.99) ?? 0);
  }
  return [...slowest].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([host]) => host);
}

/** The host of the service that a row of metrics names; of several namesakes any. */
function hostOfRow(mesh: Mesh, { service, namespace }: MeasuredLatency): string | undefined {
  const known = namespace === ""
    ? mesh.list("Service").find(({ name }) => name === service)
    : mesh.get("Service", namespace, service);
  return known && `${known.name}.${known.namespace}.svc.cluster.local`;
}

function isOverloaded({ overloads, requests }: TrafficEdge): boolean {
  return isRegular(overloads, requests);
}

function isSuspect(edge: TrafficEdge): boolean {
  const { latency, byUpstream } = edge;
  if (isOverloaded(edge) || isRegular(latency.countFrom(SLOW_MS), latency.count)) return true;
  const medians = [...byUpstream.values()].filter(({ count }) => count >= 3)
    .map((each: Latency) => each.quantile(0.5));
  return Math.max(...medians) - Math.min(...medians) >= NOISE_MS;
}

/** The hosts that the slow requests of a service spend much of their time waiting for. */
export function waitsFor(of: PerformanceCase): string[] {
  const { timings, mesh } = of;
  const hosts = new Set(measuredCalls(of).flatMap((row) => hostOfRow(mesh, row) ?? []));
  for (const { totalMs, parts, calls } of timings) {
    if (totalMs < SLOW_MS || parts.downstream < WORTHWHILE_SHARE * totalMs) continue;
    for (const { entry } of calls) {
      if ((entry.durationMs ?? 0) < WORTHWHILE_SHARE * parts.downstream) continue;
      const host = parseEnvoyClusterName(entry.upstreamCluster)?.host ??
        entry.authority.replace(/:\d+$/, "");
      if (host !== "") hosts.add(host);
    }
  }
  return [...hosts].sort();
}
