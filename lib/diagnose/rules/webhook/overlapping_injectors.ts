import { compare } from "../../../core/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatList } from "../_names.ts";
import { injectors, overlappingInjectors } from "./_injectors.ts";

/** At most one webhook injects a sidecar into a pod. */
export const overlappingInjectorWebhooks = defineRule({
  code: "IST0139",
  name: "overlapping-injectors",
  title: "Several webhooks inject into the same pods",
  severity: "error",
  since: "0.1.0",
  inputs: ["MutatingWebhookConfiguration"],
  peer: "webhook.Analyzer",
  docs: {
    why: "A pod gets the sidecar of whichever webhook is called first, of either revision, or is " +
      "changed twice and does not start.",
    remedy:
      "Make the selectors of the webhooks exclude each other. Usually an old revision was not " +
      "removed, or two revisions claim to be the default one.",
    links: ["https://istio.io/latest/docs/setup/upgrade/canary/"],
  },

  *check({ mesh }) {
    for (const overlapping of overlappingInjectors(mesh.once(injectors))) {
      for (const { configuration, index, label } of overlapping) {
        const others = overlapping.map((other) => other.label).filter((other) => other !== label);
        if (others.length === 0) continue;
        yield {
          on: configuration,
          at: ["webhooks", index, "name"],
          message: `Webhook overlaps with others: ${formatList(others.sort(compare))}. ` +
            "This may cause injection to occur twice.",
        };
      }
    }
  },
});
