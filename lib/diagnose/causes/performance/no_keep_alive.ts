import type { Case } from "../../../connectivity/mod.ts";
import type { CauseResource } from "../../../core/mod.ts";
import { edgeLabel } from "../../../traffic/mod.ts";
import { destinationRulesOf } from "../../case/case_facts.ts";
import { poolsOf } from "../../case/connection_pools.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import type { Fact } from "../../cause.ts";
import type { PerformanceCase } from "../../performance/case.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { slowParts } from "../../performance/path_part.ts";
import { cpuShortage } from "../../performance/usage.ts";

/** Fewest requests from which their connections are counted. */
const ENOUGH = 100;

/** Connections for each request from which they are not used again. */
const ONE_EACH = 0.9;

/** Every request gets a connection of its own. */
export const noKeepAlive = definePerformanceCause({
  id: "MM-P05",
  name: "no-keep-alive",
  title: "Connections are not used again",
  category: "configuration",
  severity: "medium",
  explains: ["MM-P01", "MM-P03"],
  docs: {
    why:
      "maxRequestsPerConnection: 1, or a server that speaks HTTP/1.0 or answers Connection: close, ends a " +
      "connection after each request. Every request then pays a TCP and a TLS handshake, both ends pay the " +
      "CPU for it, and ports run out under load.",
    symptom:
      "cx_total of an endpoint is about its rq_total, and time passes between the proxies or their CPU is used up.",
    remedy: "Remove maxRequestsPerConnection: 1, or let the application keep its connections open.",
    verify: "cx_total grows much slower than rq_total.",
  },

  *consider(of) {
    for (const { edge, of: connection } of of.edges) {
      const { connections, requests } = countedBy(connection);
      if (requests < ENOUGH || connections < ONE_EACH * requests) continue;
      const harm = harmOf(of, connection);
      if (harm.length === 0) continue;
      const [object] = poolsOf(
        destinationRulesOf(connection),
        ({ http }) => http?.maxRequestsPerConnection === 1,
      );
      yield {
        isSilent: true,
        objects: object ? [object] : of.services.map(({ resource }) => resourceOf(resource)),
        title: `${edgeLabel(edge)}: ${requests} requests opened ${connections} connections`,
        facts: [
          {
            weight: "proven",
            source: `${connection.client?.folder}/clusters.json`,
            detail: `cx_total ${connections}, rq_total ${requests}`,
          },
          ...(object ? [settingOf(object)] : []),
          ...harm,
        ],
        remedy: object
          ? { title: "Remove maxRequestsPerConnection: 1", action: edit(object) }
          : { title: "Let the application keep connections open between requests" },
      };
    }
  },
});

function settingOf(object: CauseResource): Fact {
  return {
    weight: "likely",
    source: `${label(object)} ${object.path}`,
    detail: "maxRequestsPerConnection 1",
  };
}

/** What the caller's proxies counted for the endpoints that requests are sent to. */
function countedBy({ walk }: Case): { connections: number; requests: number } {
  const hosts = walk.targets.flatMap(({ status }) => status?.hosts ?? []);
  const sum = (name: string) => hosts.reduce((sum, { stats }) => sum + (stats[name] ?? 0), 0);
  return { connections: sum("cx_total"), requests: sum("rq_total") };
}

/** Handshakes are no harm in themselves: they are where they take long, or a proxy's CPU is used up. */
function harmOf(of: PerformanceCase, connection: Case): Fact[] {
  const pods = new Set([...connection.clients, ...connection.servers].map(({ pod }) => pod));
  const slow = slowParts(of, ["network"]).filter((part) => part.of === connection)
    .flatMap((part) => part.slow.map(({ exchange }) => exchange));
  return [
    ...(slow.length > 0
      ? [{
        weight: "likely" as const,
        source: `${connection.client?.folder}/access.log`,
        detail: `${slow.length} requests lose time between the proxies`,
        explains: slow,
      }]
      : []),
    ...of.usage.filter(({ pod, container }) => container === "istio-proxy" && pods.has(pod))
      .flatMap(cpuShortage),
  ];
}
