import { defineRule } from "../../analysis/rule.ts";
import { seeminglyUnusedParts, unusedParts } from "./_reachability.ts";

/** Every rule of a VirtualService can be reached by some request. */
export const ruleUnreachable = defineRule({
  code: "IST0130",
  name: "rule-unreachable",
  title: "Rule of a VirtualService is never used",
  severity: "warning",
  since: "0.1.0",
  inputs: ["VirtualService"],
  peer: "schema.ValidationAnalyzer.VirtualService",
  docs: {
    why:
      "Rules are tried in order and the first match wins. A rule behind one without matches, or " +
      "whose matches all stand before it, never sees a request.",
    remedy: "Move the rule up, make its matches differ, or delete it.",
  },

  *check({ mesh, compat }) {
    const unused = mesh.once(compat ? seeminglyUnusedParts : unusedParts);
    for (const { isRule, on, at, message, fix } of unused) {
      if (isRule) yield { on, at, message, fix };
    }
  },
});
