import { formatPath } from "../../../core/mod.ts";
import { creating } from "../../case/cure.ts";
import { unallowed } from "../../case/denials.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { defineCause } from "../../cause.ts";

/** ALLOW policies select the server, and none of their rules matches the request. */
export const noPolicyAllows = defineCause({
  id: "MM-A02",
  name: "no-policy-allows",
  title: "ALLOW policies exist and none allows the request",
  category: "security",
  severity: "high",
  explains: ["MM-C46"],
  docs: {
    why:
      "As soon as one ALLOW policy selects a workload, everything that no ALLOW rule matches is denied.",
    symptom:
      "403 RBAC: access denied with rbac_access_denied_matched_policy[none] at the server's proxy.",
    remedy:
      "Add a rule for this caller, method and path, or correct the rule that was meant to match.",
    verify: "The server's proxy logs via_upstream for the request.",
    links: ["https://istio.io/latest/docs/concepts/security/#implicit-enablement"],
  },

  *consider(of) {
    const found = unallowed(of);
    if (!found) return;
    const { policies, decision, request, facts } = found;
    // A policy without rules allows nothing on purpose: another cause.
    const withRules = policies.filter(({ spec }) => (spec.rules ?? []).length > 0);
    if (withRules.length === 0) return;
    const failed = decision.policies.flatMap(({ policy, rules }) =>
      rules.flatMap((rule) =>
        rule.conditions.filter(({ outcome }) => outcome === "not matched")
          .map((condition) => ({ policy, condition }))
      )
    );
    const nearest = failed.toSorted((a, b) => a.policy.name < b.policy.name ? -1 : 1)[0];
    const objects = withRules.map((policy) => {
      const own = failed.find((f) => f.policy === policy);
      return resourceOf(policy, own ? formatPath(own.condition.path) : "spec.rules");
    }).sort((a, b) =>
      Number(b.name === nearest?.policy.name) - Number(a.name === nearest?.policy.name)
    );
    const names = objects.map(({ namespace, name }) => `${namespace}/${name}`).join(", ");
    yield {
      objects,
      title: `no rule of AuthorizationPolicy ${names} allows ${request.method} ${request.path}` +
        (request.source.principal ? ` from ${request.source.principal}` : ""),
      facts: [
        ...facts,
        ...failed.slice(0, 5).map(({ policy, condition }) => ({
          weight: "possible" as const,
          source: `AuthorizationPolicy ${policy.namespace}/${policy.name} ${
            formatPath(condition.path)
          }`,
          detail: `${condition.attribute}: wants ${
            condition.expected.join(", ")
          }; the request has ${condition.actual.join(", ") || "nothing"}`,
        })),
      ],
      remedy: {
        title: "Add a rule for this caller, or correct the one that was meant to match",
        action: edit(objects[0]!),
        ...creating({
          apiVersion: "security.istio.io/v1",
          kind: "AuthorizationPolicy",
          metadata: {
            name: `allow-${of.caller.namespace || "gateway"}`,
            namespace: withRules[0]!.namespace,
          },
          spec: {
            ...(withRules[0]!.spec.selector ? { selector: withRules[0]!.spec.selector } : {}),
            action: "ALLOW",
            rules: [{
              ...(request.source.principal
                ? { from: [{ source: { principals: [request.source.principal] } }] }
                : {}),
              to: [{ operation: { methods: [request.method], paths: [request.path] } }],
            }],
          },
        }, withRules[0]!.cluster),
      },
    };
  },
});
