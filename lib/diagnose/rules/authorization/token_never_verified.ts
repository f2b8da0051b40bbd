import { requestAuthenticationsFor } from "../../../auth/mod.ts";
import {
  type Mesh,
  type Resource,
  WORKLOAD_KINDS,
  type WorkloadInstance,
  workloadInstances,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { isComplete } from "../_completeness.ts";
import { formatName } from "../_names.ts";
import { hasTargets, isOfToken, patternLists } from "./_attributes.ts";

/** Where a policy asks for a token's claims, a RequestAuthentication verifies tokens. */
export const tokenNeverVerified = defineRule({
  code: "MM0506",
  name: "token-never-verified",
  title: "AuthorizationPolicy asks for a token that nothing verifies",
  severity: "error",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy", "RequestAuthentication", "Pod"],
  reads: WORKLOAD_KINDS,
  mode: "default",
  docs: {
    why:
      "Claims and principals of a request come out of a token that a RequestAuthentication for " +
      "the same workload has verified. Without one no request has any: what the rule is to allow " +
      "is denied with 403, and what it is to deny passes.",
    remedy: "Add a RequestAuthentication with the issuer of the tokens that selects the workload.",
    links: ["https://istio.io/latest/docs/tasks/security/authorization/authz-jwt/"],
  },

  *check({ mesh }) {
    const unverified = mesh.once(unverifiedSelection);
    for (const on of mesh.list("AuthorizationPolicy")) {
      const list = hasTargets(on) ? undefined : patternLists(on).find(isOfToken);
      const instance = list && unverified(on);
      if (!list || !instance) continue;
      if (!isComplete(mesh, "RequestAuthentication", instance.resource)) continue;
      yield {
        on,
        at: list.at,
        message: `${list.attribute} needs a verified token, but no RequestAuthentication is for ` +
          formatName(instance.resource),
      };
    }
  },
});

/** Finds a workload of a policy for which no RequestAuthentication is. */
function unverifiedSelection(mesh: Mesh) {
  const root = mesh.config.rootNamespace;
  const instances = mesh.once(workloadInstances);
  return (policy: Resource<"AuthorizationPolicy">): WorkloadInstance | undefined => {
    const namespace = policy.namespace === root ? undefined : policy.namespace;
    const labels = policy.spec.selector?.matchLabels ?? {};
    // A policy for everybody cannot mean that everybody gets tokens.
    if (Object.keys(labels).length === 0) return undefined;
    return instances.select(labels, namespace)
      .find((instance) => requestAuthenticationsFor(mesh, instance).length === 0);
  };
}
