import { isShortHost, misdirectedRules } from "../../case/misdirected_rules.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { destinationInRoute } from "../../case/routes.ts";
import { defineCause } from "../../cause.ts";

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
    // The service's bare name, in another namespace, is a fault of its own.
    const others = misdirectedRules(of).filter((each) => !isShortHost(each));
    for (const { rule, parsed, facts } of others) {
      const object = resourceOf(rule, "spec.host");
      yield {
        objects: [object, ...destinationInRoute(of, parsed)],
        title: `${label(object)} defines subset ${parsed.subset} for ${rule.spec.host}, which no ` +
          `service has; the route needs it for ${parsed.host}`,
        facts,
        remedy: { title: `Write ${parsed.host}`, action: edit(object) },
      };
    }
  },
});
