import {
  formatLabels,
  includesLabels,
  type Labels,
  type Mesh,
  podInstances,
  type Resource,
  serviceSelection,
  type WorkloadInstance,
  workloadInstances,
} from "../../../mesh/mod.ts";
import type { Draft } from "../../analysis/rule.ts";

/** The pods that a Gateway selects, in whatever namespace; a Gateway without selector selects all. */
export type GatewayWorkloads = (selector: Labels) => readonly WorkloadInstance[];

/** Finds the pods of Gateways, also those that Deployments stand in for. */
export function gatewayWorkloads(mesh: Mesh): GatewayWorkloads {
  const instances = mesh.once(workloadInstances);
  return (selector) => instances.select(selector);
}

/** Finds the pods of Gateways among pods alone, as istioctl does. */
export function gatewayPods(mesh: Mesh): GatewayWorkloads {
  const instances = mesh.once(podInstances);
  return (selector) => instances.select(selector);
}

/** Selector of a Gateway. */
export function selectorOf({ spec }: Resource<"Gateway">): Labels {
  return spec.selector ?? {};
}

/** What istioctl says of a Gateway without pods. */
export function missingSelector(gateway: Resource<"Gateway">): Draft {
  const selector = selectorOf(gateway);
  return {
    on: gateway,
    at: ["spec", "selector"],
    message: `Referenced selector not found: "${formatLabels(selector)}"`,
  };
}

/** Ports that a gateway may listen on: those that the Services of its pods lead to, from outside or inside. */
export function reachablePorts(
  mesh: Mesh,
): (pods: readonly WorkloadInstance[], compat: boolean) => ReadonlySet<number> {
  const select = mesh.once(serviceSelection);
  const withoutSelector = Map.groupBy(
    mesh.list("Service").filter(({ spec }) => Object.keys(spec.selector ?? {}).length === 0),
    ({ namespace }) => namespace,
  );
  return (pods, compat) => {
    const seen = new Set<string>();
    const ports = new Set<number>();
    for (const pod of pods) {
      // Pods of one workload have the same Services.
      const key = `${pod.namespace} ${formatLabels(pod.labels)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const services = [
        ...select(pod.labels, pod.namespace),
        ...(compat ? withoutSelector.get(pod.namespace) ?? [] : []),
      ];
      for (const port of services.flatMap((service) => portsOf(service, pod, compat))) {
        ports.add(port);
      }
    }
    return ports;
  };
}

/** Numbers under which a Service and its pods know the ports. */
function portsOf(service: Resource<"Service">, pod: WorkloadInstance, compat: boolean): number[] {
  return (service.spec.ports ?? []).flatMap(({ port, targetPort, protocol }) => {
    if (compat ? protocol !== "TCP" : protocol === "UDP") return [];
    const target = typeof targetPort === "string" && !compat
      ? namedPort(pod, targetPort)
      : Number(targetPort) || undefined;
    return [...(port === undefined ? [] : [port]), ...(target === undefined ? [] : [target])];
  });
}

function namedPort({ spec: { containers = [] } }: WorkloadInstance, name: string) {
  return containers.flatMap(({ ports = [] }) => ports).find((port) => port.name === name)
    ?.containerPort;
}

/** Whether a pod is selected by both. */
export function isSelectedByBoth({ labels }: WorkloadInstance, a: Labels, b: Labels): boolean {
  return includesLabels(labels, a) && includesLabels(labels, b);
}
