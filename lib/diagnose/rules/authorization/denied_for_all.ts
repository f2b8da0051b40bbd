import { actionOf } from "../../../auth/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { coversScope, isEnforced, isOpen, openPolicies } from "./_scopes.ts";

/** What a policy allows is not denied by one that denies everything. */
export const deniedForAll = defineRule({
  code: "MM0517",
  name: "allow-policy-denied",
  title: "AuthorizationPolicy allows what another one denies for all",
  severity: "warning",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy"],
  mode: "default",
  docs: {
    why:
      "DENY policies are asked first. One with an empty rule, `rules: [{}]`, denies every request to " +
      "the workloads that it is for: what other policies allow there is denied with 403 all the same.",
    remedy:
      "To deny everything but some, write an ALLOW policy without rules (`spec: {}`) in place " +
      "of the DENY policy, or narrow its selector.",
    links: [
      "https://istio.io/latest/docs/concepts/security/#allow-nothing-deny-all-and-allow-all-policy",
    ],
  },

  *check({ mesh }) {
    const closed = mesh.once(openPolicies("DENY"));
    if (closed.length === 0) return;
    for (const on of mesh.list("AuthorizationPolicy")) {
      if (!isEnforced(on) || actionOf(on) !== "ALLOW" || isOpen(on)) continue;
      if ((on.spec.rules ?? []).length === 0) continue;
      const winner = closed.find((one) => coversScope(one, on, mesh.config.rootNamespace));
      if (!winner) continue;
      yield {
        on,
        at: ["spec", "rules"],
        message: `AuthorizationPolicy ${formatName(winner)} denies every request to the same ` +
          "workloads, so these rules let nobody in",
      };
    }
  },
});
