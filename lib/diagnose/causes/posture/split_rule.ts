import { actionOf, splitRules } from "../../../auth/mod.ts";
import { type PatchOperation, toPointer } from "../../../core/mod.ts";
import { changing } from "../../case/cure.ts";
import { resourceOf } from "../../case/objects.ts";
import { definePostureCause } from "../../security/case.ts";

/** A dash too many makes two rules of one, so that a policy allows more, or denies more, than was meant. */
export const ruleSplit = definePostureCause({
  id: "MM-A09",
  name: "authorization-rule-split",
  title: "A policy has its source in one rule and its operation in another",
  category: "security",
  severity: "high",
  docs: {
    why:
      "Rules are alternatives. With from in one rule and to in the next, a policy matches every request of the " +
      "source, and every request for the operation, instead of those that are both.",
    symptom:
      "Requests of anybody to the operation pass an ALLOW policy, or are denied by a DENY policy.",
    remedy: "Take out the dash before to, so that from and to belong to one rule.",
    verify: "access check denies the operation to others.",
    links: ["https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule"],
  },

  *consider({ mesh }) {
    for (const policy of mesh.list("AuthorizationPolicy")) {
      const action = actionOf(policy);
      for (const index of action === "ALLOW" || action === "DENY" ? splitRules(policy) : []) {
        const { namespace, name } = policy;
        const to = policy.spec.rules?.[index]?.to;
        const patch: PatchOperation[] = [
          { op: "add", path: toPointer(["spec", "rules", index - 1, "to"]), value: to },
          { op: "remove", path: toPointer(["spec", "rules", index]) },
        ];
        yield {
          isSilent: true,
          objects: [resourceOf(policy, `spec.rules[${index}]`)],
          title: `rule ${index} of AuthorizationPolicy ${namespace}/${name} ${
            action === "ALLOW" ? "lets anybody" : "keeps everybody from"
          } do what rule ${index - 1} seems to be about`,
          facts: [{
            weight: "proven",
            source: `AuthorizationPolicy ${namespace}/${name} spec.rules`,
            detail: `rule ${index - 1} has only sources, rule ${index} only operations`,
          }],
          remedy: {
            title: "Join the two rules",
            ...changing(policy, patch),
          },
        };
      }
    }
  },
});
