import { type Mesh, parseQuantity, type Resource } from "../../mesh/mod.ts";
import type { Fact } from "../cause.ts";

/** What one container uses and may use. */
export interface ContainerUsage {
  /** Its pod. */
  readonly pod: Resource<"Pod">;
  /** Name of the container. */
  readonly container: string;
  /** Cores that it uses; `undefined` where nobody measured. */
  readonly cpu: number | undefined;
  /** Cores that it requests. */
  readonly cpuRequest: number | undefined;
  /** Cores that it may use; `undefined` where it is not limited. */
  readonly cpuLimit: number | undefined;
  /** Bytes that it uses. */
  readonly memory: number | undefined;
  /** Bytes that it may use. */
  readonly memoryLimit: number | undefined;
  /** Share of the scheduler's periods in which it was held back, from 0 to 1. */
  readonly throttled: number | undefined;
}

/** Share of its limit from which a container counts as saturated. */
export const SATURATED_SHARE = 0.8;

/** Share of periods from which throttling is felt. */
const THROTTLED_SHARE = 0.1;

/** What the containers of some pods use and may use, by the metrics server; throttling by Prometheus. */
export function usageOf(
  mesh: Mesh,
  pods: readonly Resource<"Pod">[],
  throttled: ReadonlyMap<string, number>,
): ContainerUsage[] {
  return pods.flatMap((pod) => {
    const measured = new Map(
      (mesh.get("PodMetrics", pod.namespace, pod.name)?.object.containers ?? [])
        .map(({ name, usage }) => [name, usage]),
    );
    const { containers = [], initContainers = [] } = pod.spec;
    return [...containers, ...initContainers].map(({ name = "", resources }) => ({
      pod,
      container: name,
      cpu: parseQuantity(measured.get(name)?.["cpu"]),
      cpuRequest: parseQuantity(resources?.requests?.["cpu"]),
      cpuLimit: parseQuantity(resources?.limits?.["cpu"]),
      memory: parseQuantity(measured.get(name)?.["memory"]),
      memoryLimit: parseQuantity(resources?.limits?.["memory"]),
      throttled: throttled.get(containerKey(pod.namespace, pod.name, name)),
    }));
  });
}

/** Key of a container among those of the mesh. */
export function containerKey(namespace: string, pod: string, container: string): string {
  return `${namespace}/${pod}/${container}`;
}

/** What shows that a container has too little CPU; empty where it has enough, or nobody measured. */
export function cpuShortage({ pod, container, cpu, cpuLimit, throttled }: ContainerUsage): Fact[] {
  const id = `${pod.namespace}/${pod.name}`;
  return [
    ...(throttled !== undefined && throttled >= THROTTLED_SHARE
      ? [{
        weight: "decisive" as const,
        source: "prometheus",
        detail: `${container} of ${id} was throttled in ${
          Math.round(100 * throttled)
        } % of periods`,
      }]
      : []),
    ...(cpu !== undefined && cpuLimit !== undefined && cpu >= SATURATED_SHARE * cpuLimit
      ? [{
        weight: "proven" as const,
        source: `PodMetrics ${id}`,
        detail: `${container} uses ${Math.round(100 * cpu / cpuLimit)} % of its ${cpuLimit} CPU`,
      }]
      : []),
  ];
}

/** Cores below which a limit holds a proxy back as soon as there is traffic: Istio's usual request. */
const TIGHT_CORES = 0.1;

/** What speaks for a lack of CPU where nobody measured it, but time is lost: a very small limit. */
export function tightCpuLimit({ pod, container, cpu, cpuLimit }: ContainerUsage): Fact[] {
  if (cpu !== undefined || cpuLimit === undefined || cpuLimit >= TIGHT_CORES) return [];
  return [{
    weight: "proven",
    source: `Pod ${pod.namespace}/${pod.name} spec.containers`,
    detail: `${container} may use ${Math.round(1000 * cpuLimit)}m of CPU`,
  }];
}

/** What shows that a container is near its memory limit. */
export function memoryShortage({ pod, container, memory, memoryLimit }: ContainerUsage): Fact[] {
  if (memory === undefined || memoryLimit === undefined) return [];
  if (memory < SATURATED_SHARE * memoryLimit) return [];
  return [{
    weight: "proven",
    source: `PodMetrics ${pod.namespace}/${pod.name}`,
    detail: `${container} uses ${Math.round(100 * memory / memoryLimit)} % of its memory limit`,
  }];
}
