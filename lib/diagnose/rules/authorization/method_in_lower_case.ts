import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { patternLists } from "./_attributes.ts";

/** Methods in AuthorizationPolicies are written as HTTP writes them. */
export const methodInLowerCase = defineRule({
  code: "MM0509",
  name: "authorization-method-lower-case",
  title: "AuthorizationPolicy names an HTTP method in lower case",
  severity: "error",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy"],
  equivalents: ["KIA0102"],
  mode: "default",
  docs: {
    why:
      "HTTP methods are case-sensitive and in upper case. `get` matches no request: an ALLOW rule " +
      "then allows nothing, a DENY rule denies nothing.",
    remedy: "Write the method in upper case.",
  },

  *check({ mesh }) {
    for (const on of mesh.list("AuthorizationPolicy")) {
      for (const { attribute, values, at } of patternLists(on)) {
        if (!/^(?:(?:not)?methods|request\.method)$/i.test(attribute)) continue;
        for (const [i, method] of values.entries()) {
          const upper = method.toUpperCase();
          if (method === upper) continue;
          yield {
            on,
            at: [...at, i],
            message: `No request has the method "${method}": methods are in upper case`,
            fix: replacement([...at, i], upper, `Match "${upper}"`),
          };
        }
      }
    }
  },
});
