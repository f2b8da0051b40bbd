import { includesLabels, podInstances, workloadInstances } from "../../../mesh/mod.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { definePostureCause } from "../../security/case.ts";

/** A policy protects no workload, because its selector matches none. */
export const policySelectsNothing = definePostureCause({
  id: "MM-A11",
  name: "policy-selects-nothing",
  title: "A policy selects no workload and has no effect",
  category: "security",
  severity: "medium",
  provenByAbsenceOf: ["Pod", "WorkloadEntry"],
  docs: {
    why:
      "A policy acts in the pods of its own namespace whose labels its selector names. Where there are none, " +
      "nothing is protected, and nobody says so.",
    symptom: "The policy is in no proxy's configuration.",
    remedy: "Correct the labels or the namespace.",
    verify: "The proxies of the workload have the policy.",
  },

  *consider({ mesh }) {
    const pods = mesh.once(podInstances);
    const workloads = mesh.once(workloadInstances);
    for (const kind of ["AuthorizationPolicy", "RequestAuthentication"] as const) {
      for (const policy of mesh.list(kind)) {
        const wanted = policy.spec.selector?.matchLabels ?? {};
        const { namespace, name } = policy;
        const isRoot = namespace === mesh.config.rootNamespace;
        if (Object.keys(wanted).length === 0) continue;
        // In a namespace without pods there is nothing to protect either.
        if (!isRoot && pods.select({}, namespace).length === 0) continue;
        const matches = workloads.select({}, isRoot ? undefined : namespace)
          .some(({ labels }) => includesLabels(labels, wanted));
        if (matches) continue;
        const object = resourceOf(policy, "spec.selector.matchLabels");
        yield {
          isSilent: true,
          objects: [object],
          title: `${kind} ${namespace}/${name} selects ${
            JSON.stringify(wanted)
          }, which no workload has`,
          facts: [{
            weight: "proven",
            source: `${kind} ${namespace}/${name} spec.selector`,
            detail: `none of ${
              pods.select({}, isRoot ? undefined : namespace).length
            } pods has these labels`,
          }],
          remedy: { title: "Select the labels of the workload", action: edit(object) },
        };
      }
    }
  },
});
