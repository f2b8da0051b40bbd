import { destinationRulesFor, formatLabels } from "../../../mesh/mod.ts";
import { lastTargets } from "../../case/case_facts.ts";
import { defineCause } from "../../cause.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { destinationInRoute } from "../../case/routes.ts";
import { exactly, logged } from "../../case/signs.ts";

/** A subset's labels match none of the service's pods, and the route sends requests there. */
export const subsetSelectsNoPods = defineCause({
  id: "MM-R02",
  name: "subset-selects-no-pods",
  title: "A subset on the route selects no pods",
  category: "configuration",
  severity: "critical",
  explains: ["MM-C01"],
  docs: {
    why:
      "A subset takes the pods of the service that also have the subset's labels. Where none has them, " +
      "its cluster is empty, and every request that the route sends there is answered with 503.",
    symptom: "503 UH only on the subset's cluster; with weights, for that share of the requests.",
    remedy: "Correct the subset's labels, deploy that version, or take the weight off the subset.",
    verify: "The subset's cluster has endpoints.",
  },

  *consider(of) {
    const client = (of.onward ?? of.walk).proxy?.pod;
    for (const { parsed, isDefined, endpoints, share, name } of lastTargets(of)) {
      if (!parsed?.subset || !isDefined || endpoints === undefined || share === 0) continue;
      if (endpoints.some(({ isUsable }) => isUsable)) continue;
      const { rules } = destinationRulesFor(
        of.mesh,
        parsed.host,
        client?.namespace ?? "",
        client?.labels,
      );
      const rule = rules.find(({ spec }) => spec.subsets?.some((s) => s.name === parsed.subset));
      const index = rule?.spec.subsets?.findIndex((s) => s.name === parsed.subset) ?? -1;
      const labels = rule?.spec.subsets?.[index]?.labels ?? {};
      const resource = of.mesh.services.declarations(parsed.host)[0]?.resource;
      if (resource?.identifier !== "Service") continue;
      const selector = resource.spec.selector ?? {};
      const pods = of.mesh.select("Pod", selector, resource.namespace);
      if (pods.length === 0) continue;
      const fitting = of.mesh.select("Pod", { ...selector, ...labels }, resource.namespace);
      if (fitting.length > 0) continue;
      const values = Object.keys(labels).map((key) =>
        `${key}: ${[...new Set(pods.map((pod) => pod.labels[key] ?? "(none)"))].sort().join(", ")}`
      );
      const route = destinationInRoute(of, parsed);
      const object = rule && resourceOf(rule, `spec.subsets[${index}].labels`);
      yield {
        objects: [...(object ? [object] : []), ...route],
        title:
          `subset ${parsed.subset} of ${parsed.host} selects ${
            formatLabels(labels)
          }, which no pod ` +
          `of the service has, and gets ${Math.round(share * 100)} % of the requests`,
        facts: [
          {
            weight: "proven",
            source: object
              ? `DestinationRule ${object.namespace}/${object.name} ${object.path}`
              : name,
            detail: `the pods have ${
              values.join("; ") || "other labels"
            }; ${name} has no endpoints`,
          },
          ...logged(of, { side: "client", flags: ["UH"], envoyCluster: exactly(name) }),
        ],
        remedy: {
          title: `Correct the labels of subset ${parsed.subset}, or take its weight away`,
          ...(object ? { action: edit(object) } : {}),
        },
      };
    }
  },
});
