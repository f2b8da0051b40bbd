import {
  addressOf,
  type Case,
  configuredWalk,
  type Exchange,
  type LoggedRequest,
} from "../../../connectivity/mod.ts";
import type { CauseResource } from "../../../core/mod.ts";
import { edit, label } from "../../case/objects.ts";
import { routeField, routeSource } from "../../case/routes.ts";
import { linesWith, logged } from "../../case/signs.ts";
import type { Fact, Hypothesis } from "../../cause.ts";
import type { PerformanceCase } from "../../performance/case.ts";
import { definePerformanceCause } from "../../performance/cause.ts";

const TIMED_OUT = { side: "client", flags: ["UT"] } as const;

/** A caller gives up before what it waits for may give up. */
export const timeoutBudget = definePerformanceCause({
  id: "MM-P10",
  name: "timeout-budget-inverted",
  title: "A timeout is shorter than those behind it",
  category: "configuration",
  severity: "medium",
  explains: ["MM-C25", "MM-C26", "MM-P02"],
  docs: {
    why:
      "A route's timeout covers all tries, and all calls that the server makes meanwhile. Where the tries, or " +
      "the server's own calls, may take longer than that, they go on for nothing: they load the servers " +
      "behind, and the caller gets 504 all the same.",
    symptom:
      "504 UT at the caller while the server still waits for a call whose own timeout is longer, or after " +
      "several tries.",
    remedy:
      "Let timeouts decrease inwards: the caller's at least (attempts + 1) × perTryTimeout, and longer than " +
      "those of the calls behind it.",
    verify: "UT lines stop, or show at the innermost call only.",
  },

  *consider(of) {
    for (const { of: connection } of of.edges) {
      const { action } = connection.walk.route ?? {};
      const outerMs = action?.kind === "route" ? action.route.timeoutMs ?? 0 : 0;
      if (outerMs === 0 || linesWith(connection, TIMED_OUT).length === 0) continue;
      const [route] = routeField(connection, "timeout");
      const hypothesis = triesOf(connection, outerMs, route) ??
        callsOf(of, connection, outerMs, route);
      if (hypothesis) yield hypothesis;
    }
  },
});

/** The tries of the route itself take longer than its timeout. */
function triesOf(
  of: Case,
  outerMs: number,
  route: CauseResource | undefined,
): Hypothesis | undefined {
  const { action } = of.walk.route ?? {};
  const { numRetries = 0, perTryTimeoutMs = 0 } =
    (action?.kind === "route" ? action.route.retryPolicy : undefined) ?? {};
  const needMs = (numRetries + 1) * perTryTimeoutMs;
  if (needMs <= outerMs) return undefined;
  const fact: Fact = {
    weight: "proven",
    source: routeSource(of),
    detail: `timeout ${outerMs} ms < ${numRetries + 1} tries × ${perTryTimeoutMs} ms`,
  };
  return {
    objects: route ? [route] : [],
    title: `${route ? label(route) : "the route"} allows ${numRetries + 1} tries of ` +
      `${perTryTimeoutMs} ms in ${outerMs} ms`,
    facts: [fact, ...logged(of, TIMED_OUT)],
    remedy: {
      title: `Raise the timeout to ${needMs} ms, or try less often`,
      ...(route ? { action: edit(route) } : {}),
    },
  };
}

/** The server waits for a call that may take longer than its caller waits for it. */
function callsOf(
  { mesh, timings }: PerformanceCase,
  of: Case,
  outerMs: number,
  route: CauseResource | undefined,
): Hypothesis | undefined {
  const timedOut = new Set(linesWith(of, TIMED_OUT).map(({ exchange }) => exchange));
  const waiting = new Map<string, { call: LoggedRequest; innerMs: number; outer: Exchange[] }>();
  for (const { exchange, calls } of timings) {
    if (!timedOut.has(exchange)) continue;
    for (const call of calls) {
      if ((call.entry.durationMs ?? 0) < outerMs / 2) continue;
      const known = waiting.get(call.entry.upstreamCluster);
      if (known) known.outer.push(exchange);
      else {
        const innerMs = limitOf(mesh, call);
        waiting.set(call.entry.upstreamCluster, { call, innerMs, outer: [exchange] });
      }
    }
  }
  const worst = [...waiting.values()].find(({ innerMs }) => innerMs > outerMs);
  if (!worst) return undefined;
  const { call: { proxy, entry }, innerMs, outer } = worst;
  return {
    objects: route ? [route] : [],
    title: `${route ? label(route) : "the route"} gives up after ${outerMs} ms, while ` +
      `${proxy.id} may wait ${innerMs} ms for ${entry.authority}`,
    facts: [
      {
        weight: "decisive",
        source: `${proxy.folder}/config_dump.json`,
        detail: `its own call to ${entry.authority} may take ${innerMs} ms`,
        explains: outer,
      },
      ...logged(of, TIMED_OUT),
    ],
    remedy: {
      title:
        `Give the caller more than ${innerMs} ms, or the call to ${entry.authority} less than ` +
        `${outerMs} ms`,
      ...(route ? { action: edit(route) } : {}),
    },
  };
}

/** Milliseconds that a proxy's configuration gives a call it logged; 0 where there is no limit. */
function limitOf(
  mesh: PerformanceCase["mesh"],
  { entry, proxy }: LoggedRequest,
): number {
  const { ip, port } = addressOf(entry.downstreamLocal);
  const { authority, method, path } = entry;
  const { route } = configuredWalk(mesh, proxy, {
    ip,
    port: port ?? 80,
    authority,
    serverName: undefined,
    method,
    path,
    headers: new Map(),
  });
  if (route?.action.kind !== "route") return 0;
  const { timeoutMs = 0, retryPolicy } = route.action.route;
  const { numRetries = 0, perTryTimeoutMs = 0 } = retryPolicy ?? {};
  const triesMs = (numRetries + 1) * perTryTimeoutMs;
  return timeoutMs === 0 ? triesMs : triesMs === 0 ? timeoutMs : Math.min(timeoutMs, triesMs);
}
