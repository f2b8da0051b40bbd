import { policiesFor } from "../../../auth/mod.ts";
import {
  hasSidecar,
  inAmbient,
  type Mesh,
  type Resource,
  WORKLOAD_KINDS,
  workloadInstances,
  workloadOf,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";

/** Every workload of the mesh has a policy that says who may call it. */
export const workloadWithoutPolicy = defineRule({
  code: "MM0518",
  name: "workload-without-authorization",
  title: "No AuthorizationPolicy is for a workload",
  severity: "info",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy", "Pod"],
  reads: [...WORKLOAD_KINDS, "Namespace"],
  equivalents: ["KIA1301"],
  optional: true,
  mode: "default",
  docs: {
    why: "Without any policy everybody who reaches a workload may call it.",
    remedy:
      "Write an ALLOW policy for the callers that it has, or one without rules for the namespace, " +
      "which denies what nothing allows.",
    links: ["https://istio.io/latest/docs/ops/best-practices/security/#authorization-policies"],
  },

  *check({ mesh }) {
    for (const on of mesh.once(openWorkloads)) {
      yield { on, at: [], message: "No AuthorizationPolicy says who may call this workload" };
    }
  },
});

/** One pod, or the template, of each workload in the mesh for which no policy is. */
function openWorkloads(mesh: Mesh): readonly Resource[] {
  const seen = new Set<string>();
  return mesh.once(workloadInstances).select({}).flatMap((instance) => {
    const { resource } = instance;
    const { kind, namespace, name } = instance.isPod
      ? workloadOf(mesh, resource as Resource<"Pod">)
      : resource;
    const key = `${resource.cluster} ${kind} ${namespace}/${name}`;
    if (seen.has(key)) return [];
    seen.add(key);
    if (!hasSidecar(mesh, instance) && !inAmbient(mesh, instance)) return [];
    const { custom, deny, allow } = policiesFor(mesh, instance);
    return custom.length + deny.length + allow.length > 0 ? [] : [resource];
  });
}
