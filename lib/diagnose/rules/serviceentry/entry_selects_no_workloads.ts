import { formatLabels, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { workloadSelection } from "../selection/_selectors.ts";

/** A ServiceEntry that selects its endpoints selects some. */
export const entrySelectsNoWorkloads = defineRule({
  code: "MM0402",
  name: "service-entry-selects-no-workloads",
  title: "Selector of a ServiceEntry matches no workload",
  severity: "error",
  since: "0.1.0",
  inputs: ["ServiceEntry", "Pod"],
  reads: ["WorkloadEntry", ...WORKLOAD_KINDS],
  equivalents: ["KIA0004"],
  mode: "default",
  docs: {
    why:
      "The endpoints of such a ServiceEntry are the pods and WorkloadEntries of its namespace that " +
      "carry the labels. Without any, every request to its hosts fails with 503 and the flag UH.",
    remedy: "Correct the labels, or create the WorkloadEntries, in the same namespace.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/service-entry/#WorkloadSelector",
    ],
  },

  *check({ mesh }) {
    const select = mesh.once(workloadSelection);
    for (const on of mesh.list("ServiceEntry")) {
      const labels = on.spec.workloadSelector?.labels ?? {};
      if (Object.keys(labels).length === 0) continue;
      const at = ["spec", "workloadSelector", "labels"];
      const idle = select(on, at, labels, on.namespace);
      if (!idle) continue;
      yield {
        on,
        at,
        message:
          `The hosts ${(on.spec.hosts ?? []).join(", ")} have no endpoints: no workload of ` +
          `namespace ${on.namespace} has the labels ${formatLabels(labels)}`,
        fix: idle.fix,
      };
    }
  },
});
