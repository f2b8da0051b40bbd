import {
  includesLabels,
  type Labels,
  type Mesh,
  type MeshService,
  podEndpointLabels,
  serviceEndpoints,
  WORKLOAD_KINDS,
  workloadInstances,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { respelling } from "../_labels.ts";
import { servicesFor } from "./_host.ts";

/** Every subset of a DestinationRule has endpoints. */
export const subsetSelectsNoPods = defineRule({
  code: "IST0173",
  name: "subset-selects-no-pods",
  title: "Subset of a DestinationRule has no endpoints",
  severity: "error",
  since: "0.1.0",
  inputs: ["DestinationRule", "Service", "ServiceEntry", "Pod"],
  reads: [...WORKLOAD_KINDS, "WorkloadEntry", "Node"],
  equivalents: ["KIA0203"],
  peer: "destinationrule.SubsetSelectPodAnalyzer",
  docs: {
    why:
      "The proxies have a cluster for the subset, but no endpoint in it. Every request that is " +
      "routed to the subset fails with 503 and the flag UH.",
    remedy:
      "Correct the labels of the subset, or deploy pods that carry them and that the Service " +
      "selects.",
  },

  *check({ mesh, compat }) {
    for (const dr of mesh.list("DestinationRule")) {
      const subsets = dr.spec.subsets ?? [];
      const services = subsets.length > 0 ? servicesFor(mesh, dr) : [];
      if (services.length === 0) continue;
      const isAnywhere = compat || dr.spec.host?.startsWith("*");
      const selects = mesh.once(isAnywhere ? anyPod : anyEndpoint)(services);
      const endpointsOf = mesh.once(serviceEndpoints);
      const endpoints = services.flatMap((service) => endpointsOf(service) ?? []);
      for (const [i, { name = "", labels = {} }] of subsets.entries()) {
        if (selects(labels)) continue;
        const at = ["spec", "subsets", i, "labels"];
        yield {
          on: dr,
          at,
          message: `The Subset ${name} defined in the DestinationRule does not select any pods. ` +
            "Which may lead to 503 UH (NoHealthyUpstream).",
          fix: respelling(labels, at, endpoints, selects),
        };
      }
    }
  },
});

type Selects = (services: readonly MeshService[]) => (labels: Labels) => boolean;

/** Whether an endpoint of the services has the labels; yes, where it is not known what they have. */
function anyEndpoint(mesh: Mesh): Selects {
  const endpointsOf = mesh.once(serviceEndpoints);
  return (services) => {
    const known = services.map(endpointsOf);
    const all = known.flatMap((endpoints) => endpoints ?? []);
    // Where a Service selects no pod at all, its selector is the defect, not the labels of subsets.
    const pods = all.length === 0 ? mesh.once(workloadInstances) : undefined;
    return (labels) =>
      known.includes(undefined) || all.some((endpoint) => includesLabels(endpoint, labels)) ||
      services.some(({ namespace }) => pods?.select(labels, namespace).length);
  };
}

/** Whether any pod of the mesh has the labels, and those that a ServiceEntry selects by. */
function anyPod(mesh: Mesh): Selects {
  const pods = mesh.once(podEndpointLabels);
  return ([service]) => {
    const { workloadSelector } = service?.resource.identifier === "ServiceEntry"
      ? service.resource.spec
      : {};
    return (labels) => pods.select({ ...workloadSelector?.labels, ...labels }).length > 0;
  };
}
