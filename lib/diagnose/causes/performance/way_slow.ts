import { isGateway } from "../../../connectivity/mod.ts";
import type { CauseResource } from "../../../core/mod.ts";
import type { Part } from "../../../traffic/mod.ts";
import { edgeLabel } from "../../../traffic/mod.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import type { Fact } from "../../cause.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { timed } from "../../performance/facts.ts";
import { measuredFact, measuredObjects, slowWays } from "../../performance/measured_slowness.ts";
import { podOf } from "../../performance/places.ts";
import { type SlowPart, slowParts } from "../../performance/path_part.ts";
import { quantile } from "../../performance/slowness.ts";

const NAMES: Readonly<Partial<Record<Part, string>>> = {
  clientProxy: "in the caller's proxy",
  network: "between the two proxies",
  serverProxy: "in the server's proxy",
};

/** The time passes in a proxy or between the proxies. */
export const waySlow = definePerformanceCause({
  id: "MM-P03",
  name: "proxy-or-network-slow",
  title: "Time is lost in a proxy or on the network",
  category: "network",
  severity: "medium",
  docs: {
    why:
      "The application answers fast, but its caller waits longer: the time passes in the caller's proxy, on " +
      "the network between the two proxies, or in the server's proxy. A proxy takes a few milliseconds; more " +
      "means that it lacks CPU, waits for a connection or for a filter such as an external authorizer. " +
      "The network takes more where packets are lost or sent again, or zones are far apart.",
    symptom:
      "DURATION at the caller's proxy is much larger than at the server's (network), or than " +
      "X-ENVOY-UPSTREAM-SERVICE-TIME in the same line (that proxy).",
    remedy:
      "For a proxy: look at its CPU limit, at filters on the path and at connection limits. For the network: " +
      "compare nodes and zones, and look for packet loss between them.",
    verify: "The part's share of the time falls.",
  },

  *consider(of) {
    for (const found of slowParts(of, ["clientProxy", "network", "serverProxy"])) {
      const { part, slow, timings, edge } = found;
      const where = placeOf(found);
      const msOf = (timing: typeof slow[number]) => timing.parts[part];
      yield {
        objects: objectsOf(found),
        title: `${slow.length} of ${timings.length} requests ${edgeLabel(edge)} lose ${
          Math.round(quantile(slow.map(msOf), 0.5))
        } ms ${where}`,
        facts: [
          ...timed(slow, {
            weight: "proven",
            what: where,
            msOf,
            side: part === "serverProxy" ? "server" : "client",
          }),
          ...timed(slow, {
            weight: "possible",
            what: "in the application meanwhile",
            msOf: ({ parts }) => parts.application,
          }).map(({ explains: _, ...fact }) => fact),
          ...(part === "network" ? failedConnections(found) : []),
        ],
        remedy: {
          title: part === "network"
            ? "Compare the nodes and zones of the two pods, and look for lost packets between them"
            : "Look at the CPU of that proxy and at the filters on its path",
        },
      };
    }
    for (const { at, ms, faster } of slowWays(of)) {
      yield {
        isSilent: true,
        objects: measuredObjects(of, at.workload),
        title: `requests of ${at.source || "unknown callers"} to ${of.label} lose ${
          Math.round(ms)
        } ms before the server's proxy, by the metrics`,
        facts: [
          measuredFact(at, "as the caller's proxy measured"),
          ...faster.map((server) => measuredFact(server, "as the server's proxy measured")),
        ],
        remedy: {
          title:
            "Compare the nodes and zones of the pods, and look at the CPU of the caller's proxy",
        },
      };
    }
  },
});

/** Endpoints that could not be connected to: a request waits for that before it is tried elsewhere. */
function failedConnections({ of: { walk, client } }: SlowPart): Fact[] {
  const endpoints = walk.targets.flatMap(({ endpoints }) => endpoints ?? []);
  return endpoints.flatMap(({ address, status }) => {
    const failed = status?.stats["cx_connect_fail"] ?? 0;
    return failed === 0 ? [] : [{
      weight: "possible" as const,
      source: `${client?.folder}/clusters.json`,
      detail: `${failed} connections to ${address} failed`,
    }];
  });
}

function placeOf({ part, slow }: SlowPart): string {
  const isGateways = part === "clientProxy" &&
    slow.some(({ exchange: { client } }) => client?.proxy.pod && isGateway(client.proxy.pod));
  return isGateways ? "in the gateway" : NAMES[part]!;
}

function objectsOf({ part, slow, of }: SlowPart): CauseResource[] {
  const clients = [...new Set(slow.flatMap(({ exchange }) => exchange.client?.proxy.pod ?? []))];
  const servers = [...new Set(slow.flatMap((timing) => podOf(of.mesh, timing) ?? []))];
  const pods = part === "clientProxy"
    ? clients
    : part === "serverProxy"
    ? servers
    : [...clients, ...servers];
  return [...workloadsOf(of.mesh, pods), ...pods.map((pod) => resourceOf(pod))];
}
