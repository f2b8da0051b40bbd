import { isReady, type Mesh, type Resource } from "../../../mesh/mod.ts";
import { endsBefore, hasUsableEndpoint, serviceOf } from "../../case/case_facts.ts";
import { NO_UPSTREAM } from "../../case/ambient.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { WORKLOAD_KINDS, workloadsWith } from "../../case/workloads.ts";

/** The Service selects pods, or workloads that should have pods, and none of them is ready. */
export const noReadyEndpoints = defineCause({
  id: "MM-C01",
  name: "no-ready-endpoints",
  title: "No pod behind the Service is ready",
  category: "resources",
  severity: "critical",
  provenByAbsenceOf: ["Pod"],
  docs: {
    why:
      "Kubernetes lists only ready pods as endpoints. Without any, the caller's proxy has nowhere to " +
      "send the request and answers 503 itself.",
    symptom:
      "503 with flag UH and details no_healthy_upstream; the EndpointSlices have no ready address.",
    remedy:
      "Find out why the pods are not ready: readiness probe, crash, image, or no replicas at all.",
    verify: "The EndpointSlices of the Service list ready addresses.",
  },

  *consider(of) {
    const service = serviceOf(of);
    if (!service || endsBefore(of) || hasUsableEndpoint(of)) return;
    const pods = selected(of.mesh, service);
    const ready = pods.filter(isReady);
    if (ready.length > 0) return;
    const workloads = pods.length > 0
      ? workloadsOf(of.mesh, pods)
      : workloadsWith(of.mesh, service, service.spec.selector, WORKLOAD_KINDS).map((workload) =>
        resourceOf(workload, "spec.replicas")
      );
    if (workloads.length === 0) return;
    const names = workloads.map(({ kind, name }) => `${kind} ${name}`).join(", ");
    const { namespace, name } = service;
    const state = pods.length === 0
      ? `${names} has no pods`
      : `none of its ${pods.length} pods is ready (${pods.map(stateOf).slice(0, 3).join("; ")})`;
    yield {
      objects: [...workloads, resourceOf(service), ...pods.map((pod) => resourceOf(pod))],
      title: `Service ${namespace}/${name} has no ready endpoints: ${state}`,
      facts: [
        { weight: "proven", source: `Service ${namespace}/${name}`, detail: state },
        ...logged(of, { side: "client", flags: ["UH"] }),
        ...logged(of, { side: "client", transport: NO_UPSTREAM }),
      ],
      remedy: {
        title: pods.length === 0 ? `Scale ${names} up` : `Make the pods of ${names} ready`,
        action: pods.length === 0
          ? `kubectl -n ${namespace} scale ${workloads[0]!.kind.toLowerCase()} ${
            workloads[0]!.name
          } --replicas=1`
          : `kubectl -n ${namespace} describe pod ${pods[0]!.name}`,
      },
    };
  },
});

function selected(mesh: Mesh, service: Resource<"Service">): Resource<"Pod">[] {
  const { selector } = service.spec;
  if (!selector || Object.keys(selector).length === 0) return [];
  return mesh.select("Pod", selector, service.namespace)
    .filter(({ cluster }) => cluster === service.cluster);
}

function stateOf({ name, status }: Resource<"Pod">): string {
  const statuses = [...status.containerStatuses ?? [], ...status.initContainerStatuses ?? []];
  const waiting = statuses.find(({ ready, state }) => !ready && state?.waiting?.reason);
  const notReady = statuses.find(({ ready, state }) => !ready && state?.running);
  if (waiting) return `${name}: ${waiting.name} is ${waiting.state?.waiting?.reason}`;
  if (notReady) return `${name}: ${notReady.name} runs but is not ready`;
  return `${name}: ${status.phase ?? "no status"}`;
}
