import { isFailure } from "../../../connectivity/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { destinationRulesOf } from "../../case/case_facts.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { virtualServiceOf } from "../../case/routes.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause, type Fact } from "../../cause.ts";

/** The route named a cluster that came only later: for a while requests found none. */
export const routeBeforeSubset = defineCause({
  id: "MM-R03",
  name: "route-before-subset",
  title: "The route was applied before what it leads to",
  category: "configuration",
  severity: "medium",
  explains: ["MM-C46"],
  docs: {
    why:
      "A VirtualService that names a subset acts as soon as the proxies have it. Where the DestinationRule " +
      "with the subset comes later, or its removal comes first, requests meet a cluster that is not there.",
    symptom: "A burst of 503 NC when something was applied, and none since.",
    remedy:
      "Apply the DestinationRule first, wait until proxy-status shows SYNCED, then the VirtualService; " +
      "remove them in the opposite order.",
    verify: "The next rollout shows no NC lines.",
    links: [
      "https://istio.io/latest/docs/ops/best-practices/traffic-management/#avoid-503-errors-while-reconfiguring-service-routes",
    ],
  },

  *consider(of) {
    const sign = { side: "client", flags: ["NC"] } as const;
    const lines = linesWith(of, sign);
    const { targets } = of.walk;
    const vs = virtualServiceOf(of);
    if (lines.length === 0 || !vs || targets.length === 0) return;
    if (!targets.every(({ isDefined }) => isDefined)) return;
    const last = Math.max(...lines.map(({ line }) => line.entry.startMs));
    const passedSince = of.exchanges.some(({ client }) =>
      client && client.entry.startMs > last && !isFailure(client.entry)
    );
    if (!passedSince) return;
    const rules = destinationRulesOf(of);
    const object = resourceOf(vs);
    yield {
      objects: [object, ...rules.map((rule) => resourceOf(rule))],
      title:
        `${
          label(object)
        } led to a cluster that was not there yet: ${lines.length} requests failed ` +
        "until it came",
      facts: [...logged(of, sign), ...rules.flatMap((rule) => laterThan(vs, rule))],
      remedy: { title: "Apply the DestinationRule before the VirtualService" },
    };
  },
});

function laterThan(vs: Resource, rule: Resource): Fact[] {
  const [route, subsets] = [vs, rule].map(({ object }) =>
    Date.parse(String(object.metadata.creationTimestamp ?? ""))
  );
  if (!(subsets! > route!)) return [];
  return [{
    weight: "likely",
    source: `${label(resourceOf(rule))} metadata.creationTimestamp`,
    detail: `was created ${Math.round((subsets! - route!) / 1000)} s after ${
      label(resourceOf(vs))
    }`,
  }];
}
