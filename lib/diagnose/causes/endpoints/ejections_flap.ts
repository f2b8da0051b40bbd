import { type Case, isFailure } from "../../../connectivity/mod.ts";
import { destinationRulesOf, endpointsOf, lastTargets } from "../../case/case_facts.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause, type Fact } from "../../cause.ts";

/** Ejections that are no longer a single event. */
const MANY = 3;

/** Rounds of load balancing after which an endpoint without a request counts as taken out. */
const AWAY = 4;

/** Outlier detection takes endpoints out and puts them back again and again. */
export const ejectionsFlap = defineCause({
  id: "MM-C30",
  name: "ejections-flap",
  title: "Outlier detection ejects and readmits endpoints all the time",
  category: "configuration",
  severity: "medium",
  docs: {
    why:
      "With a low limit of errors and a short baseEjectionTime an endpoint is ejected at the first errors " +
      "and is back before it has recovered. Its siblings carry its load meanwhile, and may follow it.",
    symptom: "ejections_enforced_total grows, few are active at a time; errors come and go.",
    remedy:
      "Set interval 10s, baseEjectionTime 30s or more, consecutive5xxErrors 5; cure the endpoint that fails.",
    verify: "ejections_enforced_total stays.",
    links: [
      "https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/outlier",
    ],
  },

  *consider(of) {
    const [rule] = destinationRulesOf(of).filter(({ spec }) =>
      spec.trafficPolicy?.outlierDetection
    );
    if (!rule || linesWith(of, { codes: [500, 502, 503, 504] }).length === 0) return;
    const facts = [...ejectionsOf(of), ...returnsIn(of)];
    if (facts.length === 0) return;
    const { interval = "10s", baseEjectionTime = "30s", consecutive5xxErrors = 5 } =
      rule.spec.trafficPolicy?.outlierDetection ?? {};
    const object = resourceOf(rule, "spec.trafficPolicy.outlierDetection");
    yield {
      objects: [object],
      title: `outlier detection of ${label(object)} ejects endpoints again and again (after ` +
        `${consecutive5xxErrors} errors, for ${baseEjectionTime}, every ${interval})`,
      facts: [...facts, ...logged(of, { side: "client", codes: [500, 502, 503, 504] }, "possible")],
      remedy: {
        title: "Eject later and for longer, and cure the endpoint that fails",
        action: edit(object),
        patch:
          "trafficPolicy:\n  outlierDetection:\n    consecutive5xxErrors: 5\n    interval: 10s\n" +
          "    baseEjectionTime: 30s\n    maxEjectionPercent: 50\n",
      },
    };
  },
});

/** Ejections that the caller's proxy counted, where not all endpoints are out. */
function ejectionsOf(of: Case): Fact[] {
  const endpoints = endpointsOf(of);
  if (endpoints.length > 0 && endpoints.every(({ isEjected }) => isEjected)) return [];
  const { stats, folder } = (of.onward ?? of.walk).proxy ?? {};
  return lastTargets(of).flatMap(({ name }): Fact[] => {
    const stat = `cluster.${name}.outlier_detection.ejections_enforced_total`;
    const count = stats?.get(stat) ?? 0;
    return count >= MANY
      ? [{ weight: "likely", source: `${folder}/stats.json`, detail: `${stat} is ${count}` }]
      : [];
  });
}

/** Endpoints that failed, got no request while their siblings did, and failed again, as the log shows. */
function returnsIn(of: Case): Fact[] {
  const lines = linesWith(of, { side: "client" }).map(({ line }) => line)
    .filter(({ entry }) => entry.upstreamHost !== "")
    .toSorted((a, b) => a.entry.startMs - b.entry.startMs);
  const positions = Map.groupBy(lines.keys(), (i) => lines[i]!.entry.upstreamHost);
  // In turn every endpoint is chosen once a round; one that is missing for longer was out.
  const round = AWAY * positions.size;
  return [...positions].flatMap(([host, places]): Fact[] => {
    const returns = places.filter((place, i) =>
      i > 0 && place - places[i - 1]! > round && isFailure(lines[places[i - 1]!]!.entry)
    );
    return returns.length < MANY || positions.size < 2 ? [] : [{
      weight: "proven",
      source: `${lines[0]!.proxy.folder}/access.log`,
      detail: `${host} failed, got no request for a while and came back, ${returns.length} times`,
    }];
  });
}
