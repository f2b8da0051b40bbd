import type { Case, Exchange, ProxyObservation } from "../../connectivity/mod.ts";
import { addressOf } from "../../connectivity/mod.ts";
import { isReady, podsSelected } from "../../mesh/mod.ts";
import type { Fact } from "../cause.ts";
import { endpointsOf, lastTargets, serviceOf } from "../case/case_facts.ts";

/** Words of the agent that has lost istiod. */
const LOST = /config stream closed|connection error.*istiod|failed to (?:connect|dial).*15012/i;

/** What shows that a proxy has no connection to istiod; empty where it has, or nothing tells. */
export function disconnection({ folder, stats, log }: ProxyObservation): Fact[] {
  const facts: Fact[] = [];
  if (stats?.get("control_plane.connected_state") === 0) {
    facts.push({
      weight: "decisive",
      source: `${folder}/stats.json`,
      detail: "control_plane.connected_state is 0",
    });
  }
  const stream = [...stats ?? []].find(([name]) =>
    /^cluster\.xds-grpc;?\.upstream_rq_active$/.test(name)
  );
  if (stream?.[1] === 0) {
    facts.push({
      weight: "proven",
      source: `${folder}/stats.json`,
      detail: `${stream[0]} is 0: no stream to the agent is open`,
    });
  }
  const lost = log?.messages.findLast(({ text }) => LOST.test(text));
  if (lost) {
    facts.push({ weight: "likely", source: `${folder}/access.log`, detail: lost.text });
  }
  return facts;
}

/**
 * What shows that the caller's proxy runs on old configuration: it sends to addresses that no pod has, or
 * does not know pods that are ready.
 */
export function staleEndpoints(of: Case): Fact[] {
  const service = serviceOf(of);
  const { proxy } = of.onward ?? of.walk;
  if (!service || !proxy || !service.spec.selector || of.mesh.list("Pod").length === 0) return [];
  const endpoints = endpointsOf(of);
  const gone = endpoints.filter(({ ip, pod }) => !pod && /^\d+\./.test(ip));
  const known = new Set(endpoints.map(({ ip }) => ip));
  const hasSubset = lastTargets(of).some(({ parsed }) => parsed?.subset);
  const unknown = hasSubset ? [] : podsSelected(of.mesh, service.spec.selector, service.namespace)
    .filter((pod) => isReady(pod) && pod.status.podIP && !known.has(pod.status.podIP));
  if (gone.length === 0 && unknown.length === 0) return [];
  const parts = [
    ...(gone.length > 0
      ? [`it sends to ${gone.map(({ address }) => address).join(", ")}, which no pod has`]
      : []),
    ...(unknown.length > 0
      ? [`it does not know ${unknown.map(({ name }) => name).join(", ")}, which is ready`]
      : []),
  ];
  return [{
    weight: "proven",
    source: `${proxy.folder}/config_dump.json`,
    detail: parts.join("; "),
    explains: staleExchanges(of),
  }];
}

/** The failed requests that old configuration may explain: sent to an address that is gone, or nowhere. */
export function staleExchanges(of: Case): Exchange[] {
  return of.exchanges.filter(({ isFailure, client }) => {
    if (!isFailure || !client) return false;
    const { flags, upstreamHost } = client.entry;
    const { ip } = addressOf(upstreamHost);
    if (ip !== undefined && flags.some((flag) => flag === "UF" || flag === "UC")) {
      return of.mesh.podAt(ip) === undefined;
    }
    return flags.some((flag) => flag === "UH" || flag === "NC" || flag === "NR");
  });
}
