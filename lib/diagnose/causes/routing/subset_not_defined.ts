import { destinationRulesFor } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf } from "../../objects.ts";
import { logged } from "../../signs.ts";
import { destinationInRoute } from "../../routes.ts";
import { patchOf } from "../../patch.ts";

/** A route sends requests to a subset that no DestinationRule visible to the client defines. */
export const subsetNotDefined = defineCause({
  id: "MM-R01",
  name: "subset-not-defined",
  title: "A route names a subset that no DestinationRule defines",
  category: "configuration",
  severity: "critical",
  explains: ["MM-R32", "MM-X02"],
  docs: {
    why:
      "istiod makes one Envoy cluster per subset of the DestinationRule. Where the subset is not " +
      "defined there is no cluster, and the proxy answers 503 itself.",
    symptom: "503 with flag NC and details cluster_not_found at the caller's proxy.",
    remedy: "Define the subset in the DestinationRule first, or route to one that exists.",
    verify: "The proxy's cluster list then shows the subset, and NC lines stop.",
    links: [
      "https://istio.io/latest/docs/ops/common-problems/network-issues/#503-errors-after-setting-destination-rule",
    ],
  },

  *consider(of) {
    for (const { name, parsed, envoyCluster } of of.walk.targets) {
      if (envoyCluster || !parsed?.subset) continue;
      const { rules } = destinationRulesFor(of.mesh, parsed.host, of.caller.namespace);
      const subsets = rules.flatMap(({ spec }) => (spec.subsets ?? []).map((s) => s.name ?? ""));
      if (subsets.includes(parsed.subset)) continue;
      const route = destinationInRoute(of, parsed);
      const share = Math.round((of.walk.targets.find((t) => t.name === name)?.share ?? 1) * 100);
      yield {
        objects: [...route, ...rules.map((rule) => resourceOf(rule, "spec.subsets"))],
        title: `the route sends ${share} % to subset ${parsed.subset} of ${parsed.host}, which ` +
          (rules.length === 0
            ? "no DestinationRule defines"
            : `DestinationRule ${rules[0]!.namespace}/${rules[0]!.name} does not define`),
        facts: [
          {
            weight: "proven",
            source: `${of.client?.folder}/config_dump.json`,
            detail: `the route's cluster ${name} is not among the proxy's clusters`,
          },
          ...logged(of, { side: "client", flags: ["NC"] }),
        ],
        remedy: {
          title: subsets.length > 0
            ? `Route to one of ${subsets.join(", ")}, or define subset ${parsed.subset}`
            : `Define subset ${parsed.subset} for ${parsed.host}`,
          action: `kubectl -n ${route[0]?.namespace} edit virtualservice ${route[0]?.name}`,
          patch: patchOf({
            apiVersion: "networking.istio.io/v1",
            kind: "DestinationRule",
            metadata: {
              name: rules[0]?.name ?? parsed.host.split(".")[0],
              namespace: rules[0]?.namespace ?? of.destination.service?.namespace,
            },
            spec: {
              host: rules[0]?.spec.host ?? parsed.host,
              subsets: [
                ...(rules[0]?.spec.subsets ?? []),
                { name: parsed.subset, labels: { version: parsed.subset } },
              ],
            },
          }),
        },
      };
    }
  },
});
