import { deniedBy } from "../../case/denials.ts";
import { defineCause } from "../../cause.ts";
import { edit, resourceOf } from "../../case/objects.ts";

/** A rule of a DENY policy matches the request. */
export const explicitDeny = defineCause({
  id: "MM-A01",
  name: "denied-by-policy",
  title: "A DENY policy matches the request",
  category: "security",
  severity: "high",
  explains: ["MM-C46"],
  docs: {
    why:
      "DENY policies are evaluated before ALLOW policies. One matching rule refuses the request, " +
      "whatever else allows it.",
    symptom: "403 RBAC: access denied; the server's proxy names policy and rule in its details.",
    remedy: "Narrow the rule, or remove it if the caller is meant to pass.",
    verify: "The server's proxy logs via_upstream for the request.",
    links: ["https://istio.io/latest/docs/reference/config/security/authorization-policy/"],
  },

  *consider(of) {
    for (const { policy, rule, facts, reason } of deniedBy(of)) {
      const object = resourceOf(policy, `spec.rules[${rule}]`);
      yield {
        objects: [object],
        title:
          `rule ${rule} of AuthorizationPolicy ${policy.namespace}/${policy.name} denies the request`,
        facts,
        ...(reason ? { description: reason } : {}),
        remedy: { title: `Narrow or remove rule ${rule}`, action: edit(object) },
      };
    }
  },
});
