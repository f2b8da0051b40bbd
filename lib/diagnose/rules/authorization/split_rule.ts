import { splitRules } from "../../../auth/mod.ts";
import type { AuthorizationPolicyRule } from "../../../mesh/mod.ts";
import type { Fix } from "../../../core/mod.ts";
import { defineRule } from "../../analysis/rule.ts";

/** What a rule of an AuthorizationPolicy demands of a request stands in one rule. */
export const splitRule = defineRule({
  code: "MM0510",
  name: "authorization-rule-split",
  title: "AuthorizationPolicy has its source in one rule and its operation in another",
  severity: "warning",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy"],
  mode: "default",
  docs: {
    why:
      "One matching rule is enough. With `from` in one rule and `to` in the next, as a stray dash " +
      "makes them, the policy matches every request of the source and every request for the " +
      "operation, instead of those that are both.",
    remedy: "Take out the dash before `to`, so that `from` and `to` belong to one rule.",
    links: ["https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule"],
  },

  *check({ mesh }) {
    for (const on of mesh.list("AuthorizationPolicy")) {
      for (const i of splitRules(on)) {
        yield {
          on,
          at: ["spec", "rules", i],
          message:
            `Rules ${i - 1} and ${i} match every request of the sources and, besides, every ` +
            "request for the operations: two rules are alternatives",
          fix: joined(i, on.spec.rules?.[i] ?? {}),
        };
      }
    }
  },
});

function joined(i: number, { to }: AuthorizationPolicyRule): Fix {
  return {
    applicability: "unsafe",
    title: "Join the two rules",
    patch: [
      { op: "add", path: `/spec/rules/${i - 1}/to`, value: to },
      { op: "remove", path: `/spec/rules/${i}` },
    ],
  };
}
