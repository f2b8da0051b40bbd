import { defineCause } from "../../cause.ts";
import { edit, label } from "../../case/objects.ts";
import { routeField } from "../../case/routes.ts";
import { linesWith, logged, type Sign } from "../../case/signs.ts";

/** The route gives the server less time than it needs. */
export const routeTimeout = defineCause({
  id: "MM-C25",
  name: "route-timeout-too-short",
  title: "The route's timeout is shorter than the answer takes",
  category: "configuration",
  severity: "high",
  explains: ["MM-P02"],
  docs: {
    why:
      "A route's timeout covers the whole answer, retries included. When it runs out the proxy " +
      "answers 504 and gives the request up, while the server may still work on it.",
    symptom:
      "504 with flag UT and details response_timeout, each after the same time; the server's proxy " +
      "sees the caller go (DC).",
    remedy: "Raise the timeout above the time that the server needs, or make the server faster.",
    verify: "UT lines stop.",
  },

  *consider(of) {
    // Where the caller's log was not read, the server's shows when the caller's proxy left.
    const isSeen = of.exchanges.some(({ client }) => client);
    const sign: Sign = isSeen
      ? { side: "client", flags: ["UT"], details: /response_timeout/ }
      : { side: "server", flags: ["DC"] };
    const lines = linesWith(of, sign);
    if (lines.length === 0) return;
    const timeoutMs = of.walk.route?.action.kind === "route"
      ? of.walk.route.action.route.timeoutMs
      : undefined;
    const durations = lines.flatMap(({ line }) => line.entry.durationMs ?? []);
    const shortest = Math.min(...durations), longest = Math.max(...durations);
    const isAtTimeout = timeoutMs !== undefined && timeoutMs > 0 &&
      shortest >= timeoutMs * 0.9 && longest <= timeoutMs * 1.5 + 100;
    if (!isSeen && !isAtTimeout) return;
    const objects = routeField(of, "timeout");
    const [route] = objects;
    yield {
      objects,
      title: `${route ? label(route) : "the route"} gives up after ${
        timeoutMs === undefined ? `${shortest} ms` : `${timeoutMs} ms`
      }, before the server has answered`,
      facts: [
        ...logged(of, sign, isSeen ? "decisive" : "likely"),
        ...(timeoutMs !== undefined && durations.length > 0
          ? [{
            weight: isAtTimeout ? "proven" as const : "against" as const,
            source: `${of.client?.folder}/config_dump.json`,
            detail:
              `the route's timeout is ${timeoutMs} ms; requests ended after ${shortest} to ${longest} ms`,
          }]
          : []),
        ...(isSeen ? logged(of, { side: "server", flags: ["DC"] }, "likely") : []),
      ],
      remedy: {
        title: "Raise the timeout, or make the server faster",
        ...(route ? { action: edit(route) } : {}),
      },
    };
  },
});
