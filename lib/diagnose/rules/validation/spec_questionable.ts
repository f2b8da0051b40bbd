import { defineRule } from "../../analysis/rule.ts";
import { checkedKinds, sayings } from "./_sayings.ts";

/** istiod's webhook warns of no object of the mesh. */
export const specQuestionable = defineRule({
  code: "IST0133",
  name: "spec-questionable",
  title: "Object is accepted with a warning",
  severity: "warning",
  since: "0.1.0",
  inputs: [],
  reads: checkedKinds,
  peer: "schema.ValidationAnalyzer",
  docs: {
    why:
      "istiod's webhook accepts the object, and warns: a setting is deprecated, has no effect, or " +
      "does more than its author may have meant.",
    remedy: "Change the field that the message names, or leave it knowingly and suppress the code.",
    links: ["https://istio.io/latest/docs/reference/config/analysis/ist0133/"],
  },

  *check({ mesh, compat }) {
    for (const { on, at, message, isWarning, fix } of sayings(mesh, compat)) {
      if (isWarning) yield { on, at, message: `Schema validation warning: ${message}`, fix };
    }
  },
});
