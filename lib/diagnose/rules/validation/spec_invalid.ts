import { defineRule } from "../../analysis/rule.ts";
import { checkedKinds, sayings } from "./_sayings.ts";

/** istiod's webhook accepts every object of the mesh. */
export const specInvalid = defineRule({
  code: "IST0106",
  name: "spec-invalid",
  title: "Object breaks a rule of its API",
  severity: "error",
  since: "0.1.0",
  inputs: [],
  reads: checkedKinds,
  peer: "schema.ValidationAnalyzer",
  echoed: true,
  docs: {
    why:
      "Some rules of Istio's API are more than a schema can tell: which fields exclude each other, " +
      "what a host or a path may look like. istiod's webhook refuses an object that breaks one; " +
      "where the webhook was off, istiod ignores the object or a part of it.",
    remedy: "Change the field that the message names as the API demands.",
    links: ["https://istio.io/latest/docs/reference/config/analysis/ist0106/"],
  },

  *check({ mesh, compat }) {
    for (const { on, at, message, isWarning, fix } of sayings(mesh, compat)) {
      if (!isWarning) yield { on, at, message: `Schema validation error: ${message}`, fix };
    }
  },
});
