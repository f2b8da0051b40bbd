import { formatLabels, type Labels, type Mesh, type Resource } from "../../../mesh/mod.ts";
import { endsBefore, serviceOf } from "../../case/case_facts.ts";
import { NO_UPSTREAM } from "../../case/ambient.ts";
import { changing } from "../../case/cure.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** A Service selects by labels that no pod of its namespace has. */
export const selectorMatchesNoPods = defineCause({
  id: "MM-C02",
  name: "selector-matches-no-pods",
  title: "The Service's selector matches no pods",
  category: "configuration",
  severity: "critical",
  explains: ["MM-C01", "MM-R02"],
  provenByAbsenceOf: ["Pod"],
  docs: {
    why:
      "A Service gets its endpoints from the pods of its namespace that have all labels of its " +
      "selector. Where none has them there are no endpoints, and the caller's proxy answers 503.",
    symptom:
      "503 with flag UH and details no_healthy_upstream; the Service has no EndpointSlice address.",
    remedy: "Correct the selector of the Service, or the labels of the pods.",
    verify: "kubectl get endpointslices shows the pods' addresses.",
  },

  *consider(of) {
    const service = serviceOf(of);
    const selector = service?.spec.selector;
    if (!service || endsBefore(of) || !selector || Object.keys(selector).length === 0) return;
    const { namespace, name, cluster } = service;
    const pods = of.mesh.list("Pod", namespace).filter((pod) => pod.cluster === cluster);
    if (of.mesh.select("Pod", selector, namespace).length > 0 || isDeclared(of.mesh, service)) {
      return;
    }
    const likely = nearestLabels(pods, selector, name);
    const wanted = formatLabels(selector);
    yield {
      objects: [resourceOf(service, "spec.selector")],
      title: `Service ${namespace}/${name} selects ${wanted}, which no pod in ${namespace} has`,
      facts: [
        {
          weight: "proven",
          source: `Service ${namespace}/${name} spec.selector`,
          detail: `${wanted} matches none of ${pods.length} pods` +
            (likely ? `; the nearest is ${formatLabels(likely)}` : ""),
        },
        ...logged(of, { side: "client", flags: ["UH"] }),
        ...logged(of, { side: "client", transport: NO_UPSTREAM }),
      ],
      remedy: {
        title: likely ? `Select ${formatLabels(likely)}` : "Select the labels of the pods",
        ...(likely
          ? changing(service, [{ op: "replace", path: "/spec/selector", value: likely }])
          : { action: edit(resourceOf(service)) }),
      },
    };
  },
});

/** Whether some workload would make pods that match, although none is there now. */
function isDeclared(
  mesh: Mesh,
  { namespace, cluster, spec: { selector = {} } }: Resource<"Service">,
) {
  return (["Deployment", "StatefulSet", "DaemonSet"] as const).some((kind) =>
    mesh.list(kind, namespace).some((workload) => {
      const labels = workload.spec.template?.metadata?.labels ?? {};
      return workload.cluster === cluster &&
        Object.entries(selector).every(([key, value]) => labels[key] === value);
    })
  );
}

/** The values that most pods named like the Service have for the selector's keys. */
function nearestLabels(
  pods: readonly Resource<"Pod">[],
  selector: Labels,
  service: string,
): Labels | undefined {
  const keys = Object.keys(selector);
  const alike = pods.filter((pod) =>
    Object.values(pod.labels).includes(service) || pod.name.startsWith(`${service}-`) ||
    keys.some((key) => pod.labels[key] === selector[key])
  );
  const [pod] = alike.filter((candidate) =>
    keys.some((key) => candidate.labels[key] !== undefined)
  );
  if (!pod) return undefined;
  const known = keys.filter((key) => pod.labels[key] !== undefined);
  return Object.fromEntries(known.map((key) => [key, pod.labels[key]!]));
}
