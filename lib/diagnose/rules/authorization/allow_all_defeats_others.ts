import { actionOf } from "../../../auth/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { coversScope, isEnforced, isOpen, openPolicies } from "./_scopes.ts";

/** Policies that allow something are not made pointless by one that allows everything. */
export const allowAllDefeatsOthers = defineRule({
  code: "MM0511",
  name: "allow-policy-defeated",
  title: "AuthorizationPolicy is pointless beside one that allows everything",
  severity: "warning",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy"],
  mode: "default",
  docs: {
    why: "A request passes as soon as one ALLOW policy allows it. A policy with an empty rule, " +
      "`rules: [{}]`, allows every request to the workloads that it is for, so that what narrower " +
      "ALLOW policies demand of the same workloads does not matter.",
    remedy: "Remove the policy that allows everything, or narrow its selector.",
    links: [
      "https://istio.io/latest/docs/concepts/security/#allow-nothing-deny-all-and-allow-all-policy",
    ],
  },

  *check({ mesh }) {
    const open = mesh.once(openPolicies("ALLOW"));
    if (open.length === 0) return;
    const root = mesh.config.rootNamespace;
    for (const on of mesh.list("AuthorizationPolicy")) {
      if (!isEnforced(on) || actionOf(on) !== "ALLOW" || isOpen(on)) continue;
      if ((on.spec.rules ?? []).length === 0) continue;
      const winner = open.find((one) => coversScope(one, on, root));
      if (!winner) continue;
      yield {
        on,
        at: ["spec", "rules"],
        message: `AuthorizationPolicy ${formatName(winner)} allows every request to the same ` +
          "workloads, so these rules keep nobody out",
      };
    }
  },
});
