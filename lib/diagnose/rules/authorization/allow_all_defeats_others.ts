import { actionOf, isDryRun } from "../../../auth/mod.ts";
import { includesLabels, type Mesh, type Resource } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { hasTargets } from "./_attributes.ts";

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
    const open = mesh.once(openPolicies);
    if (open.length === 0) return;
    const root = mesh.config.rootNamespace;
    for (const on of mesh.list("AuthorizationPolicy")) {
      if (!isEnforcedAllow(on) || isOpen(on) || (on.spec.rules ?? []).length === 0) continue;
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

type Policy = Resource<"AuthorizationPolicy">;

function openPolicies(mesh: Mesh): readonly Policy[] {
  return mesh.list("AuthorizationPolicy").filter((one) => isEnforcedAllow(one) && isOpen(one));
}

function isEnforcedAllow(policy: Policy): boolean {
  return actionOf(policy) === "ALLOW" && !isDryRun(policy) && !hasTargets(policy);
}

function isOpen({ spec }: Policy): boolean {
  return (spec.rules ?? []).some(({ from = [], to = [], when = [] }) =>
    from.length + to.length + when.length === 0
  );
}

/** Whether every workload of `narrow` is one of `wide`. */
function coversScope(wide: Policy, narrow: Policy, root: string): boolean {
  const isReached = wide.cluster === narrow.cluster &&
    (wide.namespace === root || wide.namespace === narrow.namespace);
  return isReached &&
    includesLabels(narrow.spec.selector?.matchLabels ?? {}, wide.spec.selector?.matchLabels);
}
