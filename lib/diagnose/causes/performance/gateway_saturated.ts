import { isGateway } from "../../../connectivity/mod.ts";
import type { Mesh, Resource } from "../../../mesh/mod.ts";
import { workloadOf } from "../../../mesh/mod.ts";
import type { Fact } from "../../cause.ts";
import { label, resourceOf, workloadsOf } from "../../case/objects.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { heldIn } from "../../performance/path_part.ts";
import { cpuShortage, tightCpuLimit } from "../../performance/usage.ts";

/** A gateway has reached what its pods can carry. */
export const gatewaySaturated = definePerformanceCause({
  id: "MM-P16",
  name: "gateway-saturated",
  title: "A gateway has reached its capacity",
  category: "resources",
  severity: "high",
  explains: ["MM-P03"],
  docs: {
    why:
      "All requests from outside pass the pods of the gateway. Where they lack CPU, and the autoscaler may " +
      "add no more, every service behind it is slow.",
    symptom:
      "The time passes in the gateway; its pods use more than 80 % of their CPU, its autoscaler is at its maximum.",
    remedy: "Raise maxReplicas, or the gateway's resources.",
    verify: "The gateway's share of the time falls.",
  },

  *consider(of) {
    for (const usage of of.usage) {
      if (usage.container !== "istio-proxy" || !isGateway(usage.pod)) continue;
      const explains = heldIn(of, usage.pod);
      const isHeld = explains.length > 0;
      const shortage = cpuShortage(usage);
      const facts = [
        ...shortage,
        ...(isHeld ? tightCpuLimit(usage) : []),
        ...(isHeld || shortage.length > 0 ? atMaximum(of.mesh, usage.pod) : []),
      ];
      if (facts.length === 0) continue;
      const [workload] = workloadsOf(of.mesh, [usage.pod]);
      yield {
        isSilent: shortage.length > 0,
        objects: [...(workload ? [workload] : []), resourceOf(usage.pod)],
        title: `gateway ${workload ? label(workload) : usage.pod.name} has reached its capacity`,
        facts: facts.map((fact) => ({ ...fact, explains })),
        remedy: { title: "Let the gateway have more pods, or more CPU" },
      };
    }
  },
});

/** Whether the autoscaler of a pod's workload may add no more pods. */
function atMaximum(mesh: Mesh, pod: Resource<"Pod">): Fact[] {
  const workload = workloadOf(mesh, pod);
  return mesh.list("HorizontalPodAutoscaler", pod.namespace).flatMap(({ name, spec, status }) => {
    const { scaleTargetRef, maxReplicas } = spec;
    const isIts = scaleTargetRef?.kind === workload.kind && scaleTargetRef.name === workload.name;
    if (!isIts || maxReplicas === undefined || (status.currentReplicas ?? 0) < maxReplicas) {
      return [];
    }
    return [{
      weight: "likely" as const,
      source: `HorizontalPodAutoscaler ${pod.namespace}/${name}`,
      detail: `${status.currentReplicas} of at most ${maxReplicas} replicas`,
    }];
  });
}
