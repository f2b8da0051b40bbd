import { formatLabels, type Mesh, type Resource } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";

/** The workloads of two WorkloadGroups can be told apart. */
export const groupsWithSameLabels = defineRule({
  code: "MM1406",
  name: "workload-groups-alike",
  title: "Several WorkloadGroups of a namespace have the same labels",
  severity: "warning",
  since: "0.1.0",
  inputs: ["WorkloadGroup"],
  equivalents: ["KIA1702"],
  mode: "default",
  docs: {
    why: "The VMs of both are endpoints of the same services and are meant by the same policies: " +
      "what is written for one group applies to the other too.",
    remedy: "Give each group a label of its own, or merge them.",
    links: ["https://istio.io/latest/docs/reference/config/networking/workload-group/"],
  },

  *check({ mesh }) {
    for (const [first, ...others] of mesh.once(groupsByLabels)) {
      for (const on of others) {
        yield {
          on,
          at: ["spec", "metadata", "labels"],
          message: `WorkloadGroup ${formatName(first!)} has the same labels, ` +
            formatLabels(on.spec.metadata?.labels ?? {}),
        };
      }
    }
  },
});

function groupsByLabels(mesh: Mesh): readonly Resource<"WorkloadGroup">[][] {
  const labelled = mesh.list("WorkloadGroup").filter(({ spec }) =>
    Object.keys(spec.metadata?.labels ?? {}).length > 0
  );
  const groups = Map.groupBy(
    labelled,
    ({ cluster, namespace, spec }) =>
      `${cluster} ${namespace} ${formatLabels(spec.metadata?.labels ?? {})}`,
  );
  return [...groups.values()];
}
