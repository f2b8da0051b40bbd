import { isZtunnel } from "../../../mesh/mod.ts";
import { label, resourceOf, workloadsOf } from "../../case/objects.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { cpuShortage } from "../../performance/usage.ts";

/** The ztunnel of a node, through which all its ambient pods talk, has no CPU left. */
export const ztunnelSaturated = definePerformanceCause({
  id: "MM-P18",
  name: "ztunnel-saturated",
  title: "A node's ztunnel has no CPU left",
  category: "resources",
  severity: "medium",
  explains: ["MM-P03"],
  docs: {
    why:
      "All ambient pods of a node share one ztunnel. Where it lacks CPU, every connection of the node is slow, " +
      "also of services that have nothing to do with the load.",
    symptom:
      "Latency grows for all pods of one node; its ztunnel is at its CPU limit or throttled.",
    remedy: "Raise or remove the CPU limit of the DaemonSet ztunnel.",
    verify: "ztunnel's CPU stays below 80 % of its limit.",
  },

  *consider(of) {
    for (const usage of of.usage) {
      const { pod } = usage;
      if (!isZtunnel(pod)) continue;
      const shortage = cpuShortage(usage);
      if (shortage.length === 0) continue;
      const { nodeName } = pod.spec;
      const [workload] = workloadsOf(of.mesh, [pod]);
      const slow = of.timings.filter(({ parts }) => parts.network > 0);
      yield {
        isSilent: true,
        objects: [
          ...(workload ? [workload] : []),
          resourceOf(pod),
          ...(nodeName ? [{ kind: "Node", namespace: "", name: nodeName }] : []),
        ],
        title: `the ztunnel of node ${nodeName ?? "unknown"} has no CPU left`,
        facts: shortage.map((fact) => ({
          ...fact,
          explains: slow.map(({ exchange }) => exchange),
        })),
        remedy: {
          title: `Let ${workload ? label(workload) : pod.name} have more CPU`,
          ...(workload
            ? {
              action:
                `kubectl -n ${workload.namespace} edit ${workload.kind.toLowerCase()} ${workload.name}`,
            }
            : {}),
        },
      };
    }
  },
});
