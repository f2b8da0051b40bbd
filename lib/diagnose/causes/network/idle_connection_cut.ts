import type { Case } from "../../../connectivity/mod.ts";
import { destinationRulesFor, hasProxy } from "../../../mesh/mod.ts";
import { resourceOf } from "../../case/objects.ts";
import { creating, setting } from "../../case/cure.ts";
import { linesWith, summarize } from "../../case/signs.ts";
import { serversOf } from "../../case/case_facts.ts";
import { defineCause, type Remedy } from "../../cause.ts";

/** Idle timeouts of load balancers and firewalls, in seconds: round numbers that providers document. */
const USUAL_S = [60, 240, 300, 350, 600, 900, 3600] as const;

/** How close durations must be to one of them, as a part of it. */
const CLOSE = 0.03;

/** Something between the proxies and the outside forgets connections that are idle for a constant time. */
export const idleConnectionCut = defineCause({
  id: "MM-C23",
  name: "idle-connection-cut",
  title: "A load balancer or firewall cuts connections after a constant time",
  category: "network",
  severity: "medium",
  docs: {
    why:
      "Load balancers, NAT gateways and firewalls forget a connection over which nothing passes for some " +
      "minutes. Neither end is told; the next bytes are answered with a reset.",
    symptom:
      "UC, UR, DC or DR on connections whose durations are all close to one value, such as 60 s or 350 s.",
    remedy:
      "Send keep-alives more often than that: connectionPool.tcp.tcpKeepalive, or raise the idle timeout.",
    verify: "Connections live longer than that value.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings-TCPSettings-TcpKeepalive",
    ],
  },

  *consider(of) {
    // Between two proxies of the mesh there is no such thing.
    const isInside = !of.caller.isExternal && serversOf(of).some(({ pod }) => hasProxy(pod));
    if (isInside) return;
    // Who leaves a request after a round time has a timeout of his own.
    const found = linesWith(of, { side: "client", flags: ["UC", "UR", "DC", "DR"] })
      .filter(({ line: { entry } }) =>
        entry.protocol === "" || entry.flags.some((flag) => flag.startsWith("U"))
      );
    const durations = found.flatMap(({ line }) => line.entry.durationMs ?? []);
    const limit = USUAL_S.find((seconds) =>
      durations.every((ms) => Math.abs(ms / 1000 - seconds) <= CLOSE * seconds)
    );
    if (found.length < 3 || limit === undefined) return;
    const { host, service } = of.destination;
    yield {
      objects: [
        ...(service ? [resourceOf(service.resource)] : []),
        ...[...new Set(found.flatMap(({ line }) => line.proxy.pod ?? []))].map((pod) =>
          resourceOf(pod)
        ),
      ],
      title:
        `connections to ${host} are cut after ${limit} s: something on the way forgets idle ones`,
      facts: [{
        weight: found.length >= 5 ? "decisive" : "proven",
        source: `${found[0]!.line.proxy.folder}/access.log`,
        detail: `${summarize(found.map(({ line }) => line))}; all of ${Math.min(...durations)} to ${
          Math.max(...durations)
        } ms`,
        explains: [...new Set(found.map(({ exchange }) => exchange))],
      }],
      remedy: {
        title: `Send keep-alives more often than every ${limit} s`,
        ...keepAliveOf(of),
      },
    };
  },
});

const KEEP_ALIVE = { time: "30s", interval: "15s" };

/** Keep-alives in the DestinationRule of the host, else in a new one of its Service. */
function keepAliveOf(of: Case): Partial<Remedy> {
  const { host, service } = of.destination;
  if (!service) return {};
  const { name, namespace } = service.resource;
  const [rule] = destinationRulesFor(of.mesh, host, namespace).rules;
  const path = "spec.trafficPolicy.connectionPool.tcp.tcpKeepalive";
  if (rule) return setting(rule, path, KEEP_ALIVE);
  return creating({
    apiVersion: "networking.istio.io/v1",
    kind: "DestinationRule",
    metadata: { name, namespace },
    spec: { host, trafficPolicy: { connectionPool: { tcp: { tcpKeepalive: KEEP_ALIVE } } } },
  }, of.mesh.home);
}
