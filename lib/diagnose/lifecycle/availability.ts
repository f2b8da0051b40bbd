import { matchesSelector, type Mesh, type Resource } from "../../mesh/mod.ts";
import type { Fact } from "../cause.ts";

/**
 * What lets a Deployment fail as a whole when one node is drained: one replica, an autoscaler that goes down
 * to one, no PodDisruptionBudget. That there is no budget is said only where budgets were read.
 */
export function weaknesses(mesh: Mesh, deployment: Resource<"Deployment">): Fact[] {
  const { namespace, name, spec } = deployment;
  const scaler = mesh.list("HorizontalPodAutoscaler", namespace).find(({ spec }) =>
    spec.scaleTargetRef?.kind === "Deployment" && spec.scaleTargetRef.name === name
  );
  const source = `Deployment ${namespace}/${name}`;
  const least = scaler ? scaler.spec.minReplicas ?? 1 : spec.replicas ?? 1;
  if (spec.replicas === 0 || least > 1 && hasBudget(mesh, deployment)) return [];
  return [
    ...(least > 1 ? [] : [{
      weight: "proven" as const,
      source: scaler ? `HorizontalPodAutoscaler ${namespace}/${scaler.name}` : source,
      detail: scaler ? `minReplicas is ${least}` : `spec.replicas is ${least}`,
    }]),
    ...(hasBudget(mesh, deployment) ? [] : [{
      weight: "proven" as const,
      source,
      detail: "no PodDisruptionBudget selects its pods",
    }]),
  ];
}

/** True as well where no budget of the mesh is known: they may not have been read. */
function hasBudget(mesh: Mesh, { namespace, spec }: Resource<"Deployment">): boolean {
  if (mesh.list("PodDisruptionBudget").length === 0) return true;
  const labels = spec.template?.metadata?.labels ?? {};
  return mesh.list("PodDisruptionBudget", namespace).some(({ spec }) =>
    matchesSelector(labels, spec.selector)
  );
}
