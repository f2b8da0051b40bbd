import { isReady, type Mesh, type Resource } from "../../mesh/mod.ts";
import type { Fact } from "../cause.ts";
import { containerStatuses } from "./containers.ts";

/** The Deployments of istiod: one for each revision. */
export function istiodDeployments(mesh: Mesh): readonly Resource<"Deployment">[] {
  return mesh.list("Deployment", mesh.istioNamespace).filter(({ name, labels }) =>
    name === "istiod" || name.startsWith("istiod-") || labels["app"] === "istiod"
  );
}

/** The pods of istiod. */
export function istiodPods(mesh: Mesh): readonly Resource<"Pod">[] {
  return mesh.select("Pod", { app: "istiod" }, mesh.istioNamespace);
}

/** What shows that no istiod runs; empty where one does, or nothing is known of it. */
export function istiodIsDown(mesh: Mesh): Fact[] {
  const deployments = istiodDeployments(mesh);
  const pods = istiodPods(mesh);
  if (deployments.length === 0 && pods.length === 0) return [];
  if (pods.some(isReady)) return [];
  const arePodsKnown = mesh.list("Pod").length > 0;
  const down = deployments.filter(({ status: { readyReplicas = 0 } }) => readyReplicas === 0);
  if (down.length < deployments.length || !arePodsKnown) return [];
  return [
    ...down.map(({ namespace, name, spec: { replicas = 1 } }) => ({
      weight: "decisive" as const,
      source: `Deployment ${namespace}/${name} status`,
      detail: `0 of ${replicas} istiod ready`,
    })),
    ...pods.map((pod) => ({
      weight: "proven" as const,
      source: `Pod ${pod.namespace}/${pod.name} status`,
      detail: stateOf(pod),
    })),
  ];
}

/** Why a pod is not ready, in a few words. */
export function stateOf(pod: Resource<"Pod">): string {
  const waiting = containerStatuses(pod).find(({ state }) => state?.waiting?.reason);
  return waiting
    ? `${waiting.name} is ${waiting.state?.waiting?.reason}, ${waiting.restartCount ?? 0} restarts`
    : `${pod.status.phase ?? "no phase"}, not ready`;
}
