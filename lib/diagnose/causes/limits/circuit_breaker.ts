import { destinationRulesOf, lastTargets } from "../../case/case_facts.ts";
import { defineCause } from "../../cause.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** The caller's proxy has reached the connection pool limits of a DestinationRule. */
export const circuitBreakerOpen = defineCause({
  id: "MM-C27",
  name: "circuit-breaker-open",
  title: "The caller's connection pool limit is reached",
  category: "configuration",
  severity: "high",
  docs: {
    why:
      "A DestinationRule's connectionPool limits connections, waiting requests and requests of each " +
      "client proxy. What goes beyond is answered with 503 at once.",
    symptom: "503 with flag UO and details overflow at the caller's proxy.",
    remedy:
      "Raise the limits to what the load needs (requests per second and client × latency, with " +
      "room), add replicas, or keep them where shedding is wanted.",
    verify: "UO lines stop under the same load.",
  },

  *consider(of) {
    const facts = logged(of, { side: "client", flags: ["UO"] });
    if (facts.length === 0) return;
    const rules = destinationRulesOf(of);
    const limits = lastTargets(of).flatMap(({ name, status }) =>
      Object.entries(status?.limits ?? {}).filter(([, value]) => value < 4294967295)
        .map(([key, value]) => ({ name, key, value }))
    );
    const objects = rules.map((rule) => resourceOf(rule, "spec.trafficPolicy.connectionPool"));
    const [first] = objects;
    const shown = limits.map(({ key, value }) => `${key} ${value}`).join(", ");
    yield {
      objects,
      title: `requests overflow the connection pool${first ? ` of ${label(first)}` : ""}` +
        (shown ? ` (${shown})` : ""),
      facts: [
        ...facts,
        ...(shown && first
          ? [{
            weight: "proven" as const,
            source: `${of.client?.folder}/clusters.json`,
            detail: shown,
          }]
          : []),
      ],
      remedy: {
        title: "Raise maxConnections and http1MaxPendingRequests, or add replicas",
        ...(first ? { action: edit(first) } : {}),
      },
    };
  },
});
