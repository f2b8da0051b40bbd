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
  /** Whether Prometheus told what it uses, not the metrics server. */
  readonly isTold: boolean;
}

/** Share of its limit from which a container counts as saturated. */
export const SATURATED_SHARE = 0.8;

/** Share of periods from which throttling is felt. */
const THROTTLED_SHARE = 0.1;

/** What Prometheus tells of a container. */
export interface MeasuredUsage {
  /** Cores that it uses. */
  readonly cpu?: number;
  /** Bytes that it uses. */
  readonly memory?: number;
  /** Share of the scheduler's periods in which it was held back. */
  readonly throttled?: number;
}

/** What the containers of some pods use and may use, by Prometheus, else by the metrics server. */
export function usageOf(
  mesh: Mesh,
  pods: readonly Resource<"Pod">[],
  told: ReadonlyMap<string, MeasuredUsage>,
): ContainerUsage[] {
  return pods.flatMap((pod) => {
    const measured = new Map(
      (mesh.get("PodMetrics", pod.namespace, pod.name)?.object.containers ?? [])
        .map(({ name, usage }) => [name, usage]),
    );
    const { containers = [], initContainers = [] } = pod.spec;
    return [...containers, ...initContainers].map(({ name = "", resources }) => {
      const own = told.get(containerKey(pod.namespace, pod.name, name)) ?? {};
      return {
        pod,
        container: name,
        cpu: own.cpu ?? parseQuantity(measured.get(name)?.["cpu"]),
        cpuRequest: parseQuantity(resources?.requests?.["cpu"]),
        cpuLimit: parseQuantity(resources?.limits?.["cpu"]),
        memory: own.memory ?? parseQuantity(measured.get(name)?.["memory"]),
        memoryLimit: parseQuantity(resources?.limits?.["memory"]),
        throttled: own.throttled,
        isTold: own.cpu !== undefined || own.memory !== undefined,
      };
    });
  });
}

/** Key of a container among those of the mesh. */
export function containerKey(namespace: string, pod: string, container: string): string {
  return `${namespace}/${pod}/${container}`;
}

/** What shows that a container has too little CPU; empty where it has enough, or nobody measured. */
export function cpuShortage(usage: ContainerUsage): Fact[] {
  const { pod, container, cpu, cpuLimit, throttled } = usage;
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
        source: sourceOf(usage),
        detail: `${container} uses ${Math.round(100 * cpu / cpuLimit)} % of its ${cpuLimit} CPU`,
      }]
      : []),
  ];
}

/** Cores up to which a limit holds a proxy back as soon as there is traffic: Istio's usual request. */
const TIGHT_CORES = 0.1;

/** Cores up to which it may. */
const SCARCE_CORES = 0.25;

/** What speaks for a lack of CPU where nobody measured it, but time is lost: a very small limit. */
export function tightCpuLimit({ pod, container, cpu, cpuLimit }: ContainerUsage): Fact[] {
  if (cpu !== undefined || cpuLimit === undefined || cpuLimit > SCARCE_CORES) return [];
  return [{
    weight: cpuLimit <= TIGHT_CORES ? "proven" : "likely",
    source: `Pod ${pod.namespace}/${pod.name} spec.containers`,
    detail: `${container} may use ${Math.round(1000 * cpuLimit)}m of CPU`,
  }];
}

/** What shows that a container is near its memory limit. */
export function memoryShortage(usage: ContainerUsage): Fact[] {
  const { container, memory, memoryLimit } = usage;
  if (memory === undefined || memoryLimit === undefined) return [];
  if (memory < SATURATED_SHARE * memoryLimit) return [];
  return [{
    weight: "proven",
    source: sourceOf(usage),
    detail: `${container} uses ${Math.round(100 * memory / memoryLimit)} % of its memory limit`,
  }];
}

function sourceOf({ pod, isTold }: ContainerUsage): string {
  return isTold ? "prometheus" : `PodMetrics ${pod.namespace}/${pod.name}`;
}
