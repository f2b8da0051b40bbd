import { destinationRulesFor, type Resource } from "../../../mesh/mod.ts";
import { lastTargets } from "../../case/case_facts.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { defineCause } from "../../cause.ts";

/** Several DestinationRules of one namespace are for the host, and a policy of the later has no effect. */
export const destinationRulesMerged = defineCause({
  id: "MM-R06",
  name: "conflicting-destination-rules-for-host",
  title: "Several DestinationRules are for the host, only one's policy acts",
  category: "configuration",
  severity: "medium",
  docs: {
    why:
      "istiod merges the DestinationRules of a namespace for one host: all their subsets count, but the " +
      "traffic policy is that of the oldest rule that has one, and of two subsets with one name the older.",
    symptom: "Limits, TLS or load balancing that one of the rules sets do not show in the cluster.",
    remedy: "Write one DestinationRule with all subsets and one traffic policy.",
    verify: "The cluster has the settings.",
    links: [
      "https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services",
    ],
  },

  *consider(of) {
    const client = (of.onward ?? of.walk).proxy?.pod;
    if (!client) return;
    for (const host of new Set(lastTargets(of).flatMap(({ parsed }) => parsed?.host ?? []))) {
      const { rules } = destinationRulesFor(of.mesh, host, client.namespace, client.labels);
      const [first, ...later] = rules.filter(({ spec }) => !spec.workloadSelector);
      if (!first) continue;
      const overruled = later.flatMap((rule) => {
        const what = withoutEffect(first, rule);
        return what ? [{ rule, what }] : [];
      });
      const [worst] = overruled;
      if (!worst) continue;
      const object = resourceOf(worst.rule, worst.what);
      yield {
        isSilent: true,
        objects: [
          object,
          resourceOf(first),
          ...overruled.slice(1).map(({ rule }) => resourceOf(rule)),
        ],
        title: `${worst.what.slice("spec.".length)} of ${label(object)} has no effect: ` +
          `${label(resourceOf(first))} is for ${host} too, and older`,
        facts: overruled.map(({ rule, what }) => ({
          weight: "proven",
          source: `${label(resourceOf(rule))} ${what}`,
          detail: `differs from that of ${label(resourceOf(first))}, which wins`,
        })),
        remedy: { title: "Merge the rules into one", action: edit(object) },
      };
    }
  },
});

/** The field of the later rule that the first makes ineffective, if it says anything else. */
function withoutEffect(
  first: Resource<"DestinationRule">,
  later: Resource<"DestinationRule">,
): string | undefined {
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const { trafficPolicy, subsets = [] } = later.spec;
  if (
    first.spec.trafficPolicy && trafficPolicy && differs(first.spec.trafficPolicy, trafficPolicy)
  ) {
    return "spec.trafficPolicy";
  }
  const index = subsets.findIndex((subset) =>
    first.spec.subsets?.some((own) => own.name === subset.name && differs(own, subset))
  );
  return index < 0 ? undefined : `spec.subsets[${index}]`;
}
