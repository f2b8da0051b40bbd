import { actionOf, isDryRun } from "../../../auth/mod.ts";
import { includesLabels, type Mesh, type Resource } from "../../../mesh/mod.ts";
import { hasTargets } from "./_attributes.ts";

type Policy = Resource<"AuthorizationPolicy">;

/** Whether a policy counts, and selects what it is for. */
export function isEnforced(policy: Policy): boolean {
  return !isDryRun(policy) && !hasTargets(policy);
}

/** Whether a policy has a rule that every request matches. */
export function isOpen({ spec }: Policy): boolean {
  return (spec.rules ?? []).some(({ from = [], to = [], when = [] }) =>
    from.length + to.length + when.length === 0
  );
}

/** The enforced policies of an action that every request matches. */
export function openPolicies(action: "ALLOW" | "DENY"): (mesh: Mesh) => readonly Policy[] {
  return action === "ALLOW" ? allowingAll : denyingAll;
}

function allowingAll(mesh: Mesh): readonly Policy[] {
  return matchingAll(mesh, "ALLOW");
}

function denyingAll(mesh: Mesh): readonly Policy[] {
  return matchingAll(mesh, "DENY");
}

function matchingAll(mesh: Mesh, action: "ALLOW" | "DENY"): readonly Policy[] {
  return mesh.list("AuthorizationPolicy").filter((one) =>
    actionOf(one) === action && isEnforced(one) && isOpen(one)
  );
}

/** Whether every workload of `narrow` is one of `wide`. */
export function coversScope(wide: Policy, narrow: Policy, root: string): boolean {
  const isReached = wide.cluster === narrow.cluster &&
    (wide.namespace === root || wide.namespace === narrow.namespace);
  return isReached &&
    includesLabels(narrow.spec.selector?.matchLabels ?? {}, wide.spec.selector?.matchLabels);
}
