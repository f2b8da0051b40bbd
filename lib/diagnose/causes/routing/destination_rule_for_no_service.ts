import { typingErrors } from "../../../core/mod.ts";
import { fqdn, parseServiceHost, type Resource } from "../../../mesh/mod.ts";
import { missingCluster } from "../../case/missing_cluster.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { destinationInRoute } from "../../case/routes.ts";
import { defineCause } from "../../cause.ts";

/** How many letters two hosts may differ in to be taken for the same one, mistyped. */
const MISTYPED = 2;

/** The DestinationRule that defines the route's subset names a host that no service has. */
export const destinationRuleForNoService = defineCause({
  id: "MM-R08",
  name: "destination-rule-for-no-service",
  title: "The DestinationRule names a host that no service has",
  category: "configuration",
  severity: "medium",
  explains: ["MM-R01"],
  docs: {
    why:
      "A DestinationRule acts on the host that it names, and a short one is completed with its own " +
      "namespace. Where no service has that host, its subsets and settings act on nothing.",
    symptom: "503 NC for routes to its subsets; settings that do not show in the cluster.",
    remedy: "Write the fully qualified host of the service.",
    verify: "The proxy's cluster list shows the subsets.",
  },

  *consider(of) {
    for (const { parsed, facts } of missingCluster(of)) {
      if (parsed.subset === "" || of.mesh.services.declarations(parsed.host).length === 0) continue;
      const meant = of.mesh.list("DestinationRule").find((rule) =>
        rule.spec.subsets?.some(({ name }) => name === parsed.subset) &&
        of.mesh.services.declarations(hostOf(rule)).length === 0 && isLike(rule, parsed.host)
      );
      if (!meant) continue;
      const object = resourceOf(meant, "spec.host");
      yield {
        objects: [object, ...destinationInRoute(of, parsed)],
        title:
          `${label(object)} defines subset ${parsed.subset} for ${
            hostOf(meant)
          }, which no service ` +
          `has; the route needs it for ${parsed.host}`,
        facts: [
          {
            weight: "proven",
            source: `${label(object)} spec.host`,
            detail: `"${meant.spec.host}" means ${hostOf(meant)}`,
          },
          ...facts,
        ],
        remedy: { title: `Write ${parsed.host}`, action: edit(object) },
      };
    }
  },
});

function hostOf({ spec, namespace }: Resource<"DestinationRule">): string {
  return fqdn(spec.host ?? "", namespace);
}

/** Whether a rule's host is the wanted one in another namespace, or mistyped. */
function isLike(rule: Resource<"DestinationRule">, wanted: string): boolean {
  const [own, other] = [parseServiceHost(hostOf(rule)), parseServiceHost(wanted)];
  return own !== undefined && own.name === other?.name ||
    typingErrors(hostOf(rule), wanted) <= MISTYPED;
}
