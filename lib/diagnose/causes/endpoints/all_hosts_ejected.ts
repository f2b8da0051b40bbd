import { destinationRulesOf, endpointsOf } from "../../case/case_facts.ts";
import { defineCause } from "../../cause.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

/** Outlier detection has taken every endpoint out of load balancing. */
export const allHostsEjected = defineCause({
  id: "MM-C29",
  name: "all-hosts-ejected",
  title: "Outlier detection has ejected every endpoint",
  category: "configuration",
  severity: "critical",
  explains: ["MM-C01", "MM-C46", "MM-C53", "MM-C54"],
  docs: {
    why:
      "outlierDetection ejects endpoints that answer with errors. With maxEjectionPercent 100 and " +
      "minHealthPercent 0 all can be ejected at once; until baseEjectionTime passes the caller's proxy " +
      "has nowhere to send requests.",
    symptom:
      "503 UH although the endpoints are ready; failed_outlier_check in the proxy's cluster list.",
    remedy:
      "Limit maxEjectionPercent to 50, set minHealthPercent 50, and cure what made the errors.",
    verify: "UH lines stop, and no endpoint shows failed_outlier_check.",
  },

  *consider(of) {
    const rules = destinationRulesOf(of).filter(({ spec }) =>
      spec.trafficPolicy?.outlierDetection ||
      spec.subsets?.some((subset) => subset.trafficPolicy?.outlierDetection)
    );
    const endpoints = endpointsOf(of);
    const ejected = endpoints.filter(({ isEjected }) => isEjected);
    const refused = linesWith(of, { side: "client", flags: ["UH"] });
    if (rules.length === 0 || endpoints.length === 0) return;
    const all = ejected.length === endpoints.length;
    // The endpoints may be back by the time of the recording; requests that found none prove it too.
    const wasEmpty = refused.length > 0 && endpoints.some(({ isUsable }) => isUsable);
    if (!all && !wasEmpty) return;
    const objects = rules.map((rule) => resourceOf(rule, "spec.trafficPolicy.outlierDetection"));
    yield {
      objects,
      title: `outlier detection of ${label(objects[0]!)} ejected ${
        all ? `all ${endpoints.length} endpoints` : "every endpoint for a while"
      }`,
      facts: [
        ...(all
          ? [{
            weight: "proven" as const,
            source: `${of.client?.folder}/clusters.json`,
            detail: `failed_outlier_check on ${ejected.map(({ address }) => address).join(", ")}`,
          }]
          : []),
        ...logged(of, { side: "client", flags: ["UH"] }),
        ...logged(of, { side: "server", codes: [500, 502, 503, 504] }, "possible"),
      ],
      remedy: {
        title: "Limit ejection to half of the endpoints, and cure the errors behind it",
        action: edit(objects[0]!),
        patch:
          "trafficPolicy:\n  outlierDetection:\n    consecutive5xxErrors: 5\n    interval: 10s\n" +
          "    baseEjectionTime: 30s\n    maxEjectionPercent: 50\n    minHealthPercent: 50\n",
      },
    };
  },
});
