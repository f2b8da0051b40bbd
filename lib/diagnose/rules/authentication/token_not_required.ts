import { actionOf, attachedPolicies, isDryRun, policyNamespaces } from "../../../auth/mod.ts";
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
import { hasTargets } from "../authorization/_attributes.ts";

/** Where tokens are verified, a policy decides what requests without token may do. */
export const tokenNotRequired = defineRule({
  code: "MM0505",
  name: "token-not-required",
  title: "RequestAuthentication lets requests without token pass",
  severity: "warning",
  since: "0.1.0",
  inputs: ["RequestAuthentication", "AuthorizationPolicy", "Pod"],
  reads: WORKLOAD_KINDS,
  mode: "default",
  docs: {
    why: "A RequestAuthentication rejects wrong tokens only. A request without any token passes, " +
      "unless an AuthorizationPolicy for the same workload keeps it out.",
    remedy: "Add an AuthorizationPolicy that demands `requestPrincipals`, or denies " +
      '`notRequestPrincipals: ["*"]`.',
    links: [
      "https://istio.io/latest/docs/tasks/security/authentication/authn-policy/#require-a-valid-token",
    ],
  },

  *check({ mesh }) {
    const unguarded = mesh.once(unguardedSelection);
    for (const on of mesh.list("RequestAuthentication")) {
      if (hasTargets(on) || (on.spec.jwtRules ?? []).length === 0) continue;
      const instance = unguarded(on);
      if (!instance || !isComplete(mesh, "AuthorizationPolicy", instance.resource)) continue;
      yield {
        on,
        at: ["spec", "jwtRules"],
        message: `No AuthorizationPolicy is for ${formatName(instance.resource)}: requests ` +
          "without token pass",
      };
    }
  },
});

/** Finds a workload, selected by label, that no AuthorizationPolicy guards. */
function unguardedSelection(mesh: Mesh) {
  const root = mesh.config.rootNamespace;
  const instances = mesh.once(workloadInstances);
  const isGuarded = (instance: WorkloadInstance) =>
    policyNamespaces(mesh, instance).some((namespace) =>
      attachedPolicies(mesh, "AuthorizationPolicy", namespace, instance)
        .some((policy) => actionOf(policy) !== "AUDIT" && !isDryRun(policy))
    );
  return ({ namespace, spec }: Resource<"RequestAuthentication">) => {
    const labels = spec.selector?.matchLabels ?? {};
    if (Object.keys(labels).length === 0) return undefined;
    return instances.select(labels, namespace === root ? undefined : namespace)
      // Gateways may use tokens for routing alone.
      .filter(({ labels }) => !labels.istio?.includes("gateway"))
      .find((instance) => !isGuarded(instance));
  };
}
