import { formatLabels, type Mesh, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { workloadSelection } from "../selection/_selectors.ts";
import { selectingServices } from "./_selected.ts";

/** A Service that routes lead to selects pods. */
export const serviceWithoutPods = defineRule({
  code: "MM1403",
  name: "service-selects-no-pods",
  title: "Selector of a Service matches no pod",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Service", "Pod"],
  reads: ["WorkloadEntry", "Endpoints", "EndpointSlice", ...WORKLOAD_KINDS],
  mode: "default",
  docs: {
    why: "The Service has no endpoints: every request to it fails with 503 and the flag UH.",
    remedy:
      "Correct the selector; its labels are those of the pods, in the namespace of the Service.",
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
  },

  *check({ mesh }) {
    const select = mesh.once(workloadSelection);
    const listed = mesh.once(servicesWithAddresses);
    for (const { service: on, pods } of mesh.once(selectingServices)) {
      const labels = on.spec.selector ?? {};
      if (pods.length > 0 || listed.has(`${on.namespace}/${on.name}`)) continue;
      const at = ["spec", "selector"];
      const idle = select(on, at, labels, on.namespace);
      if (!idle) continue;
      yield {
        on,
        at,
        message: `No pod of namespace ${on.namespace} has the labels ${formatLabels(labels)}`,
        fix: idle.fix,
      };
    }
  },
});

/** The Services for which Kubernetes lists addresses, wherever they come from. */
function servicesWithAddresses(mesh: Mesh): ReadonlySet<string> {
  const bySlice = mesh.list("EndpointSlice")
    .filter(({ object }) => (object.endpoints ?? []).length > 0)
    .map(({ namespace, labels }) => `${namespace}/${labels["kubernetes.io/service-name"]}`);
  const byName = mesh.list("Endpoints")
    .filter(({ object }) => (object.subsets ?? []).length > 0)
    .map(({ namespace, name }) => `${namespace}/${name}`);
  return new Set([...bySlice, ...byName]);
}
