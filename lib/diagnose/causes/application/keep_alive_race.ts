import type { Case } from "../../../connectivity/mod.ts";
import { destinationRulesFor } from "../../../mesh/mod.ts";
import { serviceOf } from "../../case/case_facts.ts";
import { creating, setting } from "../../case/cure.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause, type Remedy } from "../../cause.ts";

/** Below the shortest keep-alive time that servers come with, which is five seconds (Node.js). */
const IDLE_TIMEOUT = "3s";

/** The application closes kept connections that the proxy is about to use again. */
export const keepAliveRace = defineCause({
  id: "MM-C20",
  name: "keep-alive-race",
  title: "The application closes connections that the proxy uses again",
  category: "application",
  severity: "medium",
  explains: ["MM-C46", "MM-C54"],
  docs: {
    why:
      "The proxy keeps connections to the application open for an hour and sends the next request on " +
      "them. An application that closes idle connections sooner, or resets them, drops the request that " +
      "is on its way at that moment.",
    symptom:
      "Some requests end with 503 UC and details connection_termination at the server's proxy " +
      "(inbound cluster), after few milliseconds, while others succeed and no container restarts.",
    remedy:
      "Let the proxy close first: connectionPool.http.idleTimeout in the DestinationRule below the " +
      "application's keep-alive time; or raise that time in the application.",
    verify: "UC lines stop.",
  },

  *consider(of) {
    const side = of.servers.some((server) => server.log) ? "server" : "client";
    const sign = { side, flags: ["UC"], details: /connection_termination/ } as const;
    const lines = linesWith(of, sign);
    if (lines.length === 0) return;
    const answered = linesWith(of, { side, details: /^via_upstream$/ });
    const pods = [...new Set(lines.flatMap(({ line }) => line.proxy.pod ?? []))];
    const restarts = pods.filter((pod) => restartedSince(pod, of.exchanges));
    const service = serviceOf(of);
    const workloads = side === "server" ? workloadsOf(of.mesh, pods) : [];
    const name = workloads.map(({ kind, name }) => `${kind} ${name}`).join(", ") ||
      of.destination.host;
    yield {
      objects: [...workloads, ...(service ? [resourceOf(service)] : [])],
      title: `${name} closes connections while requests are on their way ` +
        `(${lines.length} of ${lines.length + answered.length})`,
      facts: [
        ...logged(of, sign, answered.length > 0 ? "decisive" : "likely"),
        ...(restarts.length > 0
          ? [{
            weight: "excluding" as const,
            source: `Pod ${restarts[0]!.namespace}/${restarts[0]!.name} status`,
            detail: "a container was terminated meanwhile",
          }]
          : []),
      ],
      remedy: {
        title: "Close idle connections before the application does",
        ...cureOf(of),
      },
    };
  },
});

/** The proxy keeps idle connections for less time than applications usually do. */
function cureOf(of: Case): Partial<Remedy> {
  const service = serviceOf(of);
  if (!service) return {};
  const { namespace, name, cluster } = service;
  const { host } = of.destination;
  const [rule] = destinationRulesFor(of.mesh, host, namespace).rules;
  return rule
    ? setting(rule, "spec.trafficPolicy.connectionPool.http.idleTimeout", IDLE_TIMEOUT)
    : creating({
      apiVersion: "networking.istio.io/v1",
      kind: "DestinationRule",
      metadata: { name, namespace },
      spec: { host, trafficPolicy: { connectionPool: { http: { idleTimeout: IDLE_TIMEOUT } } } },
    }, cluster);
}

function restartedSince(
  { status }: NonNullable<Parameters<typeof workloadsOf>[1][number]>,
  exchanges: Parameters<typeof keepAliveRace.consider>[0]["exchanges"],
): boolean {
  const first = Math.min(
    ...exchanges.map(({ client, servers }) => (client ?? servers[0])?.entry.startMs ?? Infinity),
  );
  return (status.containerStatuses ?? []).some(({ lastState }) =>
    Date.parse(lastState?.terminated?.finishedAt ?? "") >= first
  );
}
