import { isDryRun } from "../../../auth/mod.ts";
import { resourceOf } from "../../case/objects.ts";
import { definePostureCause } from "../../security/case.ts";

/** A policy is only tried, not enforced. */
export const policyInDryRun = definePostureCause({
  id: "MM-A26",
  name: "policy-in-dry-run",
  title: "An AuthorizationPolicy is in dry run and enforces nothing",
  category: "security",
  severity: "medium",
  docs: {
    why:
      "With the annotation istio.io/dry-run proxies evaluate a policy, count what it would do, and let every " +
      "request pass. It is meant for trying; left behind, the policy protects nothing.",
    symptom: "Requests pass that the policy would deny; shadow_denied counts them.",
    remedy: "Look at the shadow counters, then remove the annotation.",
    verify: "The policy denies what it should.",
  },

  *consider({ mesh }) {
    for (const policy of mesh.list("AuthorizationPolicy").filter(isDryRun)) {
      const { namespace, name } = policy;
      yield {
        isSilent: true,
        objects: [resourceOf(policy, 'metadata.annotations["istio.io/dry-run"]')],
        title: `AuthorizationPolicy ${namespace}/${name} is in dry run and enforces nothing`,
        facts: [{
          weight: "proven",
          source: `AuthorizationPolicy ${namespace}/${name} metadata.annotations`,
          detail: 'istio.io/dry-run: "true"',
        }],
        remedy: {
          title: "Remove the annotation once the shadow counters are as expected",
          action: `kubectl -n ${namespace} annotate authorizationpolicy ${name} istio.io/dry-run-`,
        },
      };
    }
  },
});
