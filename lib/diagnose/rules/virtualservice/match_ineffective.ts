import { defineRule } from "../../analysis/rule.ts";
import { seeminglyUnusedParts, unusedParts } from "./_reachability.ts";

/** Every match of a rule takes requests that no earlier match takes. */
export const matchIneffective = defineRule({
  code: "IST0131",
  name: "match-ineffective",
  title: "Match of a rule repeats or lies within an earlier one",
  severity: "info",
  since: "0.1.0",
  inputs: ["VirtualService"],
  peer: "schema.ValidationAnalyzer.VirtualService",
  docs: {
    why: "The earlier match takes every request that this one could take.",
    remedy: "Delete the match, or move the narrower one before the wider one.",
  },

  *check({ mesh, compat }) {
    const unused = mesh.once(compat ? seeminglyUnusedParts : unusedParts);
    for (const { isRule, on, at, message, fix } of unused) {
      if (!isRule) yield { on, at, message, fix };
    }
  },
});
