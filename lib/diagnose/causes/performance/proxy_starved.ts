import { isGateway } from "../../../connectivity/mod.ts";
import { isZtunnel } from "../../../mesh/mod.ts";
import { label, resourceOf, workloadsOf } from "../../case/objects.ts";
import { patchOf } from "../../case/patch.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { heldIn } from "../../performance/path_part.ts";
import { cpuShortage, tightCpuLimit } from "../../performance/usage.ts";

/** A sidecar has less CPU than it needs. */
export const proxyStarved = definePerformanceCause({
  id: "MM-P01",
  name: "proxy-cpu-starved",
  title: "A proxy has too little CPU",
  category: "resources",
  severity: "high",
  explains: ["MM-P03"],
  docs: {
    why:
      "A proxy that reaches its CPU limit is held back by the kernel until the next period begins. Half of " +
      "the requests notice nothing, the rest wait.",
    symptom:
      "p99 is high while p50 is fine; container istio-proxy is throttled, or uses more than 80 % of its limit.",
    remedy:
      "Raise or remove the CPU limit of the proxy (sidecar.istio.io/proxyCPULimit), and give it no more " +
      "worker threads (concurrency) than cores.",
    verify: "Throttled periods stay below 10 %.",
  },

  *consider(of) {
    for (const usage of of.usage) {
      const { pod, container } = usage;
      if (container !== "istio-proxy" || isGateway(pod) || isZtunnel(pod)) continue;
      const explains = heldIn(of, pod);
      const shortage = cpuShortage(usage);
      const facts = [...shortage, ...(explains.length > 0 ? tightCpuLimit(usage) : [])];
      if (facts.length === 0) continue;
      const [workload] = workloadsOf(of.mesh, [pod]);
      yield {
        isSilent: shortage.length > 0,
        objects: [...(workload ? [workload] : []), resourceOf(pod)],
        title: `the proxy of ${workload ? label(workload) : pod.name} has too little CPU`,
        facts: facts.map((fact) => ({ ...fact, explains })),
        remedy: {
          title: "Raise the CPU limit of the proxy",
          patch: patchOf({
            spec: {
              template: { metadata: { annotations: { "sidecar.istio.io/proxyCPULimit": "2" } } },
            },
          }),
        },
      };
    }
  },
});
