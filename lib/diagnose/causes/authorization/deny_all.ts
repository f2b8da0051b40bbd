import { defineCause } from "../../cause.ts";
import { unallowed } from "../../case/denials.ts";
import { edit, resourceOf } from "../../case/objects.ts";

/** An AuthorizationPolicy without rules denies everything. */
export const emptyPolicyDeniesAll = defineCause({
  id: "MM-A03",
  name: "empty-policy-denies-all",
  title: "A policy without rules denies everything",
  category: "security",
  severity: "high",
  explains: ["MM-C46"],
  docs: {
    why:
      "An AuthorizationPolicy with an empty spec is an ALLOW policy that allows nothing. Whatever no " +
      "other ALLOW policy allows is denied.",
    symptom: "403 with rbac_access_denied_matched_policy[none] everywhere in the policy's scope.",
    remedy: "Add ALLOW rules for the callers that are meant to pass, or delete the policy.",
    verify: "The server's proxy logs via_upstream for the request.",
  },

  *consider(of) {
    const found = unallowed(of);
    if (!found || found.policies.some(({ spec }) => (spec.rules ?? []).length > 0)) return;
    const objects = found.policies.map((policy) => resourceOf(policy, "spec.rules"));
    yield {
      objects,
      title: `AuthorizationPolicy ${
        objects.map(({ namespace, name }) => `${namespace}/${name}`).join(", ")
      } ` +
        "has no rules and so denies every request",
      facts: found.facts,
      remedy: { title: "Add ALLOW rules, or delete the policy", action: edit(objects[0]!) },
    };
  },
});
