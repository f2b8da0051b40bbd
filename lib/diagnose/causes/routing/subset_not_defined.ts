import { nearest } from "../../../core/mod.ts";
import { destinationRulesFor } from "../../../mesh/mod.ts";
import { setting } from "../../case/cure.ts";
import { missingCluster } from "../../case/missing_cluster.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { destinationInRoute, virtualServiceOf } from "../../case/routes.ts";
import { defineCause } from "../../cause.ts";

/** A route sends requests to a subset that no DestinationRule visible to the client defines. */
export const subsetNotDefined = defineCause({
  id: "MM-R01",
  name: "subset-not-defined",
  title: "A route names a subset that no DestinationRule defines",
  category: "configuration",
  severity: "critical",
  docs: {
    why:
      "istiod makes one Envoy cluster per subset of the DestinationRule. Where the subset is not " +
      "defined there is no cluster, and the proxy answers 503 itself.",
    symptom: "503 with flag NC and details cluster_not_found at the caller's proxy.",
    remedy: "Define the subset in the DestinationRule first, or route to one that exists.",
    verify: "The proxy's cluster list then shows the subset, and NC lines stop.",
    links: ["https://istio.io/latest/docs/ops/common-problems/network-issues/"],
  },

  *consider(of) {
    for (const { target, parsed, facts } of missingCluster(of)) {
      if (parsed.subset === "" || of.mesh.services.declarations(parsed.host).length === 0) continue;
      const { rules } = destinationRulesFor(of.mesh, parsed.host, of.client?.pod?.namespace ?? "");
      const [rule] = rules;
      const subsets = rules.flatMap(({ spec }) => spec.subsets ?? []);
      if (subsets.some(({ name }) => name === parsed.subset)) continue;
      const vs = virtualServiceOf(of);
      const [route] = destinationInRoute(of, parsed);
      const names = subsets.map(({ name }) => name ?? "");
      const near = names.filter((name) => nearest(parsed.subset, [name]));
      const [likely] = names.length === 1 ? names : near.length === 1 ? near : [];
      const share = Math.round(target.share * 100);
      yield {
        objects: [
          ...(route ? [route] : []),
          ...rules.map((rule) => resourceOf(rule, "spec.subsets")),
        ],
        title: `the route sends ${share} % to subset ${parsed.subset} of ${parsed.host}, which ` +
          (rule
            ? `DestinationRule ${rule.namespace}/${rule.name} does not define`
            : "no DestinationRule defines"),
        facts,
        remedy: {
          title: likely
            ? `Route to ${likely}, or define ${parsed.subset}`
            : names.length > 0
            ? `Route to one of ${names.join(", ")}, or define ${parsed.subset}`
            : `Define subset ${parsed.subset} of ${parsed.host}`,
          ...(vs && route?.path && likely
            ? setting(vs, route.path, likely)
            : route
            ? { action: edit(route) }
            : {}),
        },
      };
    }
  },
});
