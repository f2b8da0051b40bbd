import {
  formatLabels,
  inAmbient,
  LabelIndex,
  type Labels,
  type Mesh,
  type Resource,
  WORKLOAD_KINDS,
  type WorkloadInstance,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { respelling } from "../_labels.ts";
import { instancesFor } from "../_selecting.ts";
import { isInMesh } from "../workload/_in_mesh.ts";

/** Every AuthorizationPolicy is for a workload of the mesh. */
export const noMatchingWorkloads = defineRule({
  code: "IST0127",
  name: "authorization-policy-selects-no-workloads",
  title: "AuthorizationPolicy is for no workload of the mesh",
  severity: "warning",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy", "Namespace", "Pod"],
  reads: WORKLOAD_KINDS,
  equivalents: ["KIA0004"],
  peer: "auth.AuthorizationPoliciesAnalyzer",
  docs: {
    why: "The policy is enforced nowhere. If it is to deny, what it is to deny is allowed.",
    remedy:
      "Correct the selector, or bring the workload into the mesh. A policy selects workloads of " +
      "its own namespace; one in the root namespace selects those of all.",
    links: ["https://istio.io/latest/docs/reference/config/security/authorization-policy/"],
  },

  *check({ mesh, compat }) {
    const members = mesh.once(compat ? meshMembersForIstioctl : meshMembers);
    for (const on of mesh.list("AuthorizationPolicy")) {
      const selector = on.spec.selector?.matchLabels ?? {};
      if (isSatisfied(on, selector, members, mesh.config.rootNamespace, compat)) continue;
      const hasSelector = Object.keys(selector).length > 0;
      const at = hasSelector ? ["spec", "selector", "matchLabels"] : [];
      const home = on.namespace === mesh.config.rootNamespace ? undefined : on.namespace;
      const neighbours = members.select({}, home).map(({ labels }) => labels);
      yield {
        on,
        at,
        message: "No matching workloads for this resource with the following labels: " +
          formatLabels(selector),
        fix: respelling(selector, at, neighbours, (one) => members.select(one, home).length > 0),
      };
    }
  },
});

function isSatisfied(
  { namespace, spec }: Resource<"AuthorizationPolicy">,
  selector: Labels,
  members: LabelIndex<WorkloadInstance>,
  rootNamespace: string,
  compat: boolean,
): boolean {
  const hasSelector = Object.keys(selector).length > 0;
  const hasTargets = spec.targetRef !== undefined || (spec.targetRefs ?? []).length > 0;
  if (hasTargets && !hasSelector && !compat) return true;
  if (namespace === rootNamespace) {
    return !hasSelector || members.select(selector).length > 0;
  }
  return members.select(selector, namespace).length > 0;
}

function meshMembers(mesh: Mesh): LabelIndex<WorkloadInstance> {
  return new LabelIndex(
    instancesFor(mesh, false).select({}).filter((pod) =>
      isInMesh(mesh, pod, { compat: false }) || inAmbient(mesh, pod)
    ),
  );
}

function meshMembersForIstioctl(mesh: Mesh): LabelIndex<WorkloadInstance> {
  return new LabelIndex(
    instancesFor(mesh, true).select({}).filter((pod) =>
      isInMesh(mesh, pod, { compat: true }) ||
      pod.annotations["ambient.istio.io/redirection"] === "enabled"
    ),
  );
}
