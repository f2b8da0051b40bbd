import { type Mesh, parseQuantity, type Resource } from "../../mesh/mod.ts";

/** What one container uses and may use. */
export interface ContainerUsage {
  /** Its pod. */
  readonly pod: Resource<"Pod">;
  /** Name of the container. */
  readonly container: string;
  /** Cores that it uses; `undefined` where nobody measured. */
  readonly cpu: number | undefined;
  /** Cores that it may use; `undefined` where it is not limited. */
  readonly cpuLimit: number | undefined;
  /** Bytes that it uses. */
  readonly memory: number | undefined;
  /** Bytes that it may use. */
  readonly memoryLimit: number | undefined;
}

/** What the containers of some pods use and may use, by the metrics server. */
export function usageOf(mesh: Mesh, pods: readonly Resource<"Pod">[]): ContainerUsage[] {
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
      cpuLimit: parseQuantity(resources?.limits?.["cpu"]),
      memory: parseQuantity(measured.get(name)?.["memory"]),
      memoryLimit: parseQuantity(resources?.limits?.["memory"]),
    }));
  });
}
