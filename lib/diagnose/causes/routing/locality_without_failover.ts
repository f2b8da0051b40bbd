import { type Case, isFailure, type LoggedRequest } from "../../../connectivity/mod.ts";
import { compare } from "../../../core/mod.ts";
import type { DestinationRuleTrafficPolicyLoadBalancerLocalityLbSetting as LocalitySetting } from "../../../mesh/mod.ts";
import { destinationRulesOf, endpointsOf } from "../../case/case_facts.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** Requests fail in one locality while another one is healthy, and load balancing does not leave it. */
export const localityWithoutFailover = defineCause({
  id: "MM-R23",
  name: "locality-does-not-fail-over",
  title: "Requests stay in a locality that fails although another one is healthy",
  category: "configuration",
  severity: "high",
  explains: ["MM-C01", "MM-C52", "MM-C54", "MM-C56"],
  docs: {
    why:
      "Envoy leaves a locality only when it knows that its endpoints are unhealthy, and it learns that by " +
      "outlierDetection. Without it failover settings have no effect; distribute sends fixed shares, also " +
      "to a locality without endpoints.",
    symptom: "UF, UH or errors from the hosts of one zone, while the hosts of another one answer.",
    remedy: "Add outlierDetection beside localityLbSetting, and label nodes with region and zone.",
    verify: "Requests go to the other locality, and errors stop.",
    links: [
      "https://istio.io/latest/docs/tasks/traffic-management/locality-load-balancing/failover/",
    ],
  },

  *consider(of) {
    for (const rule of destinationRulesOf(of)) {
      const { loadBalancer, outlierDetection } = rule.spec.trafficPolicy ?? {};
      const setting = loadBalancer?.localityLbSetting;
      if (!setting || setting.enabled === false) continue;
      const trouble = outlierDetection ? undefined : failingLocality(of);
      const empty = emptyLocality(of, setting);
      if (!trouble && !empty) continue;
      const object = resourceOf(rule, "spec.trafficPolicy.loadBalancer.localityLbSetting");
      yield {
        objects: [object],
        title: trouble
          ? `requests fail in ${trouble.bad} and succeed in ${trouble.good}, and without ` +
            `outlierDetection ${label(object)} does not fail over`
          : `${label(object)} distributes to localities without endpoints`,
        facts: [
          {
            weight: "proven",
            source: label(object),
            detail: trouble ? "localityLbSetting without outlierDetection" : "distribute",
          },
          ...(trouble
            ? [{
              weight: "decisive" as const,
              source: "access logs",
              detail:
                `${trouble.lines.length} requests fail in ${trouble.bad}, none in ${trouble.good}`,
              explains: of.exchanges.filter(({ client }) =>
                client && trouble.lines.includes(client)
              ),
            }]
            : logged(of, { side: "client", flags: ["UH"] })),
        ],
        remedy: {
          title: "Add outlierDetection to the DestinationRule",
          action: edit(object),
          patch: "trafficPolicy:\n  outlierDetection:\n    consecutive5xxErrors: 5\n" +
            "    interval: 10s\n    baseEjectionTime: 30s\n",
        },
      };
    }
  },
});

interface FailingLocality {
  readonly bad: string;
  readonly good: string;
  readonly lines: readonly LoggedRequest[];
}

/** The locality all of whose requests fail, where another one has none that does. */
function failingLocality(of: Case): FailingLocality | undefined {
  const byLocality = Map.groupBy(
    linesWith(of, { side: "client" }).map(({ line }) => line),
    ({ entry }) => localityOf(of, entry.upstreamHost),
  );
  byLocality.delete(undefined);
  const all = [...byLocality].map(([locality = "", lines]) => ({
    locality,
    lines,
    failed: lines.filter(({ entry }) => isFailure(entry)).length,
  })).sort((a, b) => compare(a.locality, b.locality));
  const bad = all.find(({ lines, failed }) => failed === lines.length);
  const good = all.find(({ failed }) => failed === 0);
  return bad && good && { bad: bad.locality, good: good.locality, lines: bad.lines };
}

/** `region/zone` of an endpoint: of its pod's node, or as the proxy was told. */
function localityOf(of: Case, address: string): string | undefined {
  const endpoint = endpointsOf(of).find((each) => each.address === address);
  const pod = endpoint?.pod ?? of.mesh.podAt(address.replace(/:\d+$/, ""));
  const labels = of.mesh.get("Node", "", pod?.spec.nodeName ?? "")?.labels ?? {};
  const known = [labels["topology.kubernetes.io/region"], labels["topology.kubernetes.io/zone"]]
    .filter((part) => part !== undefined);
  return pod?.labels["istio-locality"] ??
    (known.join("/") || endpoint?.status?.locality || undefined);
}

/** Whether shares are fixed, requests find no host, and there are endpoints all the same. */
function emptyLocality(of: Case, { distribute = [] }: LocalitySetting): boolean {
  return distribute.length > 0 && endpointsOf(of).some(({ isUsable }) => isUsable) &&
    linesWith(of, { side: "client", flags: ["UH"] }).length > 0;
}
