import type { CauseResource } from "../../../core/mod.ts";
import { edgeLabel, type Timing } from "../../../traffic/mod.ts";
import { destinationRulesOf } from "../../case/case_facts.ts";
import { isHttp2, poolsOf, sidecarWithPool } from "../../case/connection_pools.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import type { Hypothesis } from "../../cause.ts";
import type { PerformanceCase } from "../../performance/case.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { timed } from "../../performance/facts.ts";
import { type Need, needOf, withinLimit } from "../../performance/need.ts";
import { type SlowPart, slowParts } from "../../performance/path_part.ts";
import { byPod } from "../../performance/places.ts";
import { ownMs, slowIn } from "../../performance/slowness.ts";

/** Requests wait for one of few connections. */
export const connectionQueue = definePerformanceCause({
  id: "MM-P04",
  name: "requests-queue-for-connections",
  title: "Requests wait for a free connection",
  category: "configuration",
  severity: "medium",
  explains: ["MM-P02", "MM-P03", "MM-C55"],
  docs: {
    why:
      "HTTP/1.1 carries one request at a time on a connection. Where maxConnections allows fewer connections " +
      "than there are requests at the same time, the others wait in the proxy, and nobody sees an error.",
    symptom:
      "Time passes between the proxies, or before the application, while more requests are under way than " +
      "maxConnections; few or no UO.",
    remedy:
      "Raise maxConnections to the requests per second × the seconds that one takes (Little's law), doubled " +
      "for bursts; for each proxy of the callers, or for all together at the server.",
    verify: "The waiting disappears under the same load.",
  },

  *consider(of) {
    for (const part of slowParts(of, ["network"])) {
      const hypothesis = atCaller(part);
      if (hypothesis) yield hypothesis;
    }
    yield* atServer(of);
  },
});

function atCaller({ edge, of, slow, timings }: SlowPart): Hypothesis | undefined {
  const limits = of.walk.targets.filter((target) => !isHttp2(target)).map((
    { status, envoyCluster },
  ) =>
    status?.limits.maxConnections ?? envoyCluster?.circuitBreakers[0]?.maxConnections ?? Infinity
  );
  const lines = timings.flatMap(({ exchange: { client } }) => client ?? []);
  // What the server itself takes is what a connection is busy with; the rest is waiting.
  const need = needOf(lines, timings.map(({ totalMs, parts }) => totalMs - parts.network));
  const limit = Math.min(...limits);
  if (withinLimit(need, limit)) return undefined;
  const [object] = poolsOf(destinationRulesOf(of), ({ tcp }) => tcp?.maxConnections !== undefined);
  return hypothesisOf({
    who: edgeLabel(edge),
    limit,
    need,
    slow,
    object,
    msOf: ({ parts }) => parts.network,
    source: `${of.client?.folder}/clusters.json`,
  });
}

function* atServer(of: PerformanceCase): Generator<Hypothesis> {
  for (const { pods: [pod], timings } of byPod(of.mesh, of.timings)) {
    const server = of.servers.find((proxy) => proxy.pod === pod);
    const slow = slowIn(timings, ownMs);
    if (!pod || !server || slow.length === 0) continue;
    const lines = timings.flatMap((timing) => timing.server ?? []);
    const names = new Set(lines.map(({ entry }) => entry.upstreamCluster));
    const limits = [...names].map((name) =>
      server.envoyClusters?.get(name)?.limits.maxConnections ?? Infinity
    );
    const need = needOf(lines, [fastest(slow)]);
    const limit = Math.min(...limits);
    if (withinLimit(need, limit)) continue;
    const sidecar = sidecarWithPool(of.mesh, pod);
    const rules = of.edges.flatMap((edge) => destinationRulesOf(edge.of));
    const object = sidecar
      ? resourceOf(sidecar, "spec.inboundConnectionPool")
      : poolsOf(rules, ({ tcp }) => tcp?.maxConnections !== undefined)[0];
    yield hypothesisOf({
      who: `${pod.namespace}/${pod.name}`,
      limit,
      need,
      slow,
      object,
      msOf: ownMs,
      source: `${server.folder}/clusters.json`,
    });
  }
}

/** What the application takes cannot be told from waiting for it: the request that waited least says. */
function fastest(slow: readonly Timing[]): number {
  return Math.min(...slow.map(ownMs));
}

interface Queue {
  readonly who: string;
  readonly limit: number;
  readonly need: Need;
  readonly slow: readonly Timing[];
  readonly object: CauseResource | undefined;
  readonly msOf: (timing: Timing) => number;
  readonly source: string;
}

function hypothesisOf({ who, limit, need, slow, object, msOf, source }: Queue): Hypothesis {
  return {
    objects: object ? [object] : [],
    title: `${slow.length} requests of ${who} wait for one of ${limit} ${
      limit === 1 ? "connection" : "connections"
    }${object ? `, which ${label(object)} allows` : ""}`,
    facts: [
      {
        weight: "decisive",
        source,
        detail: `maxConnections ${limit}; up to ${need.peak} requests at the same time`,
        explains: slow.map(({ exchange }) => exchange),
      },
      ...timed(slow, { weight: "likely", what: "waiting", msOf }),
    ],
    remedy: {
      title: `Allow about ${need.connections} connections: ${need.words}`,
      ...(object ? { action: edit(object) } : {}),
    },
  };
}
