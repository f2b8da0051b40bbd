import {
  destinationRulesFor,
  exportedTo,
  exportTargets,
  fqdn,
  type Resource,
} from "../../../mesh/mod.ts";
import { lastTargets } from "../../case/case_facts.ts";
import { defineCause } from "../../cause.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

/** A DestinationRule nearer to the caller takes the place of the service's own. */
export const destinationRuleShadowed = defineCause({
  id: "MM-R07",
  name: "destination-rule-shadowed",
  title: "A DestinationRule nearer to the caller replaces the service's own",
  category: "configuration",
  severity: "high",
  explains: ["MM-R01", "MM-T02", "MM-T03", "MM-C27", "MM-R27"],
  docs: {
    why:
      "istiod takes the DestinationRule of the caller's namespace, else the service's, else the root " +
      "namespace's. The first that is there replaces the others whole: their subsets and settings are gone " +
      "for these callers.",
    symptom: "Callers of one namespace fail (NC, UF, UC, UO) while others work.",
    remedy: "Delete the nearer rule, or give it what the service's own has.",
    verify: "The cluster's metadata names the service's DestinationRule.",
  },

  *consider(of) {
    const client = (of.onward ?? of.walk).proxy?.pod;
    const parsed = lastTargets(of)[0]?.parsed;
    const service = parsed && of.mesh.services.declarations(parsed.host)[0];
    if (!client || !parsed || !service || client.namespace === service.namespace) return;
    const { rules, tier } = destinationRulesFor(
      of.mesh,
      parsed.host,
      client.namespace,
      client.labels,
    );
    const [nearer] = rules;
    if (tier !== "client" || !nearer) return;
    const [own] = of.mesh.list("DestinationRule", service.namespace).filter((dr) =>
      fqdn(dr.spec.host ?? "", dr.namespace) === parsed.host &&
      exportedTo(exportTargets(dr.spec.exportTo, dr.namespace), client.namespace)
    );
    if (!own || !isReasonOf(of, nearer, own, parsed.subset)) return;
    const object = resourceOf(nearer, "spec");
    yield {
      objects: [object, resourceOf(own)],
      title: `${label(object)} replaces ${
        label(resourceOf(own))
      } for callers in ${client.namespace}`,
      facts: [
        {
          weight: "proven",
          source: label(object),
          detail: `is looked up before ${
            label(resourceOf(own))
          }, which therefore has no effect here`,
        },
        ...logged(of, { side: "client", flags: ["NC", "UF", "UC", "UO"] }),
      ],
      remedy: { title: "Delete the nearer rule, or merge the two", action: edit(object) },
    };
  },
});

/** Whether the nearer rule lacks or changes what the failing requests need. */
function isReasonOf(
  of: Parameters<typeof lastTargets>[0],
  nearer: Resource<"DestinationRule">,
  own: Resource<"DestinationRule">,
  subset: string,
): boolean {
  const has = (dr: Resource<"DestinationRule">) =>
    dr.spec.subsets?.some(({ name }) => name === subset);
  if (subset !== "" && !has(nearer) && has(own)) return true;
  const differs = (field: "tls" | "connectionPool") =>
    JSON.stringify(nearer.spec.trafficPolicy?.[field]) !==
      JSON.stringify(own.spec.trafficPolicy?.[field]);
  return differs("tls") && linesWith(of, { side: "client", flags: ["UF", "UC"] }).length > 0 ||
    differs("connectionPool") && linesWith(of, { side: "client", flags: ["UO"] }).length > 0;
}
