import { defineCause } from "../../cause.ts";
import { edit, label } from "../../case/objects.ts";
import { routeField } from "../../case/routes.ts";
import { linesWith, logged } from "../../case/signs.ts";

/** Each try gets less time than the server needs, so every try is in vain. */
export const perTryTimeout = defineCause({
  id: "MM-C26",
  name: "per-try-timeout-too-short",
  title: "The timeout of each try is shorter than the answer takes",
  category: "configuration",
  severity: "medium",
  explains: ["MM-P02", "MM-C53", "MM-C47", "MM-C25"],
  docs: {
    why:
      "retries.perTryTimeout ends each try on its own. Shorter than the answer takes it makes every " +
      "try fail and multiplies the server's load by the number of attempts.",
    symptom:
      "504 UT or URX with upstream_per_try_timeout; the server sees several requests for one.",
    remedy: "Set perTryTimeout to the 99th percentile of the answer or more.",
    verify: "upstream_per_try_timeout disappears from the access log.",
  },

  *consider(of) {
    const sign = { side: "client", details: /per_try_timeout/ } as const;
    if (linesWith(of, sign).length === 0) return;
    const objects = routeField(of, "retries");
    const perTryMs = of.walk.route?.action.kind === "route"
      ? of.walk.route.action.route.retryPolicy?.perTryTimeoutMs
      : undefined;
    yield {
      objects: objects.map((o) => ({
        ...o,
        ...(o.path ? { path: `${o.path}.perTryTimeout` } : {}),
      })),
      title: `${objects[0] ? label(objects[0]) : "the route"} gives each try only ${
        perTryMs === undefined ? "a short time" : `${perTryMs} ms`
      }, less than the answer takes`,
      facts: [...logged(of, sign), ...logged(of, { side: "server", flags: ["DC"] }, "likely")],
      remedy: {
        title: "Raise perTryTimeout above the time of an answer",
        ...(objects[0] ? { action: edit(objects[0]) } : {}),
      },
    };
  },
});
